import type { CommentReply, Extension, LogOutputChannel, Memento } from 'vscode'
import * as protocol from '../../server/src/protocol'
import { forgetFinding, writeBaseline } from './baselineCommands'
import { openChange, restoreOldName, writeReleaseNote } from './changes/changeCommands'
import type { ChangesView } from './changes/changesView'
import { pickBase } from './changes/pickBase'
import { fixFinding, ignoreFinding } from './findingCommands'
import { ignoreWithReason } from './ignoreWithReason'
import type { InventoryView } from './inventoryView'
import type { ReviewServer } from './languageClient'
import type { Pages } from './pages/pages'
import { copyConfLine, revealOption } from './optionCommands'
import { openReport, saveReport } from './report/reportCommands'
import type { ReportPages } from './report/reportPages'
import type { ReviewChanges } from './reviewChanges'
import { addNote, markOption, markReviewedAndNext, nextUnreviewed } from './reviewCommands'
import type { NoteComment, ReviewNotes } from './reviewNotes'
import { openRuleDocumentation } from './ruleCommand'
import { showUses } from './showUses'
import { changeSeverity } from './severityCommand'

export interface Parts {
  server: ReviewServer
  view: InventoryView
  reviews: ReviewChanges
  notes: ReviewNotes
  changes: ChangesView
  pages: Pages
  reports: ReportPages
  log: LogOutputChannel
  extension: Extension<unknown>
  /** Of the workspace. */
  memento: Memento
}

/** Every command of the extension: its id as package.json has it, and what it does. */
export function commandTable({
  server,
  view,
  reviews,
  notes,
  changes,
  pages,
  reports,
  log,
  extension,
  memento,
}: Parts): Record<string, (...args: never[]) => unknown> {
  const review = { server, view, reviews, memento }
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
    'novaConfigReview.showNotReviewedOnly': () => view.change({ notReviewedOnly: true }),
    'novaConfigReview.showReviewed': () => view.change({ notReviewedOnly: false }),
    'novaConfigReview.showChangedOnly': () => {
      view.change({ changedOnly: true })
      changes.compareAgain()
    },
    'novaConfigReview.showUnchanged': () => view.change({ changedOnly: false }),
    'novaConfigReview.clearFilters': () => view.clearFilters(),

    'novaConfigReview.fixFinding': fixFinding(server),
    'novaConfigReview.ignoreFinding': ignoreFinding(server),
    'novaConfigReview.forgetFinding': forgetFinding(server),

    'novaConfigReview.markReviewed': markOption(review, 'reviewed'),
    'novaConfigReview.markReviewedAndNext': markReviewedAndNext(review),
    'novaConfigReview.markQuestion': markOption(review, 'question'),
    'novaConfigReview.acceptRisk': markOption(review, 'accepted-risk'),
    'novaConfigReview.markFinding': markOption(review, 'finding'),
    'novaConfigReview.clearMark': markOption(review, 'unreviewed'),
    'novaConfigReview.nextUnreviewed': nextUnreviewed(review),
    'novaConfigReview.addNote': addNote(review),
    'novaConfigReview.saveNote': (reply: CommentReply) => notes.save(reply),
    'novaConfigReview.takeBackNote': (comment: NoteComment) => notes.takeBack(comment),

    'novaConfigReview.chooseChangesBase': () => changes.choose(pickBase),
    'novaConfigReview.compareAgain': () => changes.compareAgain(),
    'novaConfigReview.cancelComparison': () => changes.cancel(),
    'novaConfigReview.openChange': openChange(changes),
    'novaConfigReview.writeReleaseNote': writeReleaseNote(changes),
    'novaConfigReview.restoreOldName': restoreOldName(server, changes),

    'novaConfigReview.openReport': openReport({ server, pages, reports }),
    'novaConfigReview.saveReport': saveReport({ server }),

    'novaConfigReview.copyConfLine': copyConfLine(server),
    'novaConfigReview.revealOption': revealOption(server, view),
    [protocol.showUsesCommand]: showUses(server),
    'novaConfigReview.changeSeverity': changeSeverity(extension),
    [protocol.openRuleCommand]: openRuleDocumentation(extension),
    [protocol.ignoreWithReasonCommand]: ignoreWithReason(server, memento),
  }
}
