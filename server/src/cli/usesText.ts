import { createColors } from 'picocolors'
import type { Place, UsedOption } from '../engine/index'
import { label } from '../safe/text'
import { counted } from './counted'
import { shownPath } from './host'

/** The uses for people: each option, under it `path:line:column  kind`, those in tests counted; then a count. */
export function usesText(used: readonly UsedOption[], pathOf: (file: string) => string, colors: boolean): string {
  const paint = createColors(colors)
  const placeOf = (from: string, { file, position: { line } }: Place): string =>
    file === from ? `line ${line + 1}` : `${shownPath(pathOf(file))}:${line + 1}`
  const lines = used.flatMap(({ group, option, uses }) => {
    const own = uses.filter(({ isTest }) => !isTest)
    const tests = uses.length - own.length
    const title = `${paint.cyan(`[${label(group)}]`)} ${paint.bold(label(option))}`
    const sums = [own.length === 0 ? 'never read or written' : '', tests > 0 ? `${counted(tests, 'use')} in tests` : '']
    const places = own.map(({ file, range: { start }, kind, sinks, notFollowed }) => {
      const place = paint.dim(`${shownPath(pathOf(file))}:${start.line + 1}:${start.character + 1}`)
      const reached = sinks.map(sink => `${sink.kind} in ${placeOf(file, sink)}`).join(', ')
      const lost = notFollowed.map(call => `${label(call.call)} in ${placeOf(file, call)}`).join(', ')
      const goals = [
        reached === '' ? '' : paint.magenta(`  reaches ${reached}`),
        lost === '' ? '' : paint.dim(`  not followed into ${lost}`),
      ]
      return `  ${place}  ${kind}${goals.join('')}\n`
    })
    const told = sums.filter(Boolean).join(', ')
    return [`${title}${told === '' ? '' : paint.dim(`  (${told})`)}\n`, ...places]
  })
  const count = used.reduce((sum, { uses }) => sum + uses.length, 0)
  return `${lines.join('')}${counted(used.length, 'option')}, ${counted(count, 'use')}.\n`
}
