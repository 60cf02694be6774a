import { CodeActionKind } from 'vscode-languageserver'
import type { CodeAction, CodeActionParams, Diagnostic, SnippetTextEdit, TextEdit } from 'vscode-languageserver'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import { combineFixes, isSameRange, meet, needsWords, suppressionEdit } from '../../engine/index'
import type { Finding, Fix, FixEdit, Range } from '../../engine/index'
import { diagnosticSource, fixAllKind, hasPage, ignoreWithReasonCommand, openRuleCommand } from '../../protocol'
import type { IgnoreArguments } from '../../protocol'
import { label } from '../../safe/text'
import type { Client } from '../capabilities'
import { toRange } from '../convert'
import type { Facts } from '../facts'
import { FixWriter } from '../fixWriter'
import { shownFindings } from './diagnostics'

/** A document that actions are made for, and the client that they are made to suit. */
export interface ActionPlace {
  readonly facts: Facts
  readonly document: TextDocument
  readonly client: Pick<Client, 'takesSnippets' | 'commands'>
}

/** More than anybody chooses from; a selection may hold a whole file. */
const mostFindings = 20

/** Answers `textDocument/codeAction`: real fixes first, then whole-file fixes and the rule's page, waiving it last. */
export function codeActions(place: ActionPlace, params: CodeActionParams): CodeAction[] {
  const { only } = params.context
  const actions: CodeAction[] = []
  if (isAsked(CodeActionKind.QuickFix, only)) actions.push(...quickFixes(place, params))
  // Editors run these on saving and on request only; nobody looks for them at a squiggle.
  if (only !== undefined && isAsked(fixAllKind, only)) actions.push(...fixEverything(place))
  return actions
}

function isAsked(kind: string, only: readonly string[] | undefined): boolean {
  return only === undefined || only.some(asked => kind === asked || kind.startsWith(`${asked}.`))
}

/** For every finding on what the range touches, whether or not there is a squiggle: those right there come first. */
function quickFixes(place: ActionPlace, { range, context }: CodeActionParams): CodeAction[] {
  const inReach = findingsAt(place, range)
  const isHere = (finding: Finding): boolean => meet(finding.range, range)
  const ordered = [...inReach.filter(isHere), ...inReach.filter(finding => !isHere(finding))]
  return actionsOn(place, ordered.slice(0, mostFindings), context.diagnostics)
}

/** What can be done about findings; `diagnostics` are the client's, of which each action names those that it is about. */
export function actionsOn(
  place: ActionPlace,
  findings: readonly Finding[],
  diagnostics: readonly Diagnostic[] = [],
): CodeAction[] {
  const actionsOf = (make: (finding: Finding) => CodeAction[]): CodeAction[] =>
    findings.flatMap(finding => {
      const told = diagnostics.filter(diagnostic => isOf(diagnostic, finding))
      return make(finding).map(action => (told.length === 0 ? action : { ...action, diagnostics: told }))
    })
  const fixes = actionsOf(finding => finding.fixes.map(fix => makeFix(place, fix)))
  return onlyOnce([
    ...fixes.map((fix, index) => (index === 0 ? { ...fix, isPreferred: true } : fix)),
    ...actionsOf(({ rule }) => fixAllOfRule(place, rule)),
    ...actionsOf(({ rule }) => (hasPage(rule) ? [openPage(rule)] : [])),
    ...actionsOf(finding => ignore(place, finding)),
  ])
}

/** The findings on the declarations that a range touches, and those about no option that stand there. */
function findingsAt({ facts, document: { uri } }: ActionPlace, range: Range): readonly Finding[] {
  return facts.findings(uri).filter(finding => {
    const option = finding.option && facts.option(uri, finding.option.id)
    return meet(finding.range, range) || (option !== undefined && meet(option.range, range))
  })
}

function isOf({ source, code, range }: Diagnostic, finding: Finding): boolean {
  return source === diagnosticSource && code === label(finding.rule) && isSameRange(range, finding.range)
}

/** One call may declare several options with the same finding, and several rules may want the same. */
function onlyOnce(actions: readonly CodeAction[]): CodeAction[] {
  const seen = new Set<string>()
  return actions.filter(({ title, edit: change, command }) => {
    const key = JSON.stringify([title, change, command])
    return seen.size < seen.add(key).size
  })
}

function makeFix(place: ActionPlace, fix: Fix): CodeAction {
  return needsWords(fix) ? fillIn(place, fix.title, fix.edits) : change(place, fix.title, textEdits(place, fix.edits))
}

/** An edit with places for the author's words, which the cursor is led through where the client can do that. */
function fillIn(place: ActionPlace, title: string, edits: readonly FixEdit[]): CodeAction {
  if (!place.client.takesSnippets) return change(place, title, textEdits(place, edits))
  return change(place, title, writerFor(place).asSnippet(edits))
}

/** One edit of a declaration that is about no finding. */
export function fixAction(place: ActionPlace, title: string, edits: readonly FixEdit[]): CodeAction {
  return change(place, title, textEdits(place, edits))
}

/** What is safe for every finding of the rule. */
function fixAllOfRule(place: ActionPlace, rule: string): CodeAction[] {
  const { facts, document } = place
  const fixes = safeFixes(facts.findings(document.uri).filter(finding => finding.rule === rule))
  if (fixes.length < 2) return []
  return [change(place, `Fix all ${rule} problems in this file`, textEdits(place, combineFixes(fixes)))]
}

function fixEverything(place: ActionPlace): CodeAction[] {
  const edits = textEdits(place, combineFixes(safeFixes(shownFindings(place.facts, place.document.uri))))
  return edits.length === 0 ? [] : [change(place, 'Apply all safe fixes of Nova Config Review', edits, fixAllKind)]
}

function safeFixes(findings: readonly Finding[]): Fix[] {
  return findings.flatMap(finding => finding.fixes.find(fix => fix.safe && !needsWords(fix)) ?? [])
}

function openPage(rule: string): CodeAction {
  const title = label(`Open documentation of ${rule}`)
  const command = { title, command: openRuleCommand, arguments: [rule] }
  return { title, kind: CodeActionKind.QuickFix, command }
}

/**
 * Waives a finding: the client asks for the reason first where it can; else the comment is made with a place for it. What
 * is wrong with a suppression is put right, not suppressed in turn.
 */
function ignore(place: ActionPlace, finding: Finding): CodeAction[] {
  const { rule, range } = finding
  if (rule.startsWith('suppression-')) return []
  const { facts, document, client } = place
  const { uri, version } = document
  const module = facts.module(uri)
  const edit = module && suppressionEdit(document.getText(), module, finding)
  if (edit === undefined) return []
  const title = label(`Ignore ${rule} here with a reason`)
  if (!client.commands.has(ignoreWithReasonCommand)) return [fillIn(place, title, [edit])]
  const told: IgnoreArguments = [uri, version, rule, toRange(range).start]
  const command = { title, command: ignoreWithReasonCommand, arguments: told }
  return [{ title, kind: CodeActionKind.QuickFix, command }]
}

function textEdits(place: ActionPlace, edits: readonly FixEdit[]): TextEdit[] {
  return writerFor(place).asText(edits)
}

function writerFor({ facts, document }: ActionPlace): FixWriter {
  return new FixWriter(document, facts.module(document.uri))
}

function change(
  { document: { uri, version } }: ActionPlace,
  title: string,
  edits: (TextEdit | SnippetTextEdit)[],
  kind: string = CodeActionKind.QuickFix,
): CodeAction {
  return { title: label(title), kind, edit: { documentChanges: [{ textDocument: { uri, version }, edits }] } }
}
