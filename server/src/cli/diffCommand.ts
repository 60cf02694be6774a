import { type Impact, impacts, isOpen } from '../engine/index'
import { zuulReturn } from '../report/index'
import { compare, type Comparison } from './diff/comparison'
import { diffMarkdown } from './diff/diffMarkdown'
import { diffJson } from './diff/diffJson'
import { diffText } from './diff/diffText'
import { type CliHost, type Completeness, type ExitCode, exitCodeOf } from './host'

export interface DiffOptions extends Completeness {
  readonly format: 'text' | 'json' | 'md' | 'zuul'
  /** The file of settings that says which changes are accepted, instead of looking for one. */
  readonly config?: string
  /** The least impact that makes the run fail; none does where it is not given. */
  readonly failOn?: Exclude<Impact, 'cosmetic'>
}

/**
 * `diff`: prints what changed about options between two states of a git repository.
 * @returns 2 when not everything was read, 1 when there is a change of the impact to fail on, or a graver one, else 0
 * @throws ReadError when the two cannot be compared
 */
export async function diffCommand(args: readonly string[], options: DiffOptions, host: CliHost): Promise<ExitCode> {
  const comparison = await compare(args, options, host)
  host.out(written(comparison, options, host))
  const gravest = options.failOn === undefined ? -1 : impacts.indexOf(options.failOn)
  // What the team has accepted fails nothing until that expires.
  const failing = comparison.changes.filter(change => isOpen(change) && impacts.indexOf(change.impact) <= gravest)
  return exitCodeOf(comparison.incomplete, failing.length, options)
}

function written(comparison: Comparison, { format }: DiffOptions, { colors }: CliHost): string {
  if (format === 'json') return diffJson(comparison)
  if (format === 'text') return diffText(comparison, colors)
  if (format === 'md') return diffMarkdown(comparison)
  // Gerrit shows the head: of what is gone there is no line left to comment on.
  const comments = comparison.changes
    .filter(({ side }) => side === 'head')
    .map(change => ({ ...change, level: isOpen(change) ? levels[change.impact] : ('info' as const) }))
    .map(({ file, range, level, impact, kind, group, option, why }) => ({
      file,
      line: range.start.line + 1,
      level,
      message: `${impact} ${kind} [${group ?? '?'}] ${option}: ${why}`,
    }))
  return zuulReturn(comments)
}

const levels = { security: 'error', breaking: 'error', 'operator-visible': 'warning', cosmetic: 'info' } as const
