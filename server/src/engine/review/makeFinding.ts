import { cwe } from '../knowledge/references'
import { fingerprint } from '../oslo/fingerprint'
import type { Option } from '../oslo/option'
import type { Report, Rule } from '../rules/rule'
import type { Finding, ReviewSettings } from './finding'

/** Makes plain data of what a rule reported; a severity that a person set for the rule wins over the rule's own. */
export function makeFinding(
  rule: Rule,
  report: Report,
  option: Option | undefined,
  file: string,
  settings: ReviewSettings,
): Finding {
  const wanted = settings.rules[rule.name]
  return {
    rule: rule.name,
    severity: wanted === undefined || wanted === 'off' ? (report.severity ?? rule.severity) : wanted,
    category: rule.category,
    message: fillIn(rule.messages[report.message] ?? report.message, report.args ?? {}),
    file,
    range: report.at,
    option: option && {
      id: option.id,
      name: option.name.kind === 'known' ? option.name.value : undefined,
      groups: option.membership.groups,
    },
    references: [...rule.references, ...rule.cwe.map(cwe)],
    fixes: report.fixes ?? [],
    related: report.related ?? [],
    content: fingerprint(JSON.stringify([option?.content, report.message, report.args])),
  }
}

/** Puts arguments into a message: `{name}` stands for the one of that name. */
function fillIn(template: string, args: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => args[name] ?? whole)
}
