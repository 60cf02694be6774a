import { type EffectiveValue, type PostureResult, renderConfValue } from '../../engine/index'
import { type Block, code, counted, heading, type Inline, type Inlines, list, table, text } from '../document'
import type { ReportDeployment, ReportInput } from '../input'

/** What the checks say of the configuration files that lie beside the source; nothing where there are none. */
export function deploymentsOf({ deployments }: ReportInput): Block[] {
  return deployments.flatMap(deployment => [
    heading(`Deployment: ${deployment.label}`),
    ...(deployment.fault === undefined ? judged(deployment) : [text(`Nothing is read of it: ${deployment.fault}.`)]),
  ])
}

/** How many checks of all deployments fail. */
export function failing({ deployments }: ReportInput): number {
  return deployments.flatMap(({ results }) => results).filter(({ verdict }) => verdict === 'fail').length
}

function judged(deployment: ReportDeployment): Block[] {
  const { files, results } = deployment
  const having = (...verdicts: PostureResult['verdict'][]): PostureResult[] =>
    results.filter(({ verdict }) => verdicts.includes(verdict))
  const passed = having('pass')
  const byDefault = passed.filter(({ value }) => value?.from === 'default')
  return [
    text(
      `${counted(results.length, 'check')} of what ${files.join(', ')} set: ${String(having('fail').length)} fail, `,
      `${String(having('unknown').length)} cannot be told, ${String(passed.length)} pass, ${String(having('not-applicable').length)} do not apply.`,
    ),
    table(
      'Checks that fail or cannot be told',
      ['Verdict', 'What is asked', 'Option', 'Value', 'Safer', 'Evidence'],
      having('fail', 'unknown').map(result => [
        result.verdict,
        result.check.title,
        optionOf(result),
        valueOf(result, deployment),
        result.check.safer === undefined ? 'Depends on the site.' : code(result.check.safer),
        evidenceOf(result),
      ]),
      'No check fails.',
    ),
    list(
      byDefault.map(result => [optionOf(result), ` ${result.check.title} (${result.check.id})`]),
      'No check passes by a default alone.',
    ),
    ...(byDefault.length === 0 ? [] : [text('These checks pass by a default that nobody has set.')]),
  ]
}

function optionOf({ check: { about } }: PostureResult) {
  return about === undefined ? 'files' : code(`[${about.replace('/', '] ')}`)
}

function evidenceOf({ check }: PostureResult): Inline[] {
  return check.evidence.flatMap((one, index): Inline[] => [
    ...(index === 0 ? [] : ['; ']),
    one.startsWith('https://') ? { link: one.slice('https://'.length), url: one } : one,
  ])
}

function valueOf({ value }: PostureResult, deployment: ReportDeployment): Inlines {
  if (value === undefined || value.outcome.kind === 'unknown') return 'not known'
  const { option, from, outcome } = value
  const place = placeOf(value, deployment)
  if (outcome.kind === 'error') return ['refused', ...place]
  if (option.secret && from !== 'default') return ['hidden, for it is secret', ...place]
  if (outcome.value === null) return ['none', ...place]
  const shown = renderConfValue(outcome.value)
  return [shown === '' ? 'empty' : code(shown), ...place]
}

/** Where a value comes from. */
function placeOf({ from, settings, variable }: EffectiveValue, deployment: ReportDeployment): Inline[] {
  const last = settings.at(-1)
  if (from === 'files' && last !== undefined)
    return [' in ', code(`${deployment.shown(last.file)}:${String(last.range.start.line + 1)}`)]
  return [from === 'environment' ? ` of the variable ${variable ?? ''}` : ' by default']
}
