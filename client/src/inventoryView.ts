import {
  Disposable,
  EventEmitter,
  commands,
  window,
  type CancellationToken,
  type LogOutputChannel,
  type Memento,
  type TreeDataProvider,
  type TreeItem,
  type TreeView,
} from 'vscode'
import * as protocol from '../../server/src/protocol'
import { counted } from './counts'
import { InventoryFilters, unfiltered } from './inventoryFilters'
import { editorRange, findingItem, optionItem, optionTooltip, sectionItem, useItem } from './inventoryItems'
import { idOf, nodesAt, nodesOf, type InventoryNode, type OptionNode, type SectionNode } from './inventoryNodes'
import type { ReviewServer } from './languageClient'
import { UnfoldedUses } from './unfoldedUses'
import { ViewFollowsEditor } from './viewFollowsEditor'
import { viewMessage } from './viewMessage'
import { ViewProgress } from './viewProgress'

export const viewId = 'novaConfigReview.options'

/** The Options view. The server groups and filters; the view asks when it is on the screen, and shows what it gets. */
export class InventoryView implements TreeDataProvider<InventoryNode>, Disposable {
  private readonly changed = new EventEmitter<InventoryNode | undefined>()
  private readonly tree: TreeView<InventoryNode>
  private readonly filters: InventoryFilters
  private readonly uses: UnfoldedUses
  private readonly progress = new ViewProgress(viewId)
  private readonly subscriptions: Disposable
  private nodes: readonly SectionNode[] = []
  /** The rows that stand open, for when a filter lets them come back. */
  private readonly expanded = new Set<string>()
  /** The last answer as text: an equal one changes nothing on the screen. */
  private shown = ''
  private loading: Promise<void> | undefined
  private stale = true
  /** Whether the rows were those of the whole workspace when they were shown. */
  private complete = false

  readonly onDidChangeTreeData = this.changed.event

  constructor(
    private readonly server: ReviewServer,
    memento: Memento,
    private readonly log: LogOutputChannel,
  ) {
    this.uses = new UnfoldedUses(server, this.changed)
    this.filters = new InventoryFilters(memento)
    this.tree = window.createTreeView<InventoryNode>(viewId, { treeDataProvider: this, showCollapseAll: true })
    this.subscriptions = Disposable.from(
      this.tree,
      this.changed,
      this.progress,
      this.tree.onDidChangeVisibility(() => this.loadIfStale()),
      this.tree.onDidExpandElement(({ element }) => this.expanded.add(idOf(element))),
      this.tree.onDidCollapseElement(({ element }) => this.expanded.delete(idOf(element))),
      server.onDidChangeInventory(({ indexing }) => {
        this.progress.show(indexing)
        this.markStale()
      }),
      server.onDidChangeState(state => {
        this.progress.show(state === 'starting' || state === 'running')
        this.markStale()
      }),
      new ViewFollowsEditor(this.tree, () => this.nodes, this.onDidChangeTreeData),
    )
    this.welcome('starting')
  }

  get visible(): boolean {
    return this.tree.visible
  }

  /** The row that is selected. */
  get selected(): InventoryNode | undefined {
    return this.tree.selection[0]
  }

  /** Runs `listener` whenever the view comes on the screen. */
  onDidShow(listener: () => void): Disposable {
    return this.tree.onDidChangeVisibility(({ visible }) => {
      if (visible) listener()
    })
  }

  /** Groups or filters differently from now on. */
  change(change: Partial<protocol.InventoryParams>): void {
    this.filters.change(change)
    this.markStale()
  }

  /** Whether only options are shown that changed: somebody has to compare. */
  get showsChangedOnly(): boolean {
    return this.filters.current.changedOnly
  }

  /** What the server would answer may be something else. */
  refresh(): void {
    this.markStale()
  }

  /** Shows all options, however they are grouped. */
  clearFilters(): void {
    this.change(unfiltered)
  }

