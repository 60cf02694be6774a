import { Uri, workspace } from 'vscode'
import { openRuleCommand, pageUri, ruleOfPage } from '../../../server/src/protocol'
import { openPage, type PageSource } from './pages'
import { readablePage } from './rulePageText'

/** The packaged pages of the rules, made readable, as `nova-config-review:/rules/<name>.md`. */
export class RulePages implements PageSource {
  private pages: Promise<Readonly<Record<string, string>>> | undefined

  constructor(private readonly extensionUri: Uri) {}

  async read(uri: Uri): Promise<string | undefined> {
    const rule = ruleOfPage(uri.path)
    if (rule === undefined) return undefined
    const pages = await (this.pages ??= this.load())
    const page = Object.hasOwn(pages, rule) ? pages[rule] : undefined
    return page === undefined ? undefined : readablePage(rule, page)
  }

  private async load(): Promise<Readonly<Record<string, string>>> {
    const packaged = Uri.joinPath(this.extensionUri, 'dist', 'rules.json')
    return JSON.parse(new TextDecoder().decode(await workspace.fs.readFile(packaged))) as Record<string, string>
  }
}

/** Opens a rule's page. */
export async function openRule(rule: string): Promise<void> {
  await openPage(Uri.parse(pageUri(rule)))
}

/** Markdown whose links to rule pages are command links: hovers and tooltips drop links of schemes they do not know. */
export function withCommandLinks(markdown: string): string {
  return markdown.replace(/\]\(nova-config-review:(\/rules\/[a-z0-9-]+\.md)\)/g, (link, path: string) => {
    const rule = ruleOfPage(path)
    return rule === undefined ? link : `](command:${openRuleCommand}?${encodeURIComponent(JSON.stringify([rule]))})`
  })
}
