import type { Change, ChangeKind } from './change'

/** One item of the review checklist: C23 to C31, those about change over time. */
export interface ChecklistItem {
  readonly item: string
  /** Whether the change satisfies it, as far as the sources say; else it is open, for a person to judge. */
  readonly ok: boolean
}

/** Changes that operators have to be told of before they upgrade. */
const telling: ReadonlySet<ChangeKind> = new Set([
  'removed',
  'renamed',
  'moved',
  'alias',
  'type',
  'constraint',
  'default',
  'required',
  'secret',
  'deprecation',
])

/** The sections of release notes that operators read for such changes. */
const upgradeSections = ['upgrade', 'deprecations', 'security', 'critical']

/** The items that a change raises, in their order. `sections` are those of the notes that name the option. */
export function checklistOf(
  change: Change,
  sections: ReadonlySet<string>,
  tags: readonly string[],
): readonly ChecklistItem[] {
  const items: ChecklistItem[] = []
  const raise = (item: string, ok: boolean): void => void items.push({ item, ok })
  const { kind } = change
  if (kind === 'renamed' || kind === 'moved' || kind === 'alias') raise('C23', change.aliasKept === true)
  if (kind === 'removed') {
    if (change.likely !== undefined) raise('C23', false)
    raise('C24', change.deprecatedBefore === true)
    // How long ago it was announced, two trees do not tell.
    if (change.deprecatedBefore === false) raise('C25', false)
  }
  if (kind === 'deprecation') raise('C24', true)
  if (kind === 'default' || kind === 'type') raise('C26', sections.size > 0)
  if (kind === 'added') raise('C27', sections.size > 0)
  if (telling.has(kind)) {
    raise(
      'C27',
      upgradeSections.some(section => sections.has(section)),
    )
    if (change.impact !== 'cosmetic' && kind !== 'deprecation')
      raise(
        'C28',
        tags.some(tag => tag === 'UpgradeImpact' || tag === 'DocImpact'),
      )
  }
  if (kind === 'mutable' && change.to === true) raise('C29', false)
  if (kind === 'advanced' && change.to === true) raise('C30', false)
  return items
}
