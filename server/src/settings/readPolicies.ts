import { exampleProblems, policyRule, policyRuleName } from '../engine/index'
import type { Policy, PolicyProblem, PythonParser, Rule } from '../engine/index'
import { pathMatcher } from './globs'
import type { JsonFile, SettingsProblem } from './jsonFile'
import type { JsonPath } from './violations'

/** Gathers the rules of a team's policies, from one or several files. */
export class PolicyReader {
  readonly rules: Rule[] = []
  /** The rules' names, those included that have no rule because something is wrong with them. */
  readonly named: string[] = []
  readonly problems: SettingsProblem[] = []

  constructor(private readonly python: PythonParser) {}

  /**
   * Makes a rule of a policy and runs its examples. One that is not as its author says is a problem at its place in
   * `file`, and no rule: what it would find is not what it should.
   */
  read(policy: Policy, file: JsonFile, path: JsonPath): void {
    // A condition that was left out would make it speak of more options than its author means.
    if (!file.isWhole(path)) return void this.named.push(policyRuleName(policy.name))
    const found: PolicyProblem[] = []
    const rule = policyRule(policy, pathMatcher, problem => found.push(problem))
    if (this.named.includes(rule.name)) {
      found.push({ path: ['name'], message: `There is another policy "${policy.name}".` })
    }
    this.named.push(rule.name)
    if (found.length === 0) found.push(...exampleProblems(policy, rule, this.python))
    if (found.length === 0) this.rules.push(rule)
    this.problems.push(...found.map(problem => file.problem([...path, ...problem.path], sentence(problem.message))))
  }
}

/** What is wrong with a pattern comes in few words. */
function sentence(message: string): string {
  return message.endsWith('.') ? message : `This pattern cannot be used: ${message}.`
}
