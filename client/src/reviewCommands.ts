import { Uri, commands, window, type Memento } from 'vscode'
import * as protocol from '../../server/src/protocol'
import { askExpiry } from './askExpiry'
import { askReason } from './askReason'
import type { InventoryNode } from './inventoryNodes'
import { editorRange } from './inventoryItems'
import type { InventoryView } from './inventoryView'
import type { ReviewServer } from './languageClient'
import type { ReviewChanges, ReviewTarget } from './reviewChanges'

/** What the commands of a review work with. */
export interface ReviewParts {
  readonly server: ReviewServer
  readonly view: InventoryView
  readonly reviews: ReviewChanges
  readonly memento: Memento
}

/** What a command is called with: by a menu the row, by a key in the view a word for the focused row, by a key in the editor nothing. */
type Called = InventoryNode | 'focused' | undefined

/** A command: what it did is seen elsewhere. */
type ReviewCommand = (called?: Called) => Promise<void>

/** Says one thing of an option; of some, it asks why. */
export function markOption(parts: ReviewParts, state: protocol.MarkState): ReviewCommand {
  return async called => {
    await mark(parts, called, state)
  }
}

export function markReviewedAndNext(parts: ReviewParts): ReviewCommand {
  return async called => {
    if (await mark(parts, called, 'reviewed')) await goToNext(parts, called)
  }
}

export function nextUnreviewed(parts: ReviewParts): ReviewCommand {
  return called => goToNext(parts, called)
}

/** Opens the box for a note below the declaration. */
export function addNote({ view }: ReviewParts): ReviewCommand {
  return async called => {
    const target = await targetOf(called, view)
    if (target?.position === undefined) return sayNoOption()
    const { line, character } = target.position
    const at = { start: { line, character }, end: { line, character } }
    await window.showTextDocument(Uri.parse(target.uri), { selection: editorRange(at) })
    await commands.executeCommand('workbench.action.addComment')
  }
}

const words: Readonly<Record<protocol.MarkState, string>> = {
  reviewed: 'is marked as reviewed',
  question: 'is marked with a question',
  'accepted-risk': 'is marked as an accepted risk',
  finding: 'is marked as a finding',
  unreviewed: 'has no mark of yours any more',
}

/** Whether it was done. */
async function mark(
  { view, reviews, memento }: ReviewParts,
  called: Called,
  state: protocol.MarkState,
): Promise<boolean> {
  const target = await targetOf(called, view)
  if (target === undefined) {
    sayNoOption()
    return false
  }
  const about = await answers(state, memento)
  if (about === undefined) return false
  const options = await reviews.say(target, { kind: 'mark', state, ...about })
  if (options === undefined) return false
  // `$(name)` would be a picture there.
  window.setStatusBarMessage(`${options.join(', ').replaceAll('$(', '$ (')} ${words[state]}.`, 5000)
  return true
}

/** What a mark needs to be told: why a risk is accepted and to when, what the question is, what was found. */
async function answers(
  state: protocol.MarkState,
  memento: Memento,
): Promise<{ reason?: string; expires?: string } | undefined> {
  if (state === 'reviewed' || state === 'unreviewed') return {}
  const reason = await askReason(questions[state], memento)
  if (reason === undefined || state !== 'accepted-risk') return reason === undefined ? undefined : { reason }
  const expires = await askExpiry()
  return expires === undefined ? undefined : { reason, expires }
}

const questions = {
  question: { title: 'Mark with a Question', prompt: 'What has to be answered about this option?', key: 'questions' },
  finding: { title: 'Mark as a Finding', prompt: 'What is wrong with this option?', key: 'findings' },
  'accepted-risk': { title: 'Accept the Risk', prompt: 'Why is the risk accepted?', key: 'acceptedRisks' },
}

async function goToNext({ server, view }: ReviewParts, called: Called): Promise<void> {
  const { uri, position } = (await targetOf(called, view)) ?? {}
  const params: protocol.NextUnreviewedParams = { ...(uri !== undefined && { uri }), ...(position && { position }) }
  const next = await server.request<protocol.NextUnreviewedResult>(protocol.nextUnreviewed, params)
  if (next === undefined) return
  if (next === null) {
    window.setStatusBarMessage('All options have been looked at.', 5000)
    return
  }
  await window.showTextDocument(Uri.parse(next.uri), {
    selection: editorRange(next.range),
    preserveFocus: called !== undefined,
  })
  // Who works in the view goes on there.
  if (called === 'focused') await view.reveal(next)
  window.setStatusBarMessage(`${next.left} left to look at`, 5000)
}

/** The option that a command is about: that of a row of the view, else the one at the cursor. */
async function targetOf(called: Called, view: InventoryView): Promise<ReviewTarget | undefined> {
  // The arrow keys move the focus alone, and it is the focused row that a person means.
  if (called === 'focused') await commands.executeCommand('list.selectAndPreserveFocus')
  const node = called === 'focused' ? view.selected : called
  if (node?.kind === 'option') {
    const { uri, id, selectionRange } = node.row
    return { uri, id, position: selectionRange.start }
  }
  if (node?.kind === 'finding') return { uri: node.row.uri, position: node.row.range.start }
  const editor = window.activeTextEditor
  if (node !== undefined || editor === undefined) return undefined
  if (protocol.kindOfLanguage(editor.document.languageId) !== protocol.pythonFiles) return undefined
  const { line, character } = editor.selection.active
  return { uri: editor.document.uri.toString(), position: { line, character } }
}

function sayNoOption(): void {
  window.setStatusBarMessage('There is no oslo.config option at the cursor.', 3000)
}
