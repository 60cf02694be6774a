import { StatusBarAlignment, ThemeColor, Uri, window, type Disposable, type StatusBarItem } from 'vscode'
import type { BrokenSettings, InventoryChangedParams } from '../../server/src/protocol'
import { counted, countsInWords } from './counts'
import { viewId } from './inventoryView'
import type { ReviewServer } from './languageClient'
import { shownPath } from './shownPath'

/** The counts at the bottom of the window, once there is something to count, or something is wrong in a team's file. */
export class StatusBar implements Disposable {
  private readonly item: StatusBarItem

  constructor(server: ReviewServer) {
    this.item = window.createStatusBarItem('novaConfigReview.summary', StatusBarAlignment.Left, -10)
    this.item.name = 'Nova Config Review'
    server.onDidChangeInventory(change => this.show(change))
    server.onDidChangeState(state => {
      if (state === 'failed') this.item.hide()
    })
  }

  dispose(): void {
    this.item.dispose()
  }

  private show({ indexing, summary, brokenSettings }: InventoryChangedParams): void {
    const [broken] = brokenSettings
    const icon = indexing ? 'sync~spin' : broken === undefined ? 'settings' : 'alert'
    const counts = [counted(summary.options, 'option'), ...countsInWords(summary)].join(', ')
    const errors = summary.error > 0 ? ` $(error) ${summary.error}` : ''
    const warnings = summary.warning > 0 ? ` $(warning) ${summary.warning}` : ''
    const others = summary.information > 0 ? ` $(info) ${summary.information}` : ''
    const narrowed = summary.changesOnly === undefined ? '' : ' $(filter) changes'
    this.item.text = `$(${icon}) ${summary.options}${errors}${warnings}${others}${narrowed}`
    this.item.tooltip = [
      `Nova Config Review, whole workspace: ${counts}${indexing ? ' (still reading the workspace)' : ''}`,
      ...(summary.changesOnly === undefined ? [] : [changesOnlyInWords[summary.changesOnly]]),
      ...brokenSettings.map(brokenInWords),
    ].join('\n')
    this.item.accessibilityInformation = { label: this.item.tooltip, role: 'button' }
    this.item.backgroundColor = broken && new ThemeColor('statusBarItem.warningBackground')
    this.item.command =
      broken === undefined
        ? `${viewId}.focus`
        : { title: 'Open', command: 'vscode.open', arguments: [Uri.parse(broken.uri)] }
    if (summary.options > 0 || broken !== undefined) this.item.show()
    else this.item.hide()
  }
}

const changesOnlyInWords = {
  'in force': 'Only findings of options that changed since the base are told, as the setting changesOnly wants.',
  'not compared': 'The setting changesOnly wants findings of changes only; nothing could be compared, so all are told.',
}

function brokenInWords({ uri, mistakes }: BrokenSettings): string {
  return `${shownPath(Uri.parse(uri))} has ${counted(mistakes, 'mistake')}: what is wrong there does not hold.`
}
