import {
  Disposable,
  EventEmitter,
  commands,
  extensions,
  window,
  workspace,
  type LogOutputChannel,
  type Memento,
  type TreeDataProvider,
  type TreeItem,
  type TreeView,
} from 'vscode'
import * as protocol from '../../../server/src/protocol'
import { message } from '../../../server/src/safe/text'
import { counted } from '../counts'
import type { InventoryView } from '../inventoryView'
import type { ReviewServer } from '../languageClient'
import { ViewProgress } from '../viewProgress'
import { chosenBase, keepBase, resolveBase, type Base, type BaseChoice } from './base'
import { childrenOf, itemOf, topNodes, type ChangeNode } from './changeItems'
import { differingFrom } from './differing'
import { gitApi, repositoryOf, type GitApi, type GitRepository, type NoGit } from './gitExtension'

const viewId = 'novaConfigReview.changes'

/** What follows a change is looked at when nothing has changed for so long, in milliseconds. */
const quiet = 600

const changesOnlySetting = `${protocol.settingsSection}.changesOnly`

/** Whether findings are told of changed options only: what changed has to be known then, whoever looks. */
function changesOnly(): boolean {
  return workspace.getConfiguration().get(changesOnlySetting, false)
}

/** A comparison as it is on the screen. */
export interface Compared {
  readonly api: GitApi
  readonly repository: GitRepository
  readonly base: Base
  readonly formerly: ReadonlyMap<string, string>
  readonly result: protocol.ComparedChanges
}

/**
 * The Changes view: what changed about options since a base that the person picks. It compares while it is on the screen, and
 * again when files or the repository have changed. What could not be compared is said, and never shown as no changes.
 */
export class ChangesView implements TreeDataProvider<ChangeNode>, Disposable {
  private readonly changed = new EventEmitter<void>()
  private readonly tree: TreeView<ChangeNode>
  private readonly progress = new ViewProgress(viewId)
  private readonly subscriptions: Disposable
  private watched: { readonly repository: GitRepository; readonly watch: Disposable } | undefined
  private timer: ReturnType<typeof setTimeout> | undefined
  private stale = true
  private loading: Promise<void> | undefined
  /** Whether the person ended the comparison; the next one is asked for. */
  private cancelled = false
  private compared: Compared | undefined
  /** A person has just chosen, and has no row to go on from. */
  private waitsForRows = false

  readonly onDidChangeTreeData = this.changed.event

  constructor(
    private readonly server: ReviewServer,
    private readonly memento: Memento,
    private readonly log: LogOutputChannel,
    private readonly options: Pick<InventoryView, 'showsChangedOnly' | 'refresh'>,
  ) {
    this.tree = window.createTreeView<ChangeNode>(viewId, { treeDataProvider: this, showCollapseAll: true })
    this.subscriptions = Disposable.from(
      this.tree,
      this.changed,
      this.progress,
      this.tree.onDidChangeVisibility(() => void this.load()),
      server.onDidChangeInventory(({ indexing }) => {
        if (!indexing) this.outdate()
      }),
      workspace.onDidGrantWorkspaceTrust(() => this.outdate()),
      workspace.onDidChangeConfiguration(change => {
        if (change.affectsConfiguration(changesOnlySetting)) this.outdate()
      }),
      extensions.onDidChange(() => {
        if (this.compared === undefined) this.outdate()
      }),
    )
    this.say('comparing')
  }

  /** What is on the screen; undefined while nothing could be compared. */
  get current(): Compared | undefined {
    return this.compared
  }

  getChildren(node?: ChangeNode): ChangeNode[] {
    if (node !== undefined) return childrenOf(node)
    return this.compared === undefined ? [] : topNodes(this.compared.result.sections, this.compared.result.problems)
  }

  /** Of the rows at the top, which alone are revealed. */
  getParent(): undefined {
    return undefined
  }

  getTreeItem(node: ChangeNode): TreeItem {
    return itemOf(node)
  }

