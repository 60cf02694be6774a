import { Project } from '../project/project'
import type { Rule } from '../rules/rule'
import type { PythonParser } from '../syntax/parser'
import type { PolicyProblem } from './conditions'
import type { Policy } from './policy'

/** What examples may take for granted. */
const preamble = 'from oslo_config import cfg\nfrom oslo_config import types\n\nCONF = cfg.CONF\n\n'
const file = 'example.py'

/** Runs a policy's examples; one problem for each that is not what it is said to be. */
export function exampleProblems(policy: Policy, rule: Rule, python: PythonParser): readonly PolicyProblem[] {
  const problems: PolicyProblem[] = []
  for (const kind of ['good', 'bad'] as const) {
    for (const [index, example] of (policy.examples?.[kind] ?? []).entries()) {
      const message = problemOf(kind, rule, example, python)
      if (message !== undefined) problems.push({ path: ['examples', kind, index], message })
    }
  }
  return problems
}

function problemOf(kind: 'good' | 'bad', rule: Rule, example: string, python: PythonParser): string | undefined {
  const project = new Project(python)
  project.setText(file, preamble + example)
  project.complete = true
  const options = project.module(file)?.options ?? []
  if (options.length === 0) return 'This example declares no option.'
  const reported = options.some(option => [...(rule.check?.(option, { project, path: file }) ?? [])].length > 0)
  if (kind === 'good' && reported) return `This example should be good, but ${rule.name} reports it.`
  if (kind === 'bad' && !reported) return `This example should be bad, but ${rule.name} is silent.`
  return undefined
}
