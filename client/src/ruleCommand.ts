import { languages, window, type Extension, type QuickPickItem } from 'vscode'
import { diagnosticSource, hasPage } from '../../server/src/protocol'
import type { InventoryNode } from './inventoryNodes'
import { ruleCatalogue } from './ruleCatalogue'
import { openRule } from './pages/rulePages'

/**
 * Opens the page of a rule: the one named, or of a row's finding, or of the finding at the cursor; where that leaves a
 * choice, a person picks.
 */
export function openRuleDocumentation(extension: Extension<unknown>) {
  return async (subject?: string | InventoryNode): Promise<void> => {
    if (typeof subject === 'string') return openRule(subject)
    const found = (subject === undefined ? rulesAtCursor() : rulesOf(subject)).filter(hasPage)
    const [only, ...more] = found
    if (only !== undefined && more.length === 0) return openRule(only)
    const picked = await window.showQuickPick(choices(extension, found), {
      title: 'Open Rule Documentation',
      placeHolder: 'Choose a rule',
      matchOnDescription: true,
    })
    if (picked !== undefined) await openRule(picked.label)
  }
}

/** The rules found, or all there are where none was. */
function choices(extension: Extension<unknown>, found: readonly string[]): QuickPickItem[] {
  const catalogue = ruleCatalogue(extension)
  const offered = found.length > 0 ? found : [...catalogue.keys()]
  return offered.map(label => ({ label, description: catalogue.get(label)?.summary ?? '' }))
}

/** The rules that found something at a row, the loudest first. */
function rulesOf(node: InventoryNode): string[] {
  if (node.kind === 'finding') return [node.row.rule]
  return node.kind === 'option' ? [...new Set(node.row.findings.map(({ rule }) => rule))] : []
}

function rulesAtCursor(): string[] {
  const editor = window.activeTextEditor
  if (editor === undefined) return []
  const rules = languages
    .getDiagnostics(editor.document.uri)
    .filter(({ source, range }) => source === diagnosticSource && range.contains(editor.selection.active))
    .map(({ code }) => (typeof code === 'object' ? code.value : code))
  return [...new Set(rules.filter(rule => typeof rule === 'string'))]
}
