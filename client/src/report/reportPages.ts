import { Uri } from 'vscode'
import * as protocol from '../../../server/src/protocol'
import type { ReviewServer } from '../languageClient'
import type { PageSource } from '../pages/pages'

/**
 * Reports as pages: `nova-config-review:/report/Review of libvirt.py.md`, with the file's URI as the query, none for the
 * workspace. The text is that of when a person asked for it; in a window that is restored it is made anew.
 */
export class ReportPages implements PageSource {
  private readonly texts = new Map<string, string>()

  constructor(private readonly server: ReviewServer) {}

  /** Keeps the text of a report, to be shown as a page. */
  keep(about: Uri | undefined, title: string, text: string): Uri {
    const name = title.slice(title.lastIndexOf('/') + 1)
    const path = `/report/Review of ${name}.md`
    const uri = Uri.from({ scheme: protocol.pageScheme, path, query: about?.toString() ?? '' })
    this.texts.set(uri.toString(), text)
    return uri
  }

  async read(uri: Uri): Promise<string | undefined> {
    if (!uri.path.startsWith('/report/')) return undefined
    return this.texts.get(uri.toString()) ?? this.make(uri)
  }

  private async make({ query }: Uri): Promise<string> {
    const params: protocol.ReportParams = { uri: query === '' ? null : query, format: 'md' }
    const made = await this.server.request<protocol.ReportResult>(protocol.report, params)
    return made?.state === 'made' ? made.text : `${whyNoReport[made?.state ?? 'failed']}\n`
  }
}

/** Why there is no report, for people. */
export const whyNoReport = {
  reading: 'The workspace is still being read: please open the report again when that is done.',
  nothing: 'No options are declared here: there is nothing to report on.',
  failed: 'The report could not be made: the log says why.',
}
