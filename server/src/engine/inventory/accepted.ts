import type { AnnouncedChange } from './announce'
import type { ChangeKind } from './change'
import { keyOf, shown } from './placed'

/** A change that a team has agreed on, until a day. */
export interface AcceptedChange {
  /** `[group] name`, as `diff` shows the option. */
  readonly option: string
  readonly kind: ChangeKind
  readonly reason: string
  /** The last day on which it counts, `2026-11-26`. */
  readonly expires: string
}

/** A change, and what the team said of it. */
export interface JudgedChange extends AnnouncedChange {
  readonly accepted?: AcceptedChange
  /** What was said has expired: the change counts again. */
  readonly expired?: true
}

export interface Judged {
  readonly changes: readonly JudgedChange[]
  /** What was agreed on and matches no change. */
  readonly unmatched: readonly AcceptedChange[]
}

/** Puts beside each change what was agreed on about its option and kind. `today` is a day, `2026-11-26`. */
export function acceptChanges(
  changes: readonly AnnouncedChange[],
  accepted: readonly AcceptedChange[],
  today: string,
): Judged {
  const entries = new Map(accepted.map(entry => [`${entry.kind} ${keyOfShown(entry.option)}`, entry]))
  const matched = new Set<AcceptedChange>()
  const judged = changes.map((change): JudgedChange => {
    const entry = entries.get(`${change.kind} ${keyOf(change.group, change.option)}`)
    if (entry === undefined) return change
    matched.add(entry)
    return { ...change, accepted: entry, ...(entry.expires < today && { expired: true }) }
  })
  return { changes: judged, unmatched: accepted.filter(entry => !matched.has(entry)) }
}

/** How settings name the option of a change. */
export function shownOption({ group, option }: Pick<AnnouncedChange, 'group' | 'option'>): string {
  return shown(group, option)
}

/** Whether a change still has to be looked at: nobody has accepted it, or no longer. */
export function isOpen({ accepted, expired }: JudgedChange): boolean {
  return accepted === undefined || expired === true
}

function keyOfShown(option: string): string {
  const [, group = '?', name = option] = /^\[(.*?)\] (.+)$/.exec(option) ?? []
  return keyOf(group === '?' ? null : group, name)
}
