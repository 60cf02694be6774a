import type { BaselineFile, Counts } from '../../server/src/protocol'
import { counted, countsInWords } from './counts'

/** What a person is asked before findings are recorded: how many, how severe, and what becomes of them. */
export function baselineQuestion(files: readonly BaselineFile[], pathOf: (file: BaselineFile) => string) {
  const total = files.reduce((sum, { counts }) => sum + newOnes(counts), 0)
  const lines = files.map(file => {
    const { known, ...fresh } = file.counts
    const words = [countsInWords({ ...fresh, known: 0 }).join(', ') || 'nothing new']
    if (known > 0) words.push(`${known} known already`)
    if (file.unread > 0) words.push(`what it says of ${counted(file.unread, 'file')} that could not be read stays`)
    return `${pathOf(file)}: ${words.join('; ')}.`
  })
  const consequence = 'Known findings are no problems any more, until what they say of the option changes.'
  return {
    message:
      total === 0 ? 'Nothing new was found. Write the baseline?' : `Record ${counted(total, 'finding')} as known?`,
    detail: [...lines, '', consequence].join('\n'),
  }
}

/** What was done. */
export function baselineWritten({ counts }: BaselineFile, path: string): string {
  return `Recorded ${counted(newOnes(counts) + counts.known, 'finding')} in ${path}.`
}

function newOnes({ error, warning, information, hint }: Counts): number {
  return error + warning + information + hint
}
