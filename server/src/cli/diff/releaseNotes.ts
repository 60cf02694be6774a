import { parse } from 'yaml'
import type { ReleaseNote } from '../../engine/index'
import type { Tree } from './tree'

/** What is wrong with a note, for whoever writes it. */
export interface NoteProblem {
  readonly file: string
  readonly reason: string
}

export interface Notes {
  readonly notes: readonly ReleaseNote[]
  readonly problems: readonly NoteProblem[]
}

/** Those that reno knows where nobody configures others. */
const sections = new Set('prelude features issues upgrade deprecations critical security fixes other'.split(' '))

/** The release notes that the head has and the base has not; of those that were edited, the entries that are new or other. */
export async function notesBetween(base: Tree, head: Tree): Promise<Notes> {
  const paths = [...head.files.keys()].filter(isNote).filter(path => base.files.get(path) !== head.files.get(path))
  const [before, after] = await Promise.all([base.read(paths.filter(path => base.files.has(path))), head.read(paths)])
  const problems: NoteProblem[] = []
  const notes = paths.sort().flatMap(path => {
    const { entries, problem } = entriesOf(after.get(path))
    if (problem !== undefined) problems.push({ file: path, reason: problem })
    const old = new Set(entriesOf(before.get(path)).entries.map(({ text }) => words(text)))
    const fresh = entries.filter(({ text }) => !old.has(words(text)))
    return fresh.length > 0 ? [{ path, entries: fresh }] : []
  })
  return { notes, problems }
}

export function isNote(path: string): boolean {
  return /(^|\/)releasenotes\/notes\/[^/]+\.ya?ml$/.test(path)
}

interface Read {
  readonly entries: ReleaseNote['entries']
  readonly problem?: string
}

/** What cannot be read as YAML is one entry of no section: it may still name options. */
function entriesOf(bytes: Buffer | undefined): Read {
  if (bytes === undefined) return { entries: [] }
  const text = bytes.toString('utf8')
  const asText = (problem: string): Read => ({ entries: [{ section: '', text }], problem })
  let read: unknown
  try {
    read = parse(text, { maxAliasCount: 0, logLevel: 'error' })
  } catch (error) {
    return asText(`is no YAML: ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)}`)
  }
  if (read === null) return { entries: [] }
  if (typeof read !== 'object' || Array.isArray(read)) return asText('has no sections')
  const entries = Object.entries(read).flatMap(([section, value]) =>
    textsIn(value).map(entry => ({ section, text: entry })),
  )
  const unknown = Object.keys(read).filter(section => !sections.has(section))
  return {
    entries,
    ...(unknown.length > 0 && { problem: `has sections that reno does not know: ${unknown.join(', ')}` }),
  }
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, item]) => [...(Array.isArray(value) ? [] : [key]), ...textsIn(item)])
}

function words(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
