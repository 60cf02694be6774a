import { severities } from '../rules/rule'
import type { Severity } from '../rules/rule'

/** 0 for the most severe. */
export function rank(severity: Severity): number {
  return severities.indexOf(severity)
}
