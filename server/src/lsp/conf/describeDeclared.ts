import { renderConfValue, renderPython } from '../../engine/index'
import type { DeclaredOption, EffectiveValue } from '../../engine/index'
import { codeSpan, escapeMarkdown, firstOf } from '../../safe/markdown'
import { describe, describeValue } from '../describe'
import { limitsOf } from '../describeType'
import { prose } from '../prose'

const longestHelp = 600

/** All that is known of an option that files set, as Markdown: its declaration's card, or what the catalogue has. */
export function describeDeclared(declared: DeclaredOption): string {
  if (declared.option !== undefined) return describe(declared.option, [])
  const { group, dest, help, origin } = declared
  return [
    `**${codeSpan(`[${group}] ${dest}`)}**`,
    [factsOf(declared), ...removalOf(declared), ...oldNamesOf(declared)].join('  \n'),
    help === undefined ? '*No help.*' : prose(help, longestHelp),
    ...(origin === undefined ? [] : [`*As declared in ${escapeMarkdown(origin)}*`]),
  ].join('\n\n')
}

/** Type and default on one line: `Boolean = False`. */
export function declaredDetail({ type, default: value, option, multi }: DeclaredOption): string {
  const shown = value.kind === 'known' ? ` = ${renderPython(value.value)}` : ''
  const name = type.kind === 'known' ? `${multi ? 'Multi' : ''}${type.value.type}` : 'own type'
  return `${option?.className ?? name}${shown}`
}

/** What the program gets here, and from where; `line` is that of the setting that was asked about, from 0. */
export function describeEffective({ option, from, settings, outcome }: EffectiveValue, line: number): string {
  const last = settings.at(-1)
  const counts = last === undefined || from !== 'files' || settings.some(({ range }) => range.start.line === line)
  const place = counts ? 'Here' : `Line ${String(last.range.start.line + 1)} counts`
  if (outcome.kind === 'unknown') return `${place}: the value depends on what is not known`
  if (outcome.kind === 'error')
    return `${place}: ${option.secret ? 'the value is not taken' : escapeMarkdown(outcome.message)}`
  if (option.secret && from !== 'default') return `${place}: a secret`
  return `${place}: ${outcome.value === null ? '*nothing*' : codeSpan(renderConfValue(outcome.value), 200)}`
}

function factsOf(declared: DeclaredOption): string {
  const { type, default: value, secret, required } = declared
  const name = type.kind === 'known' ? [codeSpan(type.value.type), ...limitsOf(type)] : ['*a type of its own*']
  const flags = [...(secret ? ['*secret*'] : []), ...(required ? ['*required*'] : [])]
  const shown = value.kind === 'unknown' ? '*not known*' : describeValue(value, 'none')
  return [...name, `default ${shown}`, ...(declared.multi ? ['may be given several times'] : []), ...flags].join(' · ')
}

function removalOf({ removal }: DeclaredOption): string[] {
  if (removal === undefined) return []
  const since = removal.since === undefined ? '' : ` since ${escapeMarkdown(removal.since)}`
  const why = removal.reason === undefined ? '' : `: ${prose(removal.reason, 300)}`
  return [`*Deprecated for removal*${since}${why}`]
}

function oldNamesOf({ old }: DeclaredOption): string[] {
  if (old.length === 0) return []
  const names = old.map(({ group, name }) => codeSpan(`[${group}] ${name}`, 100))
  return [`Formerly ${firstOf([...new Set(names)], ', ', 10)}`]
}
