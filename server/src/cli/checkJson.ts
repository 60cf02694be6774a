import { type ConfFinding, type EffectiveValue } from '../engine/index'
import type { Deployment } from './deployment'
import { type Json, confJson } from '../engine/index'
import { writeJson } from './writeJson'

/** What stands for a secret that is set. */
const hidden = '***'

/**
 * A check as JSON, version 1 of its shape. Lines count from 1; `file` is as given, null with its line for what is in none.
 * `values` holds every option: `value` is what the program gets (null with an `error`, or where it is `unknown`), and of
 * a secret nothing but that it is set.
 */
export function checkJson({ paths, declarations, values, findings }: Deployment): string {
  const all = values === undefined ? [] : [...declarations.all()].map(option => valueRecord(values.of(option)))
  const lines = (records: readonly Json[]): string =>
    records.length === 0 ? '[]' : `[\n${records.map(record => `  ${writeJson(record)}`).join(',\n')}\n]`
  return [
    '{"schemaVersion": 1,\n',
    `"files": ${writeJson([...paths])},\n`,
    `"findings": ${lines(findings.map(findingRecord))},\n`,
    `"values": ${lines(all)}}\n`,
  ].join('')
}

function findingRecord({ rule, severity, file, line, group, option, message }: ConfFinding): Json {
  return {
    rule,
    severity,
    file: file ?? null,
    line: line === undefined ? null : line + 1,
    group: group ?? null,
    option: option ?? null,
    message,
  }
}

/** The value that a program gets, and where it comes from: for a value made of several settings, the last one. */
export function valueRecord(value: EffectiveValue): Json {
  const { option, outcome } = value
  return {
    group: option.group,
    option: option.name,
    value: shownValue(value),
    from: fromRecord(value),
    error: outcome.kind === 'error' ? (option.secret ? 'the value is not taken' : outcome.message) : null,
    ...(outcome.kind === 'unknown' ? { unknown: true } : {}),
  }
}

export function shownValue({ option, from, outcome }: EffectiveValue): Json {
  if (outcome.kind !== 'value') return null
  if (option.secret && from !== 'default' && outcome.value !== null) return hidden
  return confJson(outcome.value)
}

export function fromRecord({ from, settings, variable }: EffectiveValue): Json {
  if (from === 'default') return 'default'
  if (from === 'environment') return { env: variable! }
  const last = settings.at(-1)!
  return { file: last.file, line: last.range.start.line + 1 }
}
