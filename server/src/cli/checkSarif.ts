import { version } from '../../../package.json'
import { type ConfFinding, confRules } from '../engine/index'
import { safeJson } from '../safe/text'
import type { Deployment } from './deployment'

const levels = { error: 'error', warning: 'warning', information: 'note', hint: 'none' } as const

/** The findings as a SARIF 2.1.0 log, which code hosts show beside the lines. */
export function checkSarif({ findings }: Deployment): string {
  const driver = {
    name: 'Nova Config Review',
    version,
    rules: Object.entries(confRules).map(([id, severity]) => ({
      id,
      defaultConfiguration: { level: levels[severity] },
    })),
  }
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver }, columnKind: 'utf16CodeUnits', results: findings.map(result) }],
  }
  return `${safeJson(JSON.stringify(log, null, 2))}\n`
}

function result({ rule, severity, file, line, range, message }: ConfFinding): object {
  const region = range && {
    startLine: range.start.line + 1,
    startColumn: range.start.character + 1,
    endLine: range.end.line + 1,
    endColumn: range.end.character + 1,
  }
  const place = { artifactLocation: { uri: file }, region: region ?? { startLine: (line ?? 0) + 1 } }
  return {
    ruleId: rule,
    level: levels[severity],
    message: { text: message },
    ...(file !== undefined && { locations: [{ physicalLocation: place }] }),
  }
}
