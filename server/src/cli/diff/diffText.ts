import { createColors } from 'picocolors'
import { type AnnouncedChange, compactJson, type Impact, impacts, type Json } from '../../engine/index'
import { label, message } from '../../safe/text'
import { counted } from '../counted'
import { shownPath } from '../host'
import type { Comparison } from './comparison'

/**
 * The comparison for people, the gravest first: `path:line: impact kind: [group] name  from -> to: why`, below it the line
 * that breaks and what is open; then a count, then what was not read wholly.
 */
export function diffText(
  { base, head, changes, noteProblems, incomplete, looked }: Comparison,
  colors: boolean,
): string {
  const paint = createColors(colors)
  const byImpact = { security: paint.red, breaking: paint.red, 'operator-visible': paint.yellow, cosmetic: paint.dim }
  const sorted = impacts.flatMap(impact => changes.filter(change => change.impact === impact))
  const lines = sorted.map(change => {
    const place = paint.bold(`${shownPath(change.file)}:${change.range.start.line + 1}:`)
    const name = `[${label(change.group ?? '?')}] ${label(change.option)}`
    const head = `${place} ${byImpact[change.impact](change.impact)} ${change.kind}: ${name}${values(change)}: ${message(change.why)}`
    return [head, ...below(change)].join('\n    ') + '\n'
  })
  const problems = [...noteProblems, ...incomplete].map(({ file, reason }) => `${shownPath(file)} ${message(reason)}\n`)
  const blank = lines.length > 0 ? '\n' : ''
  const range = `${label(base.name)} to ${label(head.name)}`
  return `${lines.join('')}${blank}${problems.join('')}${summary(changes, incomplete.length === 0)} From ${range}; looked into ${counted(looked, 'file')}.\n`
}

function summary(changes: readonly AnnouncedChange[], isAll: boolean): string {
  if (changes.length === 0) return isAll ? 'No changes of options.' : 'No changes of options in what was read.'
  const counts = impacts.flatMap(impact => countOf(impact, changes))
  return `${counted(changes.length, 'change')} (${counts.join(', ')}).`
}

function countOf(impact: Impact, changes: readonly AnnouncedChange[]): string[] {
  const count = changes.filter(change => change.impact === impact).length
  return count > 0 ? [`${count} ${impact}`] : []
}

function values({ from, to, kind }: AnnouncedChange): string {
  if (kind === 'help') return ''
  if (from === null && kind === 'added') return ` (${shown(to)})`
  if (to === null && kind === 'removed') return ` (${shown(from)})`
  return `  ${shown(from)} -> ${shown(to)}`
}

function shown(value: Json): string {
  if (value === null) return 'None'
  return label(typeof value === 'string' ? value : compactJson(value))
}

function below({ witness, likely, undecided, releaseNotes, checklist }: AnnouncedChange): string[] {
  const open = checklist.filter(({ ok }) => !ok).map(({ item }) => item)
  return [
    ...(witness ? [`breaks: [${label(witness.group)}] ${label(witness.line)}`] : []),
    ...(likely === undefined ? [] : [`perhaps the same as ${label(likely)}, without an alias`]),
    ...(undecided ? ['cannot be told wholly from the source'] : []),
    ...releaseNotes.map(note => `note: ${shownPath(note)}`),
    ...(open.length > 0 ? [`open: ${open.join(', ')}`] : []),
  ]
}
