import { type Difference, type Score, toldRate } from './score'
import type { Entry, Site } from './sites'

/** A score as a text for people, with at most `limit` examples of each kind of miss. */
export function reportText(title: string, result: Score, limit: number): string {
  const { counts } = result
  const found = counts.matched + counts.false
  const lines = [
    `== ${title}`,
    `declarations  recall ${rate(counts.foundSites, counts.sites)} (${counts.foundSites} of ${counts.sites} sites)   ` +
      `precision ${rate(counts.matched, found)} (${counts.matched} right, ${counts.false} false)   ` +
      `unverified ${counts.unverified}  indirect ${counts.indirect}  in tests ${counts.skipped}  ` +
      `repeated ${counts.duplicates}`,
    `options       ${counts.optionsNamed} of ${counts.options} run-time names reported ${rate(counts.optionsNamed, counts.options)}`,
    `${'attribute'.padEnd(22)} ${row(['agree', 'wrong', 'null', 'missing', 'literal*', 'told'])}`,
    ...Object.entries(result.attributes).map(
      ([name, c]) =>
        `${name.padEnd(22)} ${row([c.agree, c.wrong, c.null, c.missing, c.literal, `${(100 * toldRate(c)).toFixed(2)}%`])}`,
    ),
    '* of null+missing, those whose source expression is a plain literal',
    ...section('missed declarations', result.misses, limit, siteText),
    ...section('false declarations', result.false, limit, entryText),
    ...section('declared once, reported more often', result.repeated, limit, siteText),
    ...section('wrong', result.wrong, limit, differenceText),
    ...openSections(result, limit),
  ]
  return `${lines.join('\n')}\n`
}

function openSections({ open }: Score, limit: number): string[] {
  const attributes = [...new Set(open.map(difference => difference.attribute))]
  return attributes.flatMap(attribute => {
    const these = open.filter(difference => difference.attribute === attribute)
    return section(`left open: ${attribute}`, these, limit, differenceText)
  })
}

function section<T>(title: string, items: readonly T[], limit: number, text: (item: T) => string): string[] {
  if (items.length === 0 || limit === 0) return []
  return [`-- ${title}: ${items.length}`, ...items.slice(0, limit).map(item => `   ${text(item)}`)]
}

function siteText(site: Site): string {
  return `${site.file}:${site.line} ${site.options[0]?.type} ${[...site.names].join(', ')}`
}

function entryText(entry: Entry): string {
  return `${entry.file}:${entry.line} ${entry.type} ${entry.name}`
}

function differenceText({ file, line, name, attribute, reported, truth }: Difference): string {
  const said = reported === undefined ? 'nothing' : shortened(reported)
  return `${file}:${line} ${name} ${attribute}: reported ${said}, truth ${shortened(truth)}`
}

function shortened(value: unknown): string {
  const text = JSON.stringify(value)
  return text.length > 80 ? `${text.slice(0, 80)}…` : text
}

function row(cells: readonly (string | number)[]): string {
  return cells.map(cell => String(cell).padStart(9)).join('')
}

function rate(part: number, whole: number): string {
  return whole === 0 ? 'n/a' : `${((100 * part) / whole).toFixed(2)}%`
}
