import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Locator, Page } from 'playwright-core'
import { launchChromium } from './chromium'
import { installWebVSCode, type WebVSCode } from './install'
import { startServer, windowAddress, type Server } from './server'

const screenshots = join(import.meta.dirname, '../../out/screenshots')

/** What a window starts with. Paths are absolute. */
export interface CodeWindowOptions {
  /** A folder to work on: the window gets a copy of it. */
  folder: string
  /** A package to install first. */
  vsix: string
  /** The person trusts the folder's authors. */
  trusted?: boolean
  /** Settings of the person. */
  settings?: Record<string, unknown>
  /** Changes something in the folder of the installed extension. */
  prepareExtension?: (folder: string) => void
  /** Changes something in the copy of the folder. */
  prepareFolder?: (folder: string) => void
}

/** A window of the web VS Code with our package installed, and what a person can do in it. */
export class CodeWindow {
  private constructor(
    readonly page: Page,
    /** The copy of the folder that is open. */
    readonly folder: string,
    private readonly server: Server,
    private readonly browser: Browser,
    private readonly scratch: string,
  ) {}

  /** Opens a window that does not trust the folder's authors, as a careful reviewer would not, unless it is told to. */
  static async open(options: CodeWindowOptions): Promise<CodeWindow> {
    const scratch = mkdtempSync(join(tmpdir(), 'vscode-window-'))
    const folder = join(scratch, 'workspace')
    const dataDir = join(scratch, 'data')
    cpSync(options.folder, folder, { recursive: true })
    options.prepareFolder?.(folder)
    const vscode = await installWebVSCode(console.log)
    const extension = installExtension(vscode, dataDir, options.vsix)
    options.prepareExtension?.(extension)

    const trust = options.trusted === true ? { 'security.workspace.trust.enabled': false } : {}
    const settings = { 'security.workspace.trust.startupPrompt': 'never', ...trust, ...options.settings }
    const server = await startServer({ vscode, dataDir, settings })
    const browser = await launchChromium()
    const page = await browser.newPage({ viewport: { width: 1400, height: 900 } })
    page.setDefaultTimeout(20_000)
    await page.goto(windowAddress(server.authority, { folder }))
    const tabs = page.locator('.activitybar')
    if (options.trusted === true) await tabs.getByRole('tab', { name: 'Nova Config Review' }).waitFor()
    else await page.getByText('Restricted Mode', { exact: true }).first().waitFor()
    return new CodeWindow(page, folder, server, browser, scratch)
  }

  /** Ends the window and everything behind it. */
  async close(): Promise<void> {
    await this.browser.close()
    await this.server.stop()
    rmSync(this.scratch, { recursive: true, force: true })
  }

  /** Opens a file by name in the editor. */
  async openFile(name: string): Promise<void> {
    await this.page.keyboard.press('Control+P')
    await this.page.locator('.quick-input-widget input').fill(name)
    await this.page.locator('.quick-input-list .monaco-list-row').filter({ hasText: name }).first().click()
    await this.page.getByRole('tab', { name, selected: true }).waitFor()
  }

  /** Runs a command from the palette. */
  async command(title: string): Promise<void> {
    await this.page.keyboard.press('F1')
    await this.page.locator('.quick-input-widget input').fill(`>${title}`)
    await this.page.locator('.quick-input-list .monaco-list-row').filter({ hasText: title }).first().click()
  }

  /** Opens the Options view with its icon in the activity bar. */
  async openOptions(): Promise<void> {
    await this.page.locator('.activitybar').getByRole('tab', { name: 'Nova Config Review' }).click()
    await this.tree.waitFor()
  }

  get tree(): Locator {
    return this.page.getByRole('tree', { name: 'Options' })
  }

  /** A row of the Options view by the beginning of what a screen reader says of it. */
  row(label: string): Locator {
    return this.tree.locator(`[role=treeitem][aria-label^="${label}"]`)
  }

  /** Unfolds a row of the Options view, if it is folded: clicking one that leads somewhere only goes there. */
  async unfold(label: string): Promise<void> {
    const row = this.row(label)
    while ((await row.getAttribute('aria-expanded')) !== 'true') {
      await row.locator('.monaco-tl-twistie').click()
      // A tree that is just being filled may forget what was clicked.
      await this.row(label)
        .and(this.page.locator('[aria-expanded=true]'))
        .waitFor({ timeout: 2000 })
        .catch(() => undefined)
    }
  }

  /** What a screen reader says of each row on the screen, in order; of one level only, if one is given (1 or 2). */
  async rows(level?: number): Promise<string[]> {
    const rows = await this.tree.getByRole('treeitem', level === undefined ? {} : { level }).all()
    const placed = await Promise.all(
      rows.map(async row => ({
        label: (await row.getAttribute('aria-label')) ?? '',
        top: (await row.boundingBox())?.y ?? 0,
      })),
    )
    return placed.sort((a, b) => a.top - b.top).map(({ label }) => label)
  }

  /** Puts the cursor in the editor at a line and column, which count from 1. */
  async goTo(line: number, column: number): Promise<void> {
    await this.page.keyboard.press('Control+G')
    await this.page.locator('.quick-input-widget input').fill(`:${line}:${column}`)
    await this.page.keyboard.press('Enter')
    await this.page.getByText(`Ln ${line}, Col ${column}`, { exact: true }).waitFor()
  }

  /** A word of the code in the editor, quoted or not. */
  code(word: string): Locator {
    return this.page
      .locator('.editor-instance .view-line')
      .getByText(new RegExp(`^['"]?${word}['"]?$`))
      .last()
  }

  squiggles(severity: 'warning' | 'info'): Locator {
    return this.page.locator(`.editor-instance .squiggly-${severity}`)
  }

  /** Presses a button of the last message, which newer VS Codes may show behind their bell only. */
  async answerMessage(button: string): Promise<void> {
    const there = this.page
      .locator('.notifications-toasts, .notifications-center')
      .getByRole('button', { name: button, exact: true })
    const isShown = await there
      .first()
      .waitFor({ timeout: 3000 })
      .then(
        () => true,
        () => false,
      )
    if (!isShown) await this.command('Notifications: Show Notifications')
    await there.first().click()
  }

  /** `Ln 9, Col 16`: where the cursor is. */
  get cursor(): Locator {
    return this.page.locator('[id="status.editor.selection"]')
  }

  /** Saves a picture of the window as out/screenshots/NAME.png. */
  async screenshot(name: string): Promise<void> {
    mkdirSync(screenshots, { recursive: true })
    await this.page.screenshot({ path: join(screenshots, `${name}.png`), animations: 'disabled' })
  }
}

/** Installs a package for a server; returns the folder that it is installed in. */
function installExtension({ node, entry }: WebVSCode, dataDir: string, vsix: string): string {
  const args = [entry, '--install-extension', vsix, `--server-data-dir=${dataDir}`, '--accept-server-license-terms']
  const { status, stdout, stderr } = spawnSync(node, args, { encoding: 'utf8' })
  const extensions = join(dataDir, 'extensions')
  const folder = status === 0 ? readdirSync(extensions).find(name => name.startsWith('nova-config-review.')) : undefined
  if (folder === undefined) throw new Error(`The package was not installed:\n${stdout}${stderr}`)
  return join(extensions, folder)
}
