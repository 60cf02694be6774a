import { cwe } from '../knowledge/references'
import { fingerprint } from '../oslo/fingerprint'
import type { Option } from '../oslo/option'
import type { Module } from '../project/module'
import type { Report, Rule } from '../rules/rule'
import type { Finding, ReviewSettings } from './finding'

/**
 * Makes plain data of what a rule reported; a severity that a person set for the rule wins over the rule's own. What
 * only tests declare never meets an operator: it is worth a hint at most.
 */
export function makeFinding(
  rule: Rule,
  report: Report,
  option: Option | undefined,
  module: Pick<Module, 'file' | 'isTest'>,
  settings: ReviewSettings,
): Finding {
  const wanted = settings.rules[rule.name]
  const own = module.isTest ? 'hint' : (report.severity ?? rule.severity)
  return {
    rule: rule.name,
    severity: wanted === undefined || wanted === 'off' ? own : wanted,
    category: rule.category,
    message: fillIn(rule.messages[report.message] ?? report.message, report.args ?? {}),
    ...consequenceOf(rule, report),
    file: module.file,
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

function consequenceOf(rule: Rule, { message, args }: Report): Pick<Finding, 'consequence'> {
  const template = rule.consequences?.[message]
  return template === undefined ? {} : { consequence: fillIn(template, args ?? {}) }
}

/** Puts arguments into a message: `{name}` stands for the one of that name. */
function fillIn(template: string, args: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const argument = args[name]
    return argument === undefined ? whole : cut(argument)
  })
}

/** At most so many UTF-16 units of an argument stand in a message: names and values that people write are shorter. */
const longestArgument = 160

function cut(text: string): string {
  if (text.length <= longestArgument) return text
  return `${text.slice(0, longestArgument).replace(/[\ud800-\udbff]$/, '')}…`
}
