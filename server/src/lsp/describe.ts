import { categorize, knowledgeOf, renderPython } from '../engine/index'
import type { Finding, Option, OptionReview, Use, Value } from '../engine/index'
import { confLineOf } from './features/confLine'
import { codeBlock, codeSpan, escapeMarkdown, firstOf } from '../safe/markdown'
import { oneLine } from '../safe/text'
import { describeEvidence, describeFindings } from './describeFindings'
import { describeUses } from './describeUses'
import { describeChoices, describeType } from './describeType'
import { qualifiedName } from './names'
import { prose, splitHelp } from './prose'
import { describeReview } from './reviewWords'

/** Of the help before the findings: a few lines. In characters. */
const firstHelp = 280
const helpLimit = 600
/** Nobody reads more in a box that floats over the source. In characters. */
const longestDescription = 9000

/**
 * All that is known of one option, as Markdown: the hover and the view's tooltip. What a reader came for stands in the
 * first dozen lines: what the option is, what it does, what was found. `isTold` says which findings' words the reader has
 * before their eyes already; `uses` are the option's, where they are known.
 */
export function describe(
  option: Option,
  findings: readonly Finding[],
  review?: OptionReview,
  isTold: (finding: Finding) => boolean = () => false,
  uses: readonly Use[] = [],
): string {
  const [help, moreHelp] = helpOf(option)
  const known = knowledgeOf(option)
  const parts = [
    `**${codeSpan(qualifiedName(option))}**`,
    [factsOf(option), ...defaultChangesOf(option), ...deprecationOf(option)].join('  \n'),
    help,
    describeFindings(findings, isTold),
    describeUses(uses),
    ...(review === undefined ? [] : [describeReview(review)]),
    describeChoices(option),
    securityOf(option).join('  \n'),
    describeEvidence([...findings.flatMap(({ references }) => references), ...(known?.references ?? [])]),
    codeBlock('ini', confLineOf(option)),
    moreHelp,
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
  const sample = option.sampleDefault.kind === 'absent' ? '' : `, in samples ${describeValue(option.sampleDefault, '')}`
  return `default ${describeValue(option.default, 'none')}${sample}`
}

/** Where code gives it another default than its declaration. */
function defaultChangesOf(option: Option): string[] {
  const lines = option.defaultChanges.map(({ value, file, range }) => {
    const place = `${file.split('/').at(-1) ?? file}:${String(range.start.line + 1)}`
    return `Default changed to ${describeValue(value, 'none')} in ${codeSpan(place)}`
  })
  return lines.length === 0 ? [] : [firstOf(lines, '  \n', 5)]
}

/** What the option is about: why it matters and what to prefer. */
function securityOf(option: Option): string[] {
  const { category, securityRelevant } = categorize(option)
  if (!securityRelevant) return []
  const heading = `Matters to security: **${category.replaceAll('-', ' ')}**`
  const known = knowledgeOf(option)
  if (known === undefined) return [heading]
  return [heading, escapeMarkdown(`${known.reaches} ${known.risk}`), `Safer: ${escapeMarkdown(known.safer)}`]
}

/** Class, limits, default and flags, on one line. */
function factsOf(option: Option): string {
  return [...describeType(option), defaultOf(option), ...flagsOf(option)].join(' · ')
}

function flagsOf(option: Option): string[] {
  return (['secret', 'required', 'mutable', 'advanced', 'positional'] as const).flatMap(name => {
    const value = option[name]
    if (value.kind === 'unknown') return [`${name}: ${describeValue(value, '')}`]
    return value.kind === 'known' && value.value ? [`*${name}*`] : []
  })
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

/** The help in two parts, the second for those who read on. */
function helpOf(option: Option): readonly [string, string] {
  if (option.help.kind === 'unknown') return [`Help: ${describeValue(option.help, '')}`, '']
  if (option.help.kind === 'absent') return ['*No help.*', '']
  const [first, rest] = splitHelp(option.help.value, firstHelp)
  return [prose(first, helpLimit), rest === '' ? '' : prose(rest, helpLimit)]
}
