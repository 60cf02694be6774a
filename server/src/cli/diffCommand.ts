import { type Impact, impacts } from '../engine/index'
import { compare } from './diff/comparison'
import { diffJson } from './diff/diffJson'
import { diffText } from './diff/diffText'
import { type CliHost, type Completeness, type ExitCode, exitCodeOf } from './host'

export interface DiffOptions extends Completeness {
  readonly format: 'text' | 'json'
  /** The least impact that makes the run fail; none does where it is not given. */
  readonly failOn?: Exclude<Impact, 'cosmetic'>
}

/**
 * `diff`: prints what changed about options between two states of a git repository.
 * @returns 2 when not everything was read, 1 when there is a change of the impact to fail on, or a graver one, else 0
 * @throws ReadError when the two cannot be compared
 */
export async function diffCommand(args: readonly string[], options: DiffOptions, host: CliHost): Promise<ExitCode> {
  const comparison = await compare(args, host)
  host.out(options.format === 'json' ? diffJson(comparison) : diffText(comparison, host.colors))
  const gravest = options.failOn === undefined ? -1 : impacts.indexOf(options.failOn)
  const failing = comparison.changes.filter(({ impact }) => impacts.indexOf(impact) <= gravest)
  return exitCodeOf(comparison.incomplete, failing.length, options)
}
