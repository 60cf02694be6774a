import type { Setting } from '../ini/confFile'
import { confRules, type ConfFinding, type ConfFix, type ConfRule } from './confFinding'

/** A finding about a setting, at its key. */
export function atKey(setting: Setting, rule: ConfRule, message: string, fixes: readonly ConfFix[] = []): ConfFinding {
  return {
    ...finding(rule, message, fixes),
    file: setting.file,
    line: setting.range.start.line,
    range: setting.keyRange,
    group: setting.section,
    option: setting.key,
  }
}

export function finding(rule: ConfRule, message: string, fixes: readonly ConfFix[] = []): ConfFinding {
  const nowhere = { file: undefined, line: undefined, range: undefined, group: undefined, option: undefined }
  return { rule, severity: confRules[rule], ...nowhere, message, fixes }
}
