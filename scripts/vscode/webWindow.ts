import { EventEmitter, once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { launchChromium } from './chromium'
import { installWebVSCode } from './install'
import { startServer, windowAddress } from './server'

/**
 * Behaves as the `code` command does under `@vscode/test-electron`: takes its arguments, opens the web VS Code in a
 * Chromium and runs the tests in its extension host.
 *
 * @param args those of VS Code; all but the folder and the two paths of the extension are ignored
 * @returns the exit code that the tests ended with; unless it is 0, the window's log has been written to the console
 */
export async function runTestsInWebWindow(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    strict: false,
    allowPositionals: true,
    options: { extensionDevelopmentPath: { type: 'string' }, extensionTestsPath: { type: 'string' } },
  })
  const [folder] = positionals
  const { extensionDevelopmentPath: extension, extensionTestsPath: tests } = values
  if (folder === undefined || typeof extension !== 'string' || typeof tests !== 'string') {
    throw new Error('Expected FOLDER --extensionDevelopmentPath=PATH --extensionTestsPath=PATH')
  }

  const dataDir = await mkdtemp(join(tmpdir(), 'vscode-data-'))
  const server = await startServer({ vscode: await installWebVSCode(console.log), dataDir })
  const browser = await launchChromium()
  const log: unknown[][] = []
  try {
    const page = await browser.newPage({ viewport: { width: 1400, height: 900 } })
    await page.exposeFunction('codeAutomationLog', (_type: string, parts: unknown[]) => log.push(parts))
    const ended = new EventEmitter()
    const exitCode = once(ended, 'exit')
    await page.exposeFunction('codeAutomationExit', (code: number) => ended.emit('exit', code))
    page.on('crash', () => ended.emit('error', new Error('The window crashed')))
    await page.goto(windowAddress(server.authority, { folder: resolve(folder), extension, tests }))
    const [code] = (await exitCode) as [number]
    if (code !== 0) for (const parts of log) console.log(...parts)
    return code
  } finally {
    await browser.close()
    await server.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}
