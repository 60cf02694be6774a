import type { Option } from '../oslo/option'
import { renderConfValue } from '../oslo/renderConfValue'
import type { Report, Rule } from '../rules/rule'
import { compileConditions } from './conditions'
import type { MatchPath, NamedTest, PolicyProblem } from './conditions'
import { factOf } from './optionFacts'
import { policyRuleName } from './policy'
import type { Policy } from './policy'

/** Makes a rule of a policy: it is settled, waived and recorded like the others. `problem` hears of broken patterns. */
export function policyRule(policy: Policy, matchPath: MatchPath, problem: (problem: PolicyProblem) => void): Rule {
  const compile = (part: 'when' | 'unless' | 'require'): readonly NamedTest[] | undefined =>
    policy[part] &&
    compileConditions(policy[part], matchPath, ({ path, message }) => problem({ path: [part, ...path], message }))
  const when = compile('when') ?? []
  const unless = compile('unless')
  const require = compile('require')
  return {
    name: policyRuleName(policy.name),
    summary: policy.message,
    severity: policy.severity ?? 'information',
    category: policy.category ?? 'other',
    cwe: [],
    references: policy.url === undefined ? [] : [{ label: 'The policy', url: policy.url }],
    messages: { policy: policy.message },
    *check(option, { path }): Iterable<Report> {
      if (allOf(when, option, path) !== true) return
      if (unless !== undefined && allOf(unless, option, path) !== false) return
      if (require !== undefined && allOf(require, option, path) !== false) return
      yield { at: option.nameRange, message: 'policy', args: argumentsOf(option) }
    },
  }
}

/** Whether all hold: false as soon as one does not, undefined where that cannot be told. */
function allOf(tests: readonly NamedTest[], option: Option, path: string): boolean | undefined {
  let all: boolean | undefined = true
  for (const { fact, test } of tests) {
    const known = factOf(option, fact, path)
    const answer = known && test(known)
    if (answer === false) return false
    if (answer === undefined) all = undefined
  }
  return all
}

function argumentsOf(option: Option): Record<string, string> {
  const { groups } = option.membership
  return {
    name: option.displayName,
    group: groups.length > 0 ? groups.join(', ') : '?',
    type: option.className,
    default: option.default.kind === 'known' ? renderConfValue(option.default.value) : '<None>',
  }
}