  /** Compares with something else from now on. */
  async choose(ask: (repository: GitRepository) => Promise<BaseChoice | undefined>): Promise<void> {
    const api = await this.repository()
    if (typeof api === 'string') {
      await commands.executeCommand(`${viewId}.focus`)
      return
    }
    const choice = await ask(api.repository)
    if (choice === undefined) return
    await keepBase(this.memento, choice)
    await commands.executeCommand(`${viewId}.focus`)
    this.waitsForRows = this.compared === undefined
    this.compareAgain()
  }

  compareAgain(): void {
    this.cancelled = false
    this.stale = true
    void this.load()
  }

  cancel(): void {
    this.cancelled = true
    this.server.notify(protocol.cancelChanges)
  }

  dispose(): void {
    clearTimeout(this.timer)
    this.watched?.watch.dispose()
    this.subscriptions.dispose()
  }

  /** What is on the screen may be no longer so. */
  private outdate(): void {
    if (this.cancelled) return
    this.stale = true
    clearTimeout(this.timer)
    this.timer = setTimeout(() => void this.load(), quiet)
  }

  private load(): Promise<void> {
    if (!(this.tree.visible || this.options.showsChangedOnly || changesOnly()) || !this.stale) return Promise.resolve()
    this.loading ??= this.compareUntilFresh().finally(() => {
      this.loading = undefined
      this.progress.show(false)
      void commands.executeCommand('setContext', 'novaConfigReview.comparing', false)
    })
    return this.loading
  }

  private async compareUntilFresh(): Promise<void> {
    this.progress.show(true)
    void commands.executeCommand('setContext', 'novaConfigReview.comparing', true)
    while (this.stale && !this.cancelled) {
      this.stale = false
      try {
        await this.compare()
      } catch (error) {
        const reason = message(error instanceof Error ? error.message : String(error))
        this.log.warn(`Changes could not be compared: ${reason}`)
        this.show(undefined, 'failed', `The changes could not be compared: ${reason}.`)
      }
    }
    if (this.cancelled) this.show(undefined, 'cancelled', '')
  }

  private async compare(): Promise<void> {
    const found = await this.repository()
    if (typeof found === 'string') {
      this.show(undefined, found, '')
      return
    }
    const { api, repository } = found
    this.watch(repository)
    const base = await resolveBase(repository, chosenBase(this.memento))
    const { params, formerly } = await differingFrom(repository, base)
    const result = await this.server.request<protocol.ChangesResult>(protocol.changes, params)
    if (result === undefined) throw new Error('the review server does not answer')
    if (result.state === 'failed') throw new Error(result.reason)
    // What is read now, or asked meanwhile, brings the next question.
    if (result.state !== 'compared') return
    const problems = result.problems.length > 0 ? ` ${counted(result.problems.length, 'thing')} not settled.` : ''
    const about = `Since ${base.name} (${base.commit.slice(0, 8)}): ${result.summary}${problems}`
    this.show({ api, repository, base, formerly, result }, 'none', message(about))
  }

  private async repository(): Promise<{ api: GitApi; repository: GitRepository } | NoGit> {
    const api = await gitApi()
    if (typeof api === 'string') return api
    const repository = repositoryOf(api)
    if (repository !== undefined) return { api, repository }
    // Git looks for repositories when it has started, and tells of each.
    const opened = api.onDidOpenRepository(() => {
      opened.dispose()
      this.outdate()
    })
    return 'noRepository'
  }

  private watch(repository: GitRepository): void {
    if (this.watched?.repository === repository) return
    this.watched?.watch.dispose()
    this.watched = { repository, watch: repository.state.onDidChange(() => this.outdate()) }
  }

  private show(compared: Compared | undefined, why: NoGit | 'none' | 'failed' | 'cancelled', text: string): void {
    this.compared = compared
    this.tree.message = text
    this.say(why)
    this.changed.fire()
    if (compared === undefined) return
    this.options.refresh()
    const [first] = this.getChildren()
    // While it has no rows, a view keeps no focus. Where it has some, what comes shall take it from nothing else.
    if (this.waitsForRows && first !== undefined) void this.tree.reveal(first, { focus: true, select: true })
    this.waitsForRows = false
  }

  /** Which text stands in the view while it has no rows. */
  private say(why: NoGit | 'none' | 'failed' | 'cancelled' | 'comparing'): void {
    void commands.executeCommand('setContext', 'novaConfigReview.changesState', why)
  }
}
