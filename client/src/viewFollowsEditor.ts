import { Disposable, window, workspace, type Event, type TextEditor, type TreeView } from 'vscode'
import { settingsSection } from '../../server/src/protocol'
import { editorRange } from './inventoryItems'
import {
  idOf,
  nodesAt,
  type FindingNode,
  type InventoryNode,
  type OptionNode,
  type SectionNode,
} from './inventoryNodes'

/** Selects the option at the cursor in a visible tree, without taking the focus, unless the setting says not to. */
export class ViewFollowsEditor implements Disposable {
  private readonly subscriptions: Disposable

  constructor(
    private readonly tree: TreeView<InventoryNode>,
    private readonly sections: () => readonly SectionNode[],
    changed: Event<unknown>,
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
    const here = rowsAt(this.sections(), editor)
    const [selected] = this.tree.selection
    if (selected !== undefined && here.some(node => isWithin(selected, node))) return
    const [node] = here
    // A row may be gone by the time it is revealed: the next change of the tree brings the view here again.
    if (node !== undefined) this.tree.reveal(node, { select: true, focus: false }).then(undefined, () => undefined)
  }
}

/** The rows of the option whose declaration holds the cursor; several where the option is in several groups. */
function rowsAt(sections: readonly SectionNode[], { document, selection }: TextEditor): (OptionNode | FindingNode)[] {
  return nodesAt(sections, document.uri.toString(), range => editorRange(range).contains(selection.active))
}

function isWithin(selected: InventoryNode, node: OptionNode | FindingNode): boolean {
  return idOf(selected) === idOf(node) || (selected.kind !== 'section' && isWithin(selected.parent, node))
}
