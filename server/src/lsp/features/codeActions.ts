import { CodeActionKind } from 'vscode-languageserver'
import type { CodeAction, CodeActionParams, Diagnostic, TextEdit } from 'vscode-languageserver'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import { isSameRange, meet, suppressionEdit } from '../../engine/index'
import type { Finding, Fix, Range } from '../../engine/index'
import { diagnosticSource, fixAllKind, hasPage, openRuleCommand, suppressCommand } from '../../protocol'
import type { SuppressArguments } from '../../protocol'
import { label } from '../../safe/text'
import { toRange, toTextEdits } from '../convert'
import type { Facts } from '../facts'
import { compatibleFixes } from '../fixAll'
import { shownFindings } from './diagnostics'

/** More than anybody chooses from; a selection may hold a whole file. */
const mostFindings = 20

/** Answers `textDocument/codeAction`: real fixes first, then whole-file fixes and the rule's page, waiving it last. */
export function codeActions(facts: Facts, document: TextDocument | undefined, params: CodeActionParams): CodeAction[] {
  if (document === undefined) return []
  const { only } = params.context
  const actions: CodeAction[] = []
  if (isAsked(CodeActionKind.QuickFix, only)) actions.push(...quickFixes(facts, document, params))
  // Editors run these on saving and on request only; nobody looks for them at a squiggle.
  if (only !== undefined && isAsked(fixAllKind, only)) actions.push(...fixEverything(facts, document))
  return actions
}

function isAsked(kind: string, only: readonly string[] | undefined): boolean {
  return only === undefined || only.some(asked => kind === asked || kind.startsWith(`${asked}.`))
}

/** For every finding on what the range touches, whether or not there is a squiggle: those right there come first. */
function quickFixes(facts: Facts, document: TextDocument, { range, context }: CodeActionParams): CodeAction[] {
  const inReach = findingsAt(facts, document.uri, range)
  const isHere = (finding: Finding): boolean => meet(finding.range, range)
  const ordered = [...inReach.filter(isHere), ...inReach.filter(finding => !isHere(finding))]
  return actionsOn(facts, document, ordered.slice(0, mostFindings), context.diagnostics)
}

/** What can be done about findings; `diagnostics` are the client's, of which each action names those that it is about. */
export function actionsOn(
  facts: Facts,
  document: TextDocument,
  findings: readonly Finding[],
  diagnostics: readonly Diagnostic[],
): CodeAction[] {
  const actionsOf = (make: (finding: Finding) => CodeAction[]): CodeAction[] =>
    findings.flatMap(finding => {
      const told = diagnostics.filter(diagnostic => isOf(diagnostic, finding))
      return make(finding).map(action => (told.length === 0 ? action : { ...action, diagnostics: told }))
    })
  const fixes = actionsOf(({ fixes }) => fixes.map(fix => edit(fix.title, document, toTextEdits(fix.edits, document))))
  return onlyOnce([
    ...fixes.map((fix, index) => (index === 0 ? { ...fix, isPreferred: true } : fix)),
    ...actionsOf(({ rule }) => fixAllOfRule(facts, document, rule)),
    ...actionsOf(({ rule }) => (hasPage(rule) ? [openPage(rule)] : [])),
    ...actionsOf(finding => suppress(facts, document, finding)),
  ])
}

/** The findings on the declarations that a range touches, and those about no option that stand there. */
function findingsAt(facts: Facts, uri: string, range: Range): readonly Finding[] {
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

function fixAllOfRule(facts: Facts, document: TextDocument, rule: string): CodeAction[] {
  const fixable = facts.findings(document.uri).filter(finding => finding.rule === rule && finding.fixes.length > 0)
  if (fixable.length < 2) return []
  const edits = editsOf(fixable, finding => finding.fixes[0], document)
  return [edit(`Fix all ${rule} problems in this file`, document, edits)]
}

function fixEverything(facts: Facts, document: TextDocument): CodeAction[] {
  const edits = editsOf(shownFindings(facts, document.uri), finding => finding.fixes.find(({ safe }) => safe), document)
  return edits.length === 0 ? [] : [edit('Apply all safe fixes of Nova Config Review', document, edits, fixAllKind)]
}

function editsOf(
  findings: readonly Finding[],
  choose: (finding: Finding) => Fix | undefined,
  document: TextDocument,
): TextEdit[] {
  return toTextEdits(
    compatibleFixes(findings.flatMap(finding => choose(finding) ?? [])).flatMap(fix => fix.edits),
    document,
  )
}

function openPage(rule: string): CodeAction {
  const title = label(`Open documentation of ${rule}`)
  return {
    title,
    kind: CodeActionKind.QuickFix,
    command: { title, command: openRuleCommand, arguments: [rule] },
  }
}

/** What is wrong with a suppression is put right, not suppressed in turn. */
function suppress(facts: Facts, document: TextDocument, finding: Finding): CodeAction[] {
  const { rule } = finding
  if (rule.startsWith('suppression-')) return []
  const { uri, version } = document
  const module = facts.module(uri)
  const made = module && suppressionEdit(document.getText(), module, finding)
  if (made === undefined) return []
  const title = label(`Ignore ${rule} here with a reason`)
  const edit = { range: toRange(made.edit.range), newText: made.edit.newText }
  const argument: SuppressArguments = { uri, version, rule, edit, cursor: { ...made.cursor } }
  return [
    {
      title,
      kind: CodeActionKind.QuickFix,
      command: { title, command: suppressCommand, arguments: [argument] },
    },
  ]
}

function edit(
  title: string,
  document: TextDocument,
  edits: TextEdit[],
  kind: string = CodeActionKind.QuickFix,
): CodeAction {
  const { uri, version } = document
  return {
    title: label(title),
    kind,
    edit: { documentChanges: [{ textDocument: { uri, version }, edits }] },
  }
}
