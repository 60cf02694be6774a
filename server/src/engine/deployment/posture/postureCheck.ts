import type { EffectiveValue } from '../values'
import type { OptionName } from './optionName'
import type { PostureView } from './postureView'

export type Verdict = 'pass' | 'fail' | 'not-applicable' | 'unknown'

/** One thing that a deployment should have right, judged by effective values. */
export interface PostureCheck {
  /** Stays the same over time. */
  readonly id: string
  /** What is asked, as a person would put it. */
  readonly title: string
  /** The option that it is about; undefined where it is about files. */
  readonly about: OptionName | undefined
  /** Who says so: a check of the OpenStack Security Guide, a note, an advisory, or an address. */
  readonly evidence: readonly string[]
  /** What to set for it to pass, as a line of its section; undefined where that depends on the site. */
  readonly safer?: string
  /** A value that cannot be told makes the verdict unknown. */
  readonly judge: (view: PostureView) => Verdict
}

export interface PostureResult {
  readonly check: PostureCheck
  readonly verdict: Verdict
  /** The option's effective value; undefined where it is about files, or the option is not known. */
  readonly value: EffectiveValue | undefined
}

/** The verdict of a check that applies. */
export function passes(holds: boolean): Verdict {
  return holds ? 'pass' : 'fail'
}
