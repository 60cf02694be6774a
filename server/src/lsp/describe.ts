import { categorize, knowledgeOf, renderPython } from '../engine/index'
import type { Finding, Option, Reference, Value } from '../engine/index'
import { hasPage, pageUri } from '../protocol'
import { confLineOf } from './features/confLine'
import { codeBlock, codeSpan, escapeMarkdown, firstOf, leftOut, link } from '../safe/markdown'
import { cut, oneLine } from '../safe/text'
import { describeType } from './describeType'
import { qualifiedName } from './names'

const helpLimit = 600
/** Nobody reads more in a box that floats over the source. In characters. */
const longestDescription = 9000

/** All that is known of one option, as Markdown: the hover and the view's tooltip. */
export function describe(option: Option, findings: readonly Finding[]): string {
  const parts = [
    `**${codeSpan(qualifiedName(option))}**`,
    [...describeType(option), defaultOf(option), ...defaultChangesOf(option)].join('  \n'),
    flagsOf(option).join('  \n'),
    securityOf(option).join('  \n'),
    codeBlock('ini', confLineOf(option)),
    firstOf(findings.map(describeFinding), '\n', 10),
    helpOf(option),
  ]
  return firstOf(
    parts.filter(part => part !== ''),
    '\n\n',
    parts.length,
    longestDescription,
  )
}

/** A value as Python source in a code span; an expression that we do not evaluate is marked as such. */
export function describeValue(value: Value, missing: string): string {
  if (value.kind === 'absent') return missing
  if (value.kind === 'known') return codeSpan(renderPython(value.value))
  const reason = value.reason === undefined ? '' : `: ${escapeMarkdown(value.reason)}`
  return `${codeSpan(oneLine(value.source))} *(not evaluated${reason})*`
}

function defaultOf(option: Option): string {
  const sample =
    option.sampleDefault.kind === 'absent' ? '' : `, shown in samples as ${describeValue(option.sampleDefault, '')}`
  return `Default: ${describeValue(option.default, 'none')}${sample}`
}

/** Where code gives it another default than its declaration. */
function defaultChangesOf(option: Option): string[] {
  const lines = option.defaultChanges.map(({ value, file, range }) => {
    const place = `${file.split('/').at(-1) ?? file}:${String(range.start.line + 1)}`
    return `Default changed to ${describeValue(value, 'none')} in ${codeSpan(place)}`
  })
  return lines.length === 0 ? [] : [firstOf(lines, '  \n', 5)]
}

/** What the option is about, and where more is known: why it matters, what to prefer and who says so. */
function securityOf(option: Option): string[] {
  const { category, securityRelevant } = categorize(option)
  if (!securityRelevant) return []
  const heading = `Matters to security: **${category.replaceAll('-', ' ')}**`
  const known = knowledgeOf(option)
  if (known === undefined) return [heading]
  const evidence = describeReferences(known.references)
  return [
    heading,
    escapeMarkdown(`${known.reaches} ${known.risk}`),
    `Safer: ${escapeMarkdown(known.safer)}`,
    ...(evidence === '' ? [] : [`Evidence: ${evidence}`]),
  ]
}

function flagsOf(option: Option): string[] {
  const flags = (['secret', 'required', 'mutable', 'advanced', 'positional'] as const).flatMap(name => {
    const value = option[name]
    if (value.kind === 'unknown') return [`${name}: ${describeValue(value, '')}`]
    return value.kind === 'known' && value.value ? [`*${name}*`] : []
  })
  const line = flags.length === 0 ? [] : [flags.join(', ')]
  return [...line, ...deprecationOf(option)]
}

function deprecationOf(option: Option): string[] {
  const { deprecatedForRemoval: removal, deprecatedSince: since, deprecatedReason: reason, deprecatedOpts } = option
  const lines: string[] = []
  if (removal.kind === 'unknown') lines.push(`Deprecated for removal: ${describeValue(removal, '')}`)
  if (removal.kind === 'known' && removal.value) {
    const when = since.kind === 'known' ? ` since ${escapeMarkdown(since.value)}` : ''
    const why = reason.kind === 'known' ? `: ${prose(reason.value, 300)}` : ''
    lines.push(`*Deprecated for removal*${when}${why}`)
  }
  if (deprecatedOpts.kind === 'known' && deprecatedOpts.value.length > 0) {
    const old = deprecatedOpts.value.map(({ name, group }) => {
      const place = group === undefined ? '' : `[${group}] `
      return codeSpan(`${place}${name ?? option.displayName}`, 100)
    })
    lines.push(`Formerly ${firstOf(old, ', ', 10)}`)
  }
  return lines
}

function describeFinding(finding: Finding): string {
  const evidence = describeReferences(finding.references)
  const rule = hasPage(finding.rule) ? link(finding.rule, pageUri(finding.rule)) : escapeMarkdown(finding.rule)
  const known = finding.known === true ? ' *(known)*' : ''
  const head = `- **${finding.severity}**${known} ${escapeMarkdown(finding.message)} (${rule})`
  const consequence = finding.consequence === undefined ? '' : escapeMarkdown(finding.consequence)
  return [head, consequence, evidence].filter(line => line !== '').join('  \n  ')
}

function describeReferences(references: readonly Reference[]): string {
  return references.map(({ label, url }) => link(label, url)).join(' · ')
}

/** The beginning of the help, paragraph by paragraph. */
function helpOf(option: Option): string {
  if (option.help.kind === 'unknown') return `Help: ${describeValue(option.help, '')}`
  if (option.help.kind === 'absent') return '*No help.*'
  return prose(option.help.value, helpLimit)
}

/** A text of several paragraphs, each on one line; list items and ``literals`` stay what they are in reStructuredText. */
function prose(text: string, limit: number): string {
  const { head, rest } = cut(text.trim(), limit)
  const paragraphs = head
    .split(/\n[ \t]*\n/)
    .map(paragraph =>
      paragraph
        .trim()
        .split(/\n[ \t]*(?=[*-]\s)/)
        .map(describeLine)
        .join('\n'),
    )
    .filter(paragraph => paragraph !== '')
    .join('\n\n')
  return `${paragraphs}${leftOut(rest)}`
}

function describeLine(line: string): string {
  const mark = /^[*-]\s+/.exec(line)?.[0]
  const escaped = line
    .slice(mark?.length ?? 0)
    .replace(/\s+/g, ' ')
    .trim()
    .split(/``([^`]+)``/)
    .map((part, index) => (index % 2 === 1 ? codeSpan(part, helpLimit) : escapeMarkdown(part, helpLimit)))
    .join('')
  return mark === undefined ? escaped : `- ${escaped}`
}
