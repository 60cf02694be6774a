import type { ChangeRow } from '../../../server/src/protocol'

/** What a release note says when it is new, as reno's own have it: sections, and a block of text for each change. */
export function noteText(rows: readonly ChangeRow[]): string {
  const sections = new Map<string, string[]>()
  for (const { note } of rows) {
    if (note === undefined) continue
    sections.set(note.section, [...(sections.get(note.section) ?? []), note.text])
  }
  const parts = [...sections].map(([section, texts]) => `${section}:\n${texts.map(entry).join('')}`)
  return `---\n${parts.join('')}`
}

/** The file's name, from the repository's folder: what it is about, and what tells it from all others. */
export function notePath([first]: readonly ChangeRow[], random: Uint8Array): string {
  const subject = `${first?.kind ?? 'change'}-${first?.option ?? ''}`
  const slug = subject
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60)
  const unique = [...random].map(byte => byte.toString(16).padStart(2, '0')).join('')
  return `releasenotes/notes/${slug}-${unique}.yaml`
}

function entry(text: string): string {
  return `  - |\n${wrapped(text)
    .map(line => `    ${line}\n`)
    .join('')}`
}

/** Lines of at most 75 characters, where words let them. */
function wrapped(text: string): string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= 75) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}
