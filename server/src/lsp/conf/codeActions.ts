import { CodeActionKind } from 'vscode-languageserver'
import type { CodeAction, CodeActionParams } from 'vscode-languageserver'
import { isSameRange, meet } from '../../engine/index'
import type { ConfFix } from '../../engine/index'
import { diagnosticSource } from '../../protocol'
import { label } from '../../safe/text'
import { lineEndOf, toRange } from '../convert'
import type { JudgedConf } from './confFacts'
import { saferValues } from './saferValues'

/** Answers `textDocument/codeAction` in a configuration file: what findings offer, then safer values. */
export function confActions(conf: JudgedConf, { range, context }: CodeActionParams): CodeAction[] {
  const { only, diagnostics } = context
  if (only !== undefined && !only.some(kind => `${CodeActionKind.QuickFix}.`.startsWith(`${kind}.`))) return []
  const found = conf.findings.filter(finding => finding.range !== undefined && meet(finding.range, range))
  const fixes = found.flatMap(finding => {
    const told = diagnostics.filter(
      each => each.source === diagnosticSource && each.code === finding.rule && isSameRange(each.range, finding.range!),
    )
    return finding.fixes.map(fix => ({ ...action(conf, fix), ...(told.length === 0 ? {} : { diagnostics: told }) }))
  })
  const safer = saferValues(conf, range).map(fix => action(conf, fix))
  return [...fixes.map((fix, index) => (index === 0 ? { ...fix, isPreferred: true } : fix)), ...safer]
}

function action({ document }: JudgedConf, { title, edits }: ConfFix): CodeAction {
  const { uri, version } = document
  const lineEnd = lineEndOf(document)
  const changes = edits.map(({ range, newText }) => ({
    range: toRange(range),
    newText: newText.replaceAll('\n', lineEnd),
  }))
  const edit = { documentChanges: [{ textDocument: { uri, version }, edits: changes }] }
  return { title: label(title), kind: CodeActionKind.QuickFix, edit }
}
