import type { NoteEntries } from '../../diff/releaseNotes'

/**
 * What a release note says, by its sections: a name at the beginning of a line, and what stands below it. That is enough to
 * see which options it names, without a reader of YAML; whether it is a good note, the command line tells.
 */
export function plainNote(text: string): NoteEntries {
  const parts = text.split(/^(?=[A-Za-z_]\w{0,30}:)/m)
  return {
    entries: parts.flatMap(part => {
      const [, section = '', rest = ''] = /^(?:([A-Za-z_]\w*):)?([^]*)$/.exec(part) ?? []
      return rest.split(/^[ \t]{0,9}- /m).flatMap(entry => (entry.trim() === '' ? [] : [{ section, text: entry }]))
    }),
  }
}
