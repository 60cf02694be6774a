import type { Extension, LogOutputChannel, Memento } from 'vscode'
import * as protocol from '../../server/src/protocol'
import { forgetFinding, writeBaseline } from './baselineCommands'
import { fixFinding, ignoreFinding } from './findingCommands'
import { ignoreWithReason } from './ignoreWithReason'
import type { InventoryView } from './inventoryView'
import type { ReviewServer } from './languageClient'
import { copyConfLine, revealOption } from './optionCommands'
import { openRuleDocumentation } from './ruleCommand'
import { showUses } from './showUses'
import { changeSeverity } from './severityCommand'

export interface Parts {
  server: ReviewServer
  view: InventoryView
  log: LogOutputChannel
  extension: Extension<unknown>
  /** Of the workspace. */
  memento: Memento
}

/** Every command of the extension: its id as package.json has it, and what it does. */
export function commandTable({
  server,
  view,
  log,
  extension,
  memento,
}: Parts): Record<string, (...args: never[]) => unknown> {
  return {
    'novaConfigReview.refresh': () => server.request(protocol.refresh),
    'novaConfigReview.restartServer': () => server.restart(),
    'novaConfigReview.showLog': () => log.show(),
    'novaConfigReview.writeBaseline': writeBaseline(server),

    'novaConfigReview.groupByGroup': () => view.change({ groupBy: 'group' }),
    'novaConfigReview.groupByFile': () => view.change({ groupBy: 'file' }),
    'novaConfigReview.groupBySeverity': () => view.change({ groupBy: 'severity' }),
    'novaConfigReview.groupByCategory': () => view.change({ groupBy: 'category' }),
    'novaConfigReview.showFindingsOnly': () => view.change({ findingsOnly: true }),
    'novaConfigReview.showWithoutFindings': () => view.change({ findingsOnly: false }),
    'novaConfigReview.showSecurityRelevantOnly': () => view.change({ securityRelevantOnly: true }),
    'novaConfigReview.showNotSecurityRelevant': () => view.change({ securityRelevantOnly: false }),
    'novaConfigReview.hideKnownFindings': () => view.change({ hideKnown: true }),
    'novaConfigReview.showKnownFindings': () => view.change({ hideKnown: false }),
    'novaConfigReview.showUnreadOnly': () => view.change({ unreadOnly: true }),
    'novaConfigReview.showRead': () => view.change({ unreadOnly: false }),
    'novaConfigReview.clearFilters': () => view.clearFilters(),

    'novaConfigReview.fixFinding': fixFinding(server),
    'novaConfigReview.ignoreFinding': ignoreFinding(server),
    'novaConfigReview.forgetFinding': forgetFinding(server),

    'novaConfigReview.copyConfLine': copyConfLine(server),
    'novaConfigReview.revealOption': revealOption(server, view),
    [protocol.showUsesCommand]: showUses(server),
    'novaConfigReview.changeSeverity': changeSeverity(extension),
    [protocol.openRuleCommand]: openRuleDocumentation(extension),
    [protocol.ignoreWithReasonCommand]: ignoreWithReason(server, memento),
  }
}