  /** Shows an option, whatever filters hide it now; the view takes the focus. */
  async reveal({ uri, range }: Pick<protocol.OptionRow, 'uri' | 'range'>): Promise<void> {
    const at = editorRange(range)
    const find = (): InventoryNode | undefined =>
      nodesAt(this.nodes, uri, other => editorRange(other).intersection(at) !== undefined)[0]
    await commands.executeCommand(`${viewId}.focus`)
    await this.loadIfStale()
    if (find() === undefined) {
      this.clearFilters()
      await this.loadIfStale()
    }
    const node = find()
    if (node !== undefined) await this.tree.reveal(node, { select: true, focus: true })
  }

  async getChildren(node?: InventoryNode): Promise<InventoryNode[]> {
    const uses = node?.kind === 'option' ? await this.uses.of(node) : []
    return [...(node === undefined ? this.nodes : node.children), ...uses]
  }

  getParent(node: InventoryNode): InventoryNode | undefined {
    return node.kind === 'section' ? undefined : node.parent
  }

  getTreeItem(node: InventoryNode): TreeItem {
    if (node.kind === 'finding') return findingItem(node)
    if (node.kind === 'use') return useItem(node, this.expanded.has(idOf(node)))
    const isOpen = this.expanded.has(idOf(node))
    if (node.kind === 'option') return optionItem(node, isOpen)
    return sectionItem(node, this.nodes.length === 1 || isOpen)
  }

  async resolveTreeItem(item: TreeItem, node: InventoryNode, token: CancellationToken): Promise<TreeItem> {
    if (node.kind !== 'option') return item
    const params: protocol.OptionParams = { uri: node.row.uri, id: node.row.id }
    const markdown = await this.server.request<protocol.DescribeOptionResult>(protocol.describeOption, params)
    if (markdown && !token.isCancellationRequested) item.tooltip = optionTooltip(markdown)
    return item
  }

  dispose(): void {
    this.subscriptions.dispose()
  }

  private markStale(): void {
    this.stale = true
    void this.loadIfStale()
  }

  private loadIfStale(): Promise<void> {
    if (!this.tree.visible || !this.stale) return Promise.resolve()
    this.loading ??= this.load().finally(() => (this.loading = undefined))
    return this.loading
  }

  private async load(): Promise<void> {
    while (this.stale) {
      this.stale = false
      const params = this.filters.current
      if (this.server.state === 'failed') this.show(params.groupBy, [])
      this.welcome(this.server.state === 'failed' ? 'failed' : 'starting')
      if (this.server.state !== 'running') return
      const result = await this.server.request<protocol.InventoryResult>(protocol.inventory, params)
      if (result === undefined) return
      const { indexing, sections, summary } = result
      if (indexing) this.welcome('indexing')
      else this.welcome(this.filters.narrowed && summary.options > 0 ? 'filtered' : 'empty')
      // While the workspace is read again, rows stay rather than go and come back.
      if (!indexing || !this.complete) {
        this.complete = !indexing
        this.show(params.groupBy, sections)
      }
      this.tree.message = this.nodes.length === 0 ? '' : viewMessage(params, summary, indexing)
    }
    await this.uses.follow(this.unfoldedOptions())
  }

  private unfoldedOptions(): OptionNode[] {
    const options = this.nodes.flatMap(({ children }) => children.filter(node => node.kind === 'option'))
    return options.filter(node => this.expanded.has(idOf(node)))
  }

  private show(groupBy: protocol.Grouping, sections: readonly protocol.Section[]): void {
    const text = JSON.stringify([groupBy, sections])
    if (text === this.shown) return
    this.shown = text
    this.nodes = nodesOf(sections, groupBy)
    this.log.trace(`The Options view shows ${counted(this.nodes.length, 'section')}.`)
    this.changed.fire(undefined)
  }

  /** Which text stands in the view while it has no rows. */
  private welcome(why: 'starting' | 'indexing' | 'empty' | 'filtered' | 'failed'): void {
    if (this.nodes.length === 0) this.tree.message = ''
    void commands.executeCommand('setContext', 'novaConfigReview.empty', why)
  }

  /** A number on the view's icon: errors and warnings, where Problems shows those of all files, too. */
  set badge(counts: protocol.Counts | undefined) {
    const { error = 0, warning = 0 } = counts ?? {}
    const tooltip = [counted(error, 'error'), counted(warning, 'warning')].join(', ')
    this.tree.badge = error + warning === 0 ? undefined : { value: error + warning, tooltip }
  }
}
