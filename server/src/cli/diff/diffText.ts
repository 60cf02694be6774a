import { createColors } from 'picocolors'
import { isOpen, type JudgedChange } from '../../engine/index'
import { type ChangeWords, gravestFirst, summaryOf, wordsOf } from '../../diff/words'
import { label, message } from '../../safe/text'
import { counted } from '../counted'
import { shownPath } from '../host'
import type { Comparison } from './comparison'

/**
 * The comparison for people, the gravest first: `path:line: impact kind: [group] name  from -> to: why`, below it the line
 * that breaks and what is open; then a count, then what was not read wholly.
 */
export function diffText(comparison: Comparison, colors: boolean): string {
  const { base, head, changes, incomplete, looked } = comparison
  const paint = createColors(colors)
  const byImpact = { security: paint.red, breaking: paint.red, 'operator-visible': paint.yellow, cosmetic: paint.dim }
  const lines = gravestFirst(changes).map(change => {
    const words = wordsOf(change)
    const place = paint.bold(`${shownPath(change.file)}:${change.range.start.line + 1}:`)
    const impact = isOpen(change) ? byImpact[change.impact](change.impact) : paint.dim(`accepted ${change.impact}`)
    const head = `${place} ${impact} ${change.kind}: ${words.name}${values(words, change)}: ${words.why}`
    return [head, ...words.details.map(below)].join('\n    ') + '\n'
  })
  const problems = problemsOf(comparison).map(({ file, reason }) => `${shownPath(file)} ${message(reason)}\n`)
  const blank = lines.length > 0 ? '\n' : ''
  const range = `${label(base.name)} to ${label(head.name)}`
  return `${lines.join('')}${blank}${problems.join('')}${summaryOf(changes, incomplete.length === 0)} From ${range}; looked into ${counted(looked, 'file')}.\n`
}

/** What is wrong beside the changes, by the file in which it is. */
export function problemsOf({ noteProblems, incomplete, unmatched }: Comparison): { file: string; reason: string }[] {
  const stale = unmatched.map(({ entry: { option, kind }, file }) => ({
    file,
    reason: `accepts what has not changed: ${kind} of ${option}`,
  }))
  return [...noteProblems, ...incomplete, ...stale]
}

function values({ from, to }: ChangeWords, { kind }: JudgedChange): string {
  if (kind === 'added' || kind === 'removed') return ` (${to ?? from ?? ''})`
  return from === undefined || to === undefined ? '' : `  ${from} -> ${to}`
}

function below({ word, code, text }: ChangeWords['details'][number]): string {
  const said = code === undefined ? text : word === 'note' ? shownPath(code) : code
  return said === undefined ? word : `${word}: ${said}`
}
