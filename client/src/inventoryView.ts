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
import { InventoryFilters } from './inventoryFilters'
import {
  counted,
  nodesOf,
  optionItem,
  optionTooltip,
  sectionItem,
  type InventoryNode,
  type SectionNode,
} from './inventoryItems'
import type { ReviewServer } from './languageClient'
import { ViewFollowsEditor } from './viewFollowsEditor'

export const viewId = 'novaConfigReview.options'

/** The Options view. The server groups and filters; the view asks when it is on the screen, and shows what it gets. */
export class InventoryView implements TreeDataProvider<InventoryNode>, Disposable {
  private readonly changed = new EventEmitter<void>()
  private readonly tree: TreeView<InventoryNode>
  private readonly filters: InventoryFilters
  private readonly subscriptions: Disposable
  private nodes: readonly SectionNode[] = []
  /** The sections that stand open, for when a filter lets them come back. */
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
    this.filters = new InventoryFilters(memento)
    this.tree = window.createTreeView<InventoryNode>(viewId, { treeDataProvider: this, showCollapseAll: true })
    this.tree.description = this.filters.description
    this.subscriptions = Disposable.from(
      this.tree,
      this.changed,
      this.tree.onDidChangeVisibility(() => this.loadIfStale()),
      this.tree.onDidExpandElement(({ element }) => this.expanded.add(idOf(element))),
      this.tree.onDidCollapseElement(({ element }) => this.expanded.delete(idOf(element))),
      server.onDidChangeInventory(change => {
        this.badge(change.summary)
        this.markStale()
      }),
      server.onDidChangeState(() => this.markStale()),
      new ViewFollowsEditor(this.tree, () => this.nodes, this.onDidChangeTreeData),
    )
    this.welcome('starting')
  }

  get visible(): boolean {
    return this.tree.visible
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
    this.tree.description = this.filters.description
    this.markStale()
  }

  /** Shows an option, whatever filters hide it now; the view takes the focus. */
  async reveal(uri: string, id: string): Promise<void> {
    await commands.executeCommand(`${viewId}.focus`)
    await this.loadIfStale()
    if (this.find(uri, id) === undefined) {
      this.change({ findingsOnly: false, securityRelevantOnly: false })
      await this.loadIfStale()
    }
    const node = this.find(uri, id)
    if (node !== undefined) await this.tree.reveal(node, { select: true, focus: true })
  }

  getChildren(node?: InventoryNode): readonly InventoryNode[] & InventoryNode[] {
    return [...(node === undefined ? this.nodes : node.kind === 'section' ? node.options : [])]
  }

  getParent(node: InventoryNode): InventoryNode | undefined {
    return node.kind === 'option' ? node.parent : undefined
  }

  getTreeItem(node: InventoryNode): TreeItem {
    if (node.kind === 'option') return optionItem(node)
    return sectionItem(node, this.nodes.length === 1 || this.expanded.has(node.section.id))
  }

  async resolveTreeItem(item: TreeItem, node: InventoryNode, token: CancellationToken): Promise<TreeItem> {
    if (node.kind === 'section') return item
    const params: protocol.OptionParams = { uri: node.row.uri, id: node.row.id }
    const markdown = await this.server.request<protocol.DescribeOptionResult>(protocol.describeOption, params)
    if (markdown && !token.isCancellationRequested) item.tooltip = optionTooltip(markdown)
    return item
  }

  dispose(): void {
    this.subscriptions.dispose()
  }

  private find(uri: string, id: string): InventoryNode | undefined {
    return this.nodes.flatMap(section => section.options).find(({ row }) => row.uri === uri && row.id === id)
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
      if (result.indexing) this.welcome('indexing')
      else this.welcome(this.filters.narrowed && result.summary.options > 0 ? 'filtered' : 'empty')
      // While the workspace is read again, rows stay rather than go and come back.
      if (result.indexing && this.complete) continue
      this.complete = !result.indexing
      this.show(params.groupBy, result.sections)
    }
  }

  private show(groupBy: protocol.Grouping, sections: readonly protocol.Section[]): void {
    const text = JSON.stringify([groupBy, sections])
    if (text === this.shown) return
    this.shown = text
    this.nodes = nodesOf(sections, groupBy)
    this.log.trace(`The Options view shows ${counted(this.nodes.length, 'section')}.`)
    this.changed.fire()
  }

  /** Which text stands in the view while it has no rows. */
  private welcome(why: 'starting' | 'indexing' | 'empty' | 'filtered' | 'failed'): void {
    void commands.executeCommand('setContext', 'novaConfigReview.empty', why)
  }

  /** What has to be looked at: errors and warnings. */
  private badge({ error, warning }: protocol.Summary): void {
    const counts = [
      ...(error > 0 ? [counted(error, 'error')] : []),
      ...(warning > 0 ? [counted(warning, 'warning')] : []),
    ]
    this.tree.badge = counts.length === 0 ? undefined : { value: error + warning, tooltip: counts.join(', ') }
  }
}

function idOf(node: InventoryNode): string {
  return node.kind === 'option' ? node.row.id : node.section.id
}
