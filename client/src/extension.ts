import { commands, env, version, window, type ExtensionContext } from 'vscode'
import { ChangesView } from './changes/changesView'
import { commandTable } from './commands'
import { DeploymentView } from './deploymentView'
import { InventoryView } from './inventoryView'
import { ReviewServer, type ServerHost } from './languageClient'
import { ReviewChanges } from './reviewChanges'
import { Pages } from './pages/pages'
import { RulePages } from './pages/rulePages'
import { ReportPages } from './report/reportPages'
import { ReviewNotes } from './reviewNotes'
import { StatusBar } from './statusBar'
import { startWhenNeeded } from './startWhenNeeded'
import { showBadge } from './viewBadge'

/** Wires the parts of the extension; `host` knows how a server is started here. Nothing is started yet. */
export function activateWith(context: ExtensionContext, host: ServerHost): void {
  const log = window.createOutputChannel('Nova Config Review', { log: true })
  const { version: ours } = context.extension.packageJSON as { version: string }
  const remote = env.remoteName === undefined ? '' : `, remote: ${env.remoteName}`
  log.info(`Nova Config Review ${ours} in ${env.appName} ${version} (${env.appHost}${remote})`)
  const server = new ReviewServer(host, log)
  const view = new InventoryView(server, context.workspaceState, log)
  const reports = new ReportPages(server)
  const pages = new Pages([new RulePages(context.extensionUri), reports])
  context.subscriptions.push(log, server, view, new StatusBar(server), pages)
  context.subscriptions.push(new DeploymentView(server))
  const reviews = new ReviewChanges(server)
  const notes = new ReviewNotes(server, reviews)
  context.subscriptions.push(notes)
  const { extension, workspaceState: memento } = context
  const changes = new ChangesView(server, memento, log, view)
  context.subscriptions.push(changes)
  const parts = { server, view, changes, reviews, notes, pages, reports, log, extension, memento }
  for (const [id, handler] of Object.entries(commandTable(parts))) {
    context.subscriptions.push(commands.registerCommand(id, handler))
  }
  context.subscriptions.push(showBadge(server, view), startWhenNeeded(server, view))
}
