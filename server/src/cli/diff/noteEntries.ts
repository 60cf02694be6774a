import { parse } from 'yaml'
import type { NoteEntries } from '../../diff/releaseNotes'

/** Those that reno knows where nobody configures others. */
const sections = new Set('prelude features issues upgrade deprecations critical security fixes other'.split(' '))

/** What a note says. What cannot be read as YAML is one entry of no section: it may still name options. */
export function noteEntries(text: string): NoteEntries {
  const asText = (problem: string): NoteEntries => ({ entries: [{ section: '', text }], problem })
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
