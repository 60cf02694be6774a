import { createColors } from 'picocolors'
import { type EffectiveValue, type PostureResult, type PostureVerdict, renderConfValue } from '../engine/index'
import { label, message } from '../safe/text'
import { shownPath } from './host'

const order: readonly PostureVerdict[] = ['fail', 'unknown', 'pass', 'not-applicable']
const paints = { fail: 'red', unknown: 'yellow', pass: 'green', 'not-applicable': 'dim' } as const

/** The verdicts for people: what fails first, each with the option's value, its place and the evidence. */
export function postureText(results: readonly PostureResult[], colors: boolean): string {
  const paint = createColors(colors)
  const lines = order.flatMap(verdict =>
    results
      .filter(result => result.verdict === verdict)
      .map(({ check, value }) => {
        const what = check.about === undefined ? '' : `  [${check.about.replace('/', '] ')}${shown(value)}`
        const why = verdict === 'fail' || verdict === 'unknown' ? `\n    ${paint.dim(check.evidence.join(', '))}` : ''
        return `${paint[paints[verdict]](verdict)}: ${message(check.title)} ${paint.dim(`(${check.id})`)}${what}${why}\n`
      }),
  )
  const counts = order.map(verdict => `${results.filter(result => result.verdict === verdict).length} ${verdict}`)
  return `${lines.join('')}${counts.join(', ')}.\n`
}

function shown(value: EffectiveValue | undefined): string {
  if (value === undefined) return ''
  const { option, outcome, from, settings } = value
  if (outcome.kind === 'unknown') return ''
  const isHidden = option.secret && from !== 'default'
  const text = outcome.kind === 'error' ? 'refused' : isHidden ? '***' : label(renderConfValue(outcome.value), 80)
  const last = settings.at(-1)
  const place = last === undefined ? from : `${shownPath(last.file)}:${last.range.start.line + 1}`
  return ` = ${text} (${place})`
}
