import type { Finding } from '../engine/index'
import { safeJson } from '../safe/text'
import type { FileFinding, ReviewResult } from './reviewResult'

/**
 * The review as JSON, version 1 of its shape. `file` is relative to the PATH given; lines and columns count from 1,
 * columns in UTF-16 units as editors do. `option` and `group` are null where there is none or its name is not known.
 * `incomplete` is what was not read wholly.
 */
export function reviewJson({ findings, summary, incomplete }: ReviewResult): string {
  const unread = incomplete.map(({ relative, reason }) => ({ file: relative, reason }))
  const whole = { schemaVersion: 1, summary, incomplete: unread, findings: findings.map(record) }
  return `${safeJson(JSON.stringify(whole, null, 2))}\n`
}

function record({ finding, source }: FileFinding): object {
  const { start, end } = finding.range
  return {
    rule: finding.rule,
    severity: finding.severity,
    file: source.relative,
    line: start.line + 1,
    endLine: end.line + 1,
    column: start.character + 1,
    option: finding.option?.name ?? null,
    group: groupOf(finding),
    message: finding.message,
    references: finding.references,
  }
}

function groupOf({ option }: Finding): string | readonly string[] | null {
  const groups = option?.groups ?? []
  return groups.length > 1 ? groups : (groups[0] ?? null)
}
