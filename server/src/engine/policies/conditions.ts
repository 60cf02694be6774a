import type { Fact } from './optionFacts'
import { PatternError, compilePattern } from '../patterns/pattern'
import type { Pattern } from '../patterns/pattern'
import type { Condition, Conditions, FactName } from './policy'

/** Whether a fact is as asked: undefined where that cannot be told. */
export type Test = (fact: Fact) => boolean | undefined

export interface NamedTest {
  readonly fact: FactName
  readonly test: Test
}

/** Something wrong in a policy, and where: keys and indices from the policy's object downwards. */
export interface PolicyProblem {
  readonly path: readonly (string | number)[]
  readonly message: string
}

/** Tests whether a path is one that globs name; hosts have one dialect of globs for all their settings. */
export type MatchPath = (globs: readonly string[]) => Pattern

/** Texts longer than this are not looked into. */
const longestText = 50_000

/** Makes tests of conditions; patterns that cannot be read are told to `problem` and left out. */
export function compileConditions(
  conditions: Conditions,
  matchPath: MatchPath,
  problem: (problem: PolicyProblem) => void,
): readonly NamedTest[] {
  return Object.entries(conditions).map(([name, condition]) => {
    const fact = name as FactName
    const tell = (path: readonly (string | number)[], message: string): void => {
      problem({ path: [fact, ...path], message })
    }
    const compile = fact === 'file' ? matchPath : (patterns: readonly string[]) => anyOf(patterns, condition, tell)
    return { fact, test: compileCondition(condition, compile) }
  })
}

function compileCondition(condition: Condition, compile: (patterns: readonly string[]) => Pattern): Test {
  if (condition === null) return fact => !fact.present
  if (typeof condition === 'boolean') return fact => (fact.holds ?? fact.present) === condition
  if (typeof condition === 'number') return fact => fact.number === condition
  if (typeof condition === 'string') return fits(compile([condition]))
  if (isList(condition)) return fits(compile(condition))
  if ('not' in condition) {
    const test = fits(compile(typeof condition.not === 'string' ? [condition.not] : condition.not))
    return fact => negate(test(fact))
  }
  const { atLeast = -Infinity, atMost = Infinity } = condition
  return ({ number }) => number !== undefined && atLeast <= number && number <= atMost
}

function fits(pattern: Pattern): Test {
  return ({ texts, open }) => {
    if (texts.some(text => text.length > longestText)) return undefined
    return texts.some(pattern) || (open ? undefined : false)
  }
}

function negate(answer: boolean | undefined): boolean | undefined {
  return answer === undefined ? undefined : !answer
}

function isList(condition: object): condition is readonly string[] {
  return Array.isArray(condition)
}

function anyOf(
  patterns: readonly string[],
  condition: Condition,
  tell: (path: readonly (string | number)[], message: string) => void,
): Pattern {
  const inNot = typeof condition === 'object' && condition !== null && 'not' in condition
  const asked = inNot ? condition.not : condition
  const compiled = patterns.flatMap((pattern, index) => {
    try {
      return compilePattern(pattern)
    } catch (error) {
      if (!(error instanceof PatternError)) throw error
      tell([...(inNot ? ['not'] : []), ...(Array.isArray(asked) ? [index] : [])], error.message)
      return []
    }
  })
  return text => compiled.some(pattern => pattern(text))
}
