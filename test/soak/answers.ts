import { groupings } from '../../server/src/protocol'
import type { InventoryResult, OptionRow } from '../../server/src/protocol'
import type { Editor } from './editor'

/** Every answer of a server that is at rest, by what was asked; plain data that can be compared as JSON. */
export type Answers = ReadonlyMap<string, unknown>

/** No more options than these are asked for one by one, spread evenly over all. */
const mostOptions = 40

/** Asks a server that is at rest for all that it can say of its texts. */
export async function answersOf(editor: Editor): Promise<Answers> {
  const { connection } = editor.client
  const asked: Promise<[string, unknown]>[] = []
  const ask = (title: string, method: string, params?: object): void => {
    const answer: Promise<unknown> = connection.sendRequest(method, params)
    asked.push(answer.then(result => [title, withoutId(result)]))
  }
  const { files, open } = editor.texts
  const inventory = 'novaConfigReview/inventory'
  const only = { findingsOnly: true, securityRelevantOnly: true, hideKnown: true }
  const all = { findingsOnly: false, securityRelevantOnly: false, hideKnown: false }
  for (const groupBy of groupings) ask(`inventory by ${groupBy}`, inventory, { groupBy, ...all })
  ask('what matters most in the inventory', inventory, { groupBy: 'group', ...only })
  ask('workspace symbols', 'workspace/symbol', { query: '' })
  ask('baseline', 'novaConfigReview/makeBaseline')
  for (const uri of new Set([...Object.keys(files).filter(isPython), ...open.map(document => document.uri)])) {
    ask(`symbols of ${uri}`, 'textDocument/documentSymbol', { textDocument: { uri } })
  }
  if (editor.client.initialized.capabilities.diagnosticProvider !== undefined) {
    for (const { uri } of open) ask(`diagnostics of ${uri}`, 'textDocument/diagnostic', { textDocument: { uri } })
  }
  const { sections } = await connection.sendRequest<InventoryResult>(inventory, { groupBy: 'file', ...all })
  for (const row of spread(sections.flatMap(section => section.options))) {
    const textDocument = { uri: row.uri }
    ask(`hover at ${row.id}`, 'textDocument/hover', { textDocument, position: row.selectionRange.start })
    ask(`description of ${row.id}`, 'novaConfigReview/describeOption', { uri: row.uri, id: row.id })
  }
  const answers = new Map(await Promise.all(asked))
  for (const [uri, diagnostics] of editor.pushed) answers.set(`pushed for ${uri}`, diagnostics)
  return answers
}

/** The id of a report of diagnostics counts what its server has been through. */
function withoutId(answer: unknown): unknown {
  return typeof answer === 'object' && answer !== null && 'resultId' in answer
    ? { ...answer, resultId: undefined }
    : answer
}

/** What two servers do not agree on: by what was asked, the JSON of both where they part. */
export function differencesOf(ours: Answers, fresh: Answers): string[] {
  return [...new Set([...ours.keys(), ...fresh.keys()])].flatMap(title => {
    const [a, b] = [ours, fresh].map(answers => JSON.stringify(answers.get(title)) ?? 'no answer') as [string, string]
    if (a === b) return []
    let at = 0
    while (a[at] === b[at]) at += 1
    const excerpt = (json: string): string => json.slice(Math.max(0, at - 100), at + 100)
    return [`${title}\n  long at work: ${excerpt(a)}\n  fresh:        ${excerpt(b)}`]
  })
}

function isPython(uri: string): boolean {
  return uri.endsWith('.py')
}

function spread(rows: readonly OptionRow[]): readonly OptionRow[] {
  const step = Math.ceil(rows.length / mostOptions)
  return rows.filter((_, at) => at % step === 0)
}
