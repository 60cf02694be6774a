import * as assert from 'node:assert/strict'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { launchChromium } from '../../../scripts/vscode/chromium'
import { until } from '../until'

const root = join(import.meta.dirname, '../../..')

describe('What `npm start` opens on a machine without `code`', () => {
  let started: ChildProcess
  let browser: Browser
  let page: Page

  before(async () => {
    // No other program is found, neither `code` nor Git; VS Code would say that it misses the latter.
    const env = { ...process.env, DISPLAY: '', PATH: '/nowhere' }
    started = spawn(process.execPath, ['--import', 'tsx', 'scripts/start.ts'], { cwd: root, env })
    let output = ''
    started.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()))
    started.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()))
    const address = await until(() => {
      const found = /http:\S+/.exec(output)?.[0]
      assert.ok(found, output)
      return found
    }, 50_000)
    browser = await launchChromium()
    page = await browser.newPage({ viewport: { width: 1400, height: 900 } })
    page.setDefaultTimeout(40_000)
    await page.goto(address)
  })
  after(async () => {
    await page.screenshot({ path: join(root, 'out/screenshots/start.png') })
    await browser.close()
    started.kill()
    await once(started, 'close')
  })

  it('shows the options of the samples and a file with its findings', async () => {
    await page.getByRole('tree', { name: 'Options' }).waitFor()
    await page.getByRole('treeitem', { name: /^\[identity\] password, StrOpt, 1 warning/ }).waitFor()
    await page.getByRole('tab', { name: 'identity.py', selected: true }).waitFor()
    await until(async () => assert.equal(await page.locator('.editor-instance .squiggly-warning').count(), 2))
  })

  it('asks nothing', async () => {
    await page.getByRole('treeitem', { name: /^\[database\]: 3 options/ }).waitFor()
    assert.equal(await page.getByRole('dialog').count(), 0)
    assert.deepEqual(await page.locator('.notification-toast').allInnerTexts(), [])
  })
})
