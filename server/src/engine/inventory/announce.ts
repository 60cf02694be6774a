import type { Change } from './change'
import { checklistOf, type ChecklistItem } from './checklist'
import type { Names } from './naming'

/** A release note of the range, by what it says. */
export interface ReleaseNote {
  readonly path: string
  readonly entries: readonly { readonly section: string; readonly text: string }[]
}

/** A commit of the range whose message bears tags such as `UpgradeImpact`. */
export interface TaggedCommit {
  readonly commit: string
  readonly message: string
  readonly tags: readonly string[]
  readonly files: readonly string[]
}

/** A change with what was said of it. */
export interface AnnouncedChange extends Change {
  /** The notes that name the option, by path. */
  readonly releaseNotes: readonly string[]
  /** The tags of commits that touch the declaration or name the option. */
  readonly tags: readonly string[]
  readonly checklist: readonly ChecklistItem[]
}

/** Puts beside each change the notes and tags that speak of it, and the items of the review checklist that it raises. */
export function announce(
  changes: readonly Change[],
  said: { readonly notes: readonly ReleaseNote[]; readonly commits: readonly TaggedCommit[] },
  names: Names,
): AnnouncedChange[] {
  return changes.map(change => {
    const naming = said.notes.flatMap(({ path, entries }) => {
      const sections = entries.filter(({ text }) => names(text, change)).map(({ section }) => section)
      return sections.length > 0 ? [{ path, sections }] : []
    })
    const commits = said.commits.filter(({ files, message }) => files.includes(change.file) || names(message, change))
    const tags = [...new Set(commits.flatMap(commit => commit.tags))].sort()
    const sections = new Set(naming.flatMap(note => note.sections))
    const releaseNotes = naming.map(note => note.path)
    return { ...change, releaseNotes, tags, checklist: checklistOf(change, sections, tags) }
  })
}
