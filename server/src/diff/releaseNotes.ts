import type { ReleaseNote } from '../engine/index'
import type { Tree } from './tree'

/** What is wrong with a note, for whoever writes it. */
export interface NoteProblem {
  readonly file: string
  readonly reason: string
}

/** What one note says, section by section, and what is wrong with it. */
export interface NoteEntries {
  readonly entries: ReleaseNote['entries']
  readonly problem?: string
}

export interface Notes {
  readonly notes: readonly ReleaseNote[]
  readonly problems: readonly NoteProblem[]
}

/**
 * The release notes that the head has and the base has not; of those that were edited, the entries that are new or other.
 * @param entriesOf reads the text of a note
 */
export async function notesBetween(base: Tree, head: Tree, entriesOf: (text: string) => NoteEntries): Promise<Notes> {
  const paths = [...head.files.keys()].filter(isNote).filter(path => base.files.get(path) !== head.files.get(path))
  const [before, after] = await Promise.all([base.read(paths.filter(path => base.files.has(path))), head.read(paths)])
  const problems: NoteProblem[] = []
  const notes = paths.sort().flatMap(path => {
    const { entries, problem } = entriesOf(after.get(path)?.text ?? '')
    if (problem !== undefined) problems.push({ file: path, reason: problem })
    const old = new Set(entriesOf(before.get(path)?.text ?? '').entries.map(({ text }) => words(text)))
    const fresh = entries.filter(({ text }) => !old.has(words(text)))
    return fresh.length > 0 ? [{ path, entries: fresh }] : []
  })
  return { notes, problems }
}

export function isNote(path: string): boolean {
  return /(^|\/)releasenotes\/notes\/[^/]+\.ya?ml$/.test(path)
}

function words(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
