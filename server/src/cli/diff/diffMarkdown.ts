import { impacts, isOpen, type JudgedChange } from '../../engine/index'
import { summaryOf, wordsOf } from '../../diff/words'
import { codeSpan, escapeMarkdown } from '../../safe/markdown'
import { counted } from '../counted'
import type { Comparison } from './comparison'
import { problemsOf } from './diffText'

const titles = {
  security: 'Security',
  breaking: 'Breaking',
  'operator-visible': 'Operator-visible',
  cosmetic: 'Cosmetic',
} as const

/** The comparison as a comment of a review, in Markdown: a heading for each impact, then what is accepted. */
export function diffMarkdown(comparison: Comparison): string {
  const { base, head, changes, incomplete, looked } = comparison
  const open = changes.filter(isOpen)
  const parts = [
    ...impacts.map(impact =>
      part(
        titles[impact],
        open.filter(change => change.impact === impact),
      ),
    ),
    part(
      'Accepted',
      changes.filter(change => !isOpen(change)),
    ),
  ]
  const problems = problemsOf(comparison).map(({ file, reason }) => `- ${codeSpan(file)} ${escapeMarkdown(reason)}\n`)
  const range = `From ${codeSpan(base.name)} to ${codeSpan(head.name)}; looked into ${counted(looked, 'file')}.`
  return [
    `## Changes of options\n\n**${summaryOf(changes, incomplete.length === 0)}** ${range}\n`,
    ...parts.filter(Boolean),
    ...(problems.length > 0 ? [`### Not settled\n\n${problems.join('')}`] : []),
  ].join('\n')
}

function part(title: string, changes: readonly JudgedChange[]): string {
  return changes.length === 0 ? '' : `### ${title}\n\n${changes.map(row).join('')}`
}

function row(change: JudgedChange): string {
  const { name, from, to, why, details } = wordsOf(change)
  const values = [from, to].filter(value => value !== undefined).map(value => codeSpan(value))
  const place = codeSpan(`${change.file}:${String(change.range.start.line + 1)}`)
  const head = `- **${change.kind}** ${codeSpan(name)}${values.length > 0 ? ` ${values.join(' → ')}` : ''}: ${escapeMarkdown(why)} (${place})`
  const lines = details.map(({ word, code, text }) => {
    const said = code === undefined ? text && escapeMarkdown(text) : codeSpan(code)
    return `  - ${escapeMarkdown(word)}${said === undefined ? '' : `: ${said}`}`
  })
  return `${[head, ...lines].join('\n')}\n`
}
