import { CORE_SCHEMA, load, YAMLException } from 'js-yaml'
import type { NoteEntries } from '../../diff/releaseNotes'

/** Those that reno knows where nobody configures others. */
const sections = new Set('prelude features issues upgrade deprecations critical security fixes other'.split(' '))

/** What a note says. What cannot be read as YAML is one entry of no section: it may still name options. */
export function noteEntries(text: string): NoteEntries {
  const asText = (problem: string): NoteEntries => ({ entries: [{ section: '', text }], problem })
  let read: unknown
  try {
    read = load(text, { schema: CORE_SCHEMA })
  } catch (error) {
    return asText(`is no YAML: ${whyNot(error)}`)
  }
  if (read === null || read === undefined) return { entries: [] }
  if (typeof read !== 'object' || Array.isArray(read)) return asText('has no sections')
  const seen = new Set<object>()
  const entries = Object.entries(read).flatMap(([section, value]) =>
    textsIn(value, seen).map(entry => ({ section, text: entry })),
  )
  const unknown = Object.keys(read).filter(section => !sections.has(section))
  return {
    entries,
    ...(unknown.length > 0 && { problem: `has sections that reno does not know: ${unknown.join(', ')}` }),
  }
}

function whyNot(error: unknown): string {
  if (!(error instanceof YAMLException)) return String(error)
  const { reason, mark } = error
  return mark === undefined ? reason : `${reason} in line ${String(mark.line + 1)}`
}

/** What is `seen` already is not told again: an alias may repeat a text without end. */
function textsIn(value: unknown, seen: Set<object>): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null || seen.has(value)) return []
  seen.add(value)
  return Object.entries(value).flatMap(([key, item]) => [
    ...(Array.isArray(value) ? [] : [key]),
    ...textsIn(item, seen),
  ])
}
