import { confRules } from '../engine/index'
import { sarifLog } from '../report/index'
import type { Deployment } from './deployment'

/** The findings as a SARIF log. */
export function checkSarif({ findings, incomplete }: Deployment): string {
  const rules = Object.entries(confRules).map(([id, severity]) => ({ id, severity }))
  const isUnread = findings.some(({ rule }) => rule === 'file-error' || rule === 'encoding-error')
  return sarifLog(rules, findings, incomplete.length === 0 && !isUnread)
}
