import { Disposable, window, workspace, type Event, type TextEditor, type TreeView } from 'vscode'
import { settingsSection } from '../../server/src/protocol'
import { editorRange, type InventoryNode, type OptionNode, type SectionNode } from './inventoryItems'

/** Selects the option at the cursor in a visible tree, without taking the focus, unless the setting says not to. */
export class ViewFollowsEditor implements Disposable {
  private readonly subscriptions: Disposable

  constructor(
    private readonly tree: TreeView<InventoryNode>,
    private readonly sections: () => readonly SectionNode[],
    changed: Event<void>,
  ) {
    this.subscriptions = Disposable.from(
      window.onDidChangeTextEditorSelection(({ textEditor }) => this.follow(textEditor)),
      window.onDidChangeActiveTextEditor(editor => this.follow(editor)),
      tree.onDidChangeVisibility(() => this.follow(window.activeTextEditor)),
      changed(() => this.follow(window.activeTextEditor)),
    )
  }

  dispose(): void {
    this.subscriptions.dispose()
  }

  private follow(editor: TextEditor | undefined): void {
    if (editor === undefined || !this.tree.visible || editor !== window.activeTextEditor) return
    if (!workspace.getConfiguration(settingsSection).get<boolean>('followEditor', true)) return
    const here = optionsAt(this.sections(), editor)
    const selected = this.tree.selection[0]
    if (selected?.kind === 'option' && here.some(({ row }) => row.id === selected.row.id)) return
    const [node] = here
    // A row may be gone by the time it is revealed: the next change of the tree brings the view here again.
    if (node !== undefined) this.tree.reveal(node, { select: true, focus: false }).then(undefined, () => undefined)
  }
}

/** The rows of the option whose declaration holds the cursor; several where the option is in several groups. */
function optionsAt(sections: readonly SectionNode[], { document, selection }: TextEditor): OptionNode[] {
  const uri = document.uri.toString()
  return sections.flatMap(section =>
    section.options.filter(({ row }) => row.uri === uri && editorRange(row.range).contains(selection.active)),
  )
}
