import { Disposable, EventEmitter, commands, window, type TreeDataProvider, type TreeItem, type TreeView } from 'vscode'
import * as protocol from '../../server/src/protocol'
import { childrenOf, itemOf, type DeploymentNode } from './deploymentItems'
import type { ReviewServer } from './languageClient'

const viewId = 'novaConfigReview.deployment'

/** The Deployment view, there while the workspace has configuration files of Nova: what checks say of what they set. */
export class DeploymentView implements TreeDataProvider<DeploymentNode>, Disposable {
  private readonly changed = new EventEmitter<void>()
  private readonly tree: TreeView<DeploymentNode>
  private readonly subscriptions: Disposable
  private deployments: readonly protocol.Deployment[] = []
  /** The last answer as text: an equal one changes nothing on the screen. */
  private shown = ''
  private questions = 0

  readonly onDidChangeTreeData = this.changed.event

  constructor(private readonly server: ReviewServer) {
    this.tree = window.createTreeView<DeploymentNode>(viewId, { treeDataProvider: this, showCollapseAll: true })
    this.subscriptions = Disposable.from(
      this.tree,
      this.changed,
      this.tree.onDidChangeVisibility(() => void this.load()),
      server.onDidChangeInventory(({ hasDeployment = false }) => {
        void commands.executeCommand('setContext', 'novaConfigReview.hasDeployment', hasDeployment)
        void this.load()
      }),
    )
  }

  getChildren(node?: DeploymentNode): DeploymentNode[] {
    return childrenOf(node, this.deployments)
  }

  getTreeItem(node: DeploymentNode): TreeItem {
    return itemOf(node)
  }

  dispose(): void {
    this.subscriptions.dispose()
  }

  private async load(): Promise<void> {
    if (!this.tree.visible || this.server.state !== 'running') return
    const question = (this.questions += 1)
    const result = await this.server.request<protocol.DeploymentsResult>(protocol.deployments)
    // While the workspace is read, rows stay rather than go and come back.
    if (result === undefined || question !== this.questions || result.indexing) return
    const text = JSON.stringify(result.deployments)
    if (text === this.shown) return
    this.shown = text
    this.deployments = result.deployments
    this.changed.fire()
  }
}
