import { severities } from '../rules/rule'
import type { Severity } from '../rules/rule'
import type { Finding } from './finding'

/** What counts as a problem where nobody has said otherwise. */
export const defaultMinimumSeverity: Severity = 'information'

/** 0 for the most severe. */
export function rank(severity: Severity): number {
  return severities.indexOf(severity)
}

/** Whether `severity` is at or above `minimum`. */
export function isAtLeast(severity: Severity, minimum: Severity): boolean {
  return rank(severity) <= rank(minimum)
}

/** How loud a finding is shown: one that the baseline knows is a hint, whatever its severity. */
export function loudness({ severity, known }: Finding): Severity {
  return known === true ? 'hint' : severity
}

/** Whether a finding is one to show where `minimum` is the least severe that is. */
export function isShown(finding: Finding, minimum: Severity): boolean {
  return isAtLeast(loudness(finding), minimum)
}

/** Whether a finding is a problem that nobody knew of: what editor and command line count alike. */
export function isProblem(finding: Finding, minimum: Severity): boolean {
  return finding.known !== true && finding.waived === undefined && isAtLeast(finding.severity, minimum)
}
