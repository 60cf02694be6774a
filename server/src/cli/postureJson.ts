import type { PostureResult } from '../engine/index'
import { fromRecord, shownValue } from './checkJson'
import { type Json } from '../engine/index'
import { writeJson } from './writeJson'

/** The verdicts as JSON, version 1 of its shape, one check a line; `effective` and `from` are those of the option. */
export function postureJson(results: readonly PostureResult[]): string {
  const lines = results.map(result => `  ${writeJson(record(result))}`)
  return `{"schemaVersion": 1,\n"checks": [\n${lines.join(',\n')}\n]}\n`
}

function record({ check, verdict, value }: PostureResult): Json {
  const [group = null, option = null] = check.about?.split('/') ?? []
  return {
    id: check.id,
    title: check.title,
    verdict,
    group,
    option,
    effective: value === undefined ? null : shownValue(value),
    from: value === undefined ? null : fromRecord(value),
    error: value?.outcome.kind === 'error' ? value.outcome.message : null,
    evidence: [...check.evidence],
  }
}
