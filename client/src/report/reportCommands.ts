import { ProgressLocation, Uri, env, window, workspace, type QuickPickItem } from 'vscode'
import * as protocol from '../../../server/src/protocol'
import { label, message, notice } from '../../../server/src/safe/text'
import type { ReviewServer } from '../languageClient'
import { openPage, type Pages } from '../pages/pages'
import { shownPath } from '../shownPath'
import { whyNoReport, type ReportPages } from './reportPages'

/** What the commands of reports work with. */
export interface ReportParts {
  readonly server: ReviewServer
  readonly pages: Pages
  readonly reports: ReportPages
}

/** What a report is about: a file, or the whole workspace. */
interface Subject extends QuickPickItem {
  readonly file?: Uri
}

/** Makes the report of the active file, or of the workspace, and opens it as a page beside the code. */
export function openReport({ server, pages, reports }: ReportParts) {
  return async (): Promise<void> => {
    const subject = await pickSubject('Open Report')
    if (subject === undefined) return
    const made = await make(server, subject, 'md')
    if (made === undefined) return
    const page = reports.keep(subject.file, made.title, made.text)
    pages.refresh(page)
    await openPage(page)
  }
}

const filters = { HTML: ['html'], Markdown: ['md'], JSON: ['json'] }

/** Writes the report to a file that a person picks; its ending says what it is written as. */
export function saveReport({ server }: Pick<ReportParts, 'server'>) {
  return async (): Promise<void> => {
    const subject = await pickSubject('Save Report')
    if (subject === undefined) return
    const folder = workspace.workspaceFolders?.[0]?.uri
    const to = await window.showSaveDialog({
      title: 'Save Report',
      filters,
      ...(folder && { defaultUri: Uri.joinPath(folder, 'options-review.html') }),
    })
    if (to === undefined) return
    const format = protocol.reportFormats.find(each => to.path.endsWith(`.${each}`)) ?? 'html'
    const made = await make(server, subject, format)
    if (made === undefined) return
    try {
      await workspace.fs.writeFile(to, new TextEncoder().encode(made.text))
    } catch (error) {
      const reason = message(error instanceof Error ? error.message : String(error))
      void window.showErrorMessage(notice(`${shownPath(to)} was not written: ${reason}`))
      return
    }
    const open = to.scheme === 'file' && format === 'html' ? ['Open in Browser'] : []
    const button = await window.showInformationMessage(notice(`The report was saved as ${shownPath(to)}.`), ...open)
    if (button !== undefined) await env.openExternal(to)
  }
}

/** Asks where there is a choice; undefined when the person turns away. */
async function pickSubject(title: string): Promise<Subject | undefined> {
  const whole: Subject = { label: '$(folder-library) Whole Workspace' }
  const document = window.activeTextEditor?.document
  if (document === undefined || protocol.kindOfLanguage(document.languageId) !== protocol.pythonFiles) return whole
  const name = label(shownPath(document.uri)).replaceAll('$(', '$ (')
  const file: Subject = { label: '$(file) This File', description: name, file: document.uri }
  return window.showQuickPick([file, whole], { title, placeHolder: 'What is the report about?' })
}

async function make(server: ReviewServer, { file }: Subject, format: protocol.ReportFormat) {
  const params: protocol.ReportParams = { uri: file?.toString() ?? null, format }
  const location = { location: ProgressLocation.Window, title: 'Making the report…' }
  const made = await window.withProgress(location, () => server.request<protocol.ReportResult>(protocol.report, params))
  if (made?.state === 'made') return made
  void window.showWarningMessage(notice(whyNoReport[made?.state ?? 'failed']))
  return undefined
}
