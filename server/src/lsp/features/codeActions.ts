import { CodeActionKind } from 'vscode-languageserver'
import type { CodeAction, CodeActionParams, Diagnostic, TextEdit } from 'vscode-languageserver'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import { comparePositions, suppressionEdit } from '../../engine/index'
import type { Finding, Fix } from '../../engine/index'
import { diagnosticSource, fixAllKind, hasPage, openRuleCommand, suppressCommand } from '../../protocol'
import type { DiagnosticData, DiagnosticFinding, SuppressArguments } from '../../protocol'
import { label } from '../../safe/text'
import { toRange, toTextEdits } from '../convert'
import type { Facts } from '../facts'
import { compatibleFixes } from '../fixAll'
import { diagnosticsOf, shownFindings } from './diagnostics'

/** Answers `textDocument/codeAction`: real fixes first, then whole-file fixes and the rule's page, waiving it last. */
export function codeActions(facts: Facts, document: TextDocument | undefined, params: CodeActionParams): CodeAction[] {
  if (document === undefined) return []
  const { only } = params.context
  const actions: CodeAction[] = []
  if (isAsked(CodeActionKind.QuickFix, only)) {
    for (const diagnostic of ours(params)) actions.push(...quickFixes(facts, document, diagnostic))
  }
  // Editors run these on saving and on request only; nobody looks for them at a squiggle.
  if (only !== undefined && isAsked(fixAllKind, only)) actions.push(...fixEverything(facts, document))
  return actions
}

function isAsked(kind: string, only: readonly string[] | undefined): boolean {
  return only === undefined || only.some(asked => kind === asked || kind.startsWith(`${asked}.`))
}

function ours(params: CodeActionParams): Diagnostic[] {
  return params.context.diagnostics.filter(({ source, data }) => source === diagnosticSource && isData(data))
}

function isData(data: unknown): data is DiagnosticData {
  return typeof data === 'object' && data !== null && 'findings' in data && Array.isArray(data.findings)
}

function quickFixes(facts: Facts, document: TextDocument, diagnostic: Diagnostic): CodeAction[] {
  const findings = findingsIn(facts, document, diagnostic)
  const fixes = findings.flatMap(finding =>
    finding.fixes.map(fix => edit(fix.title, document, fix.edits, { diagnostics: [diagnostic] })),
  )
  return [
    ...fixes.map((fix, index) => (index === 0 ? { ...fix, isPreferred: true } : fix)),
    ...findings.flatMap(finding => fixAllOfRule(facts, document, finding, diagnostic)),
    ...findings.filter(({ rule }) => hasPage(rule)).map(finding => openPage(finding, diagnostic)),
    ...findings.flatMap(finding => suppress(facts, document, finding, diagnostic)),
  ]
}

/** From the diagnostic itself, or, when the text has moved on since, from what stands there now. */
function findingsIn(facts: Facts, document: TextDocument, diagnostic: Diagnostic): readonly DiagnosticFinding[] {
  const data = diagnostic.data as DiagnosticData
  if (data.version === document.version) return data.findings
  const same = diagnosticsOf(facts, document).find(
    ({ code, range }) => code === diagnostic.code && range.start.line === diagnostic.range.start.line,
  )
  return same === undefined ? [] : (same.data as DiagnosticData).findings
}

function fixAllOfRule(
  facts: Facts,
  document: TextDocument,
  { rule }: DiagnosticFinding,
  diagnostic: Diagnostic,
): CodeAction[] {
  const fixable = facts.findings(document.uri).filter(finding => finding.rule === rule && finding.fixes.length > 0)
  if (fixable.length < 2) return []
  const edits = editsOf(fixable, finding => finding.fixes[0], document)
  return [edit(`Fix all ${rule} problems in this file`, document, edits, { diagnostics: [diagnostic] })]
}

function fixEverything(facts: Facts, document: TextDocument): CodeAction[] {
  const edits = editsOf(shownFindings(facts, document.uri), finding => finding.fixes.find(({ safe }) => safe), document)
  return edits.length === 0
    ? []
    : [edit('Apply all safe fixes of Nova Config Review', document, edits, { kind: fixAllKind })]
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

function openPage({ rule }: DiagnosticFinding, diagnostic: Diagnostic): CodeAction {
  const title = label(`Open documentation of ${rule}`)
  return {
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    command: { title, command: openRuleCommand, arguments: [rule] },
  }
}

/** Waives the finding as it stands now. What is wrong with a suppression is put right, not suppressed in turn. */
function suppress(facts: Facts, document: TextDocument, told: DiagnosticFinding, diagnostic: Diagnostic): CodeAction[] {
  if (told.rule.startsWith('suppression-')) return []
  const { uri, version } = document
  const module = facts.module(uri)
  const finding = facts
    .findings(uri)
    .find(now => now.rule === told.rule && comparePositions(now.range.start, told.range.start) === 0)
  const made = module && finding && suppressionEdit(document.getText(), module, finding)
  if (made === undefined) return []
  const title = label(`Ignore ${told.rule} here with a reason`)
  const edit = { range: toRange(made.edit.range), newText: made.edit.newText }
  const argument: SuppressArguments = { uri, version, rule: told.rule, edit, cursor: { ...made.cursor } }
  return [
    {
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnostic],
      command: { title, command: suppressCommand, arguments: [argument] },
    },
  ]
}

function edit(title: string, document: TextDocument, edits: TextEdit[], more: Partial<CodeAction>): CodeAction {
  const { uri, version } = document
  return {
    title: label(title),
    kind: CodeActionKind.QuickFix,
    edit: { documentChanges: [{ textDocument: { uri, version }, edits }] },
    ...more,
  }
}
