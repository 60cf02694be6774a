import { StatusBarAlignment, window, type Disposable, type StatusBarItem } from 'vscode'
import type { InventoryChangedParams } from '../../server/src/protocol'
import { counted, countsInWords } from './counts'
import { viewId } from './inventoryView'
import type { ReviewServer } from './languageClient'

/** The counts at the bottom of the window, once there is something to count. */
export class StatusBar implements Disposable {
  private readonly item: StatusBarItem

  constructor(server: ReviewServer) {
    this.item = window.createStatusBarItem('novaConfigReview.summary', StatusBarAlignment.Left, -10)
    this.item.name = 'Nova Config Review'
    this.item.command = `${viewId}.focus`
    server.onDidChangeInventory(change => this.show(change))
    server.onDidChangeState(state => {
      if (state === 'failed') this.item.hide()
    })
  }

  dispose(): void {
    this.item.dispose()
  }

  private show({ indexing, summary }: InventoryChangedParams): void {
    const icon = indexing ? 'sync~spin' : 'settings'
    const counts = [counted(summary.options, 'option'), ...countsInWords(summary)].join(', ')
    const errors = summary.error > 0 ? ` $(error) ${summary.error}` : ''
    const warnings = summary.warning > 0 ? ` $(warning) ${summary.warning}` : ''
    const others = summary.information > 0 ? ` $(info) ${summary.information}` : ''
    this.item.text = `$(${icon}) ${summary.options}${errors}${warnings}${others}`
    this.item.tooltip = `Nova Config Review, whole workspace: ${counts}${indexing ? ' (still reading the workspace)' : ''}`
    this.item.accessibilityInformation = { label: this.item.tooltip, role: 'button' }
    if (summary.options > 0) this.item.show()
    else this.item.hide()
  }
}
