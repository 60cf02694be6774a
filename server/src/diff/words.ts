import { compactJson, type Impact, impacts, isOpen, type Json, type JudgedChange } from '../engine/index'
import { label, message } from '../safe/text'

/** What a change made of what, and how those are to be set apart. */
export interface ChangeWords {
  /** `[api] workers`. */
  readonly name: string
  /** Undefined where a change has no values to show. */
  readonly from?: string
  readonly to?: string
  readonly why: string
  /** What stands below it, one thing a line: what it breaks, what was said of it, what is open. */
  readonly details: readonly Detail[]
}

/** A word, and what it is about: `code` is text of a file, or a place. */
export interface Detail {
  readonly word: string
  readonly code?: string
  readonly text?: string
}

/** A change in words, each fit to be shown on one line. */
export function wordsOf(change: JudgedChange): ChangeWords {
  return {
    name: `[${label(change.group ?? '?')}] ${label(change.option)}`,
    ...values(change),
    why: message(change.why),
    details: details(change),
  }
}

function values({ from, to, kind }: JudgedChange): Pick<ChangeWords, 'from' | 'to'> {
  if (kind === 'help') return {}
  if (from === null && kind === 'added') return { to: shown(to) }
  if (to === null && kind === 'removed') return { from: shown(from) }
  return { from: shown(from), to: shown(to) }
}

function shown(value: Json): string {
  if (value === null) return 'None'
  return label(typeof value === 'string' ? value : compactJson(value))
}

function details(change: JudgedChange): Detail[] {
  const { witness, likely, undecided, releaseNotes, checklist, accepted } = change
  const open = checklist.filter(({ ok }) => !ok).map(({ item }) => item)
  const until = change.expired === true ? 'was accepted until' : 'accepted until'
  return [
    ...(witness ? [{ word: 'breaks', code: `[${label(witness.group)}] ${label(witness.line)}` }] : []),
    ...(likely === undefined ? [] : [{ word: 'without an alias, perhaps the same as', code: label(likely) }]),
    ...(undecided ? [{ word: 'cannot be told wholly from the source' }] : []),
    ...releaseNotes.map(note => ({ word: 'note', code: note })),
    ...(open.length > 0 ? [{ word: 'open', text: open.join(', ') }] : []),
    ...(accepted ? [{ word: `${until} ${label(accepted.expires)}`, text: message(accepted.reason) }] : []),
  ]
}

/** The changes, the gravest first. */
export function gravestFirst<Change extends { readonly impact: Impact }>(changes: readonly Change[]): Change[] {
  return impacts.flatMap(impact => changes.filter(change => change.impact === impact))
}

/** `3 changes (1 breaking, 2 cosmetic), 1 of them accepted.` */
export function summaryOf(changes: readonly JudgedChange[], isAll: boolean): string {
  if (changes.length === 0) return isAll ? 'No changes of options.' : 'No changes of options in what was read.'
  const counts = impacts.flatMap(impact => {
    const count = changes.filter(change => change.impact === impact).length
    return count > 0 ? [`${String(count)} ${impact}`] : []
  })
  const accepted = changes.filter(change => !isOpen(change)).length
  const noted = accepted > 0 ? `, ${String(accepted)} of them accepted` : ''
  return `${String(changes.length)} ${changes.length === 1 ? 'change' : 'changes'} (${counts.join(', ')})${noted}.`
}
