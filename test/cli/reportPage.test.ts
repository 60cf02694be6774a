import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { chromiumToInstall, launchChromium } from '../../scripts/vscode/chromium'
import { badModule, inFolder } from './folder'
import { runCli } from './runCli'

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')

interface Violation {
  readonly id: string
  readonly impact: string
  readonly nodes: readonly { readonly html: string }[]
}

describe('The page of a report', () => {
  let browser: Browser

  before(async function () {
    this.timeout(600_000)
    assert.equal(chromiumToInstall(), undefined)
    browser = await launchChromium()
  })
  after(() => browser.close())

  for (const colorScheme of ['light', 'dark'] as const) {
    it(`can be read by everybody, ${colorScheme}`, () =>
      inFolder({ 'o.py': `# needs:check_deprecation_status\n${badModule}` }, async folder => {
        const { out } = await runCli(['report', 'o.py', '--format', 'html'], folder)
        // axe is a script, which the page itself forbids.
        const context = await browser.newContext({ colorScheme, bypassCSP: true })
        const page = await context.newPage()
        await page.setContent(out)
        assert.equal(await page.locator('section > h2').count(), 7)
        assert.equal(await page.locator('svg[role=img]').count(), 1)
        await page.addScriptTag({ content: axe })
        const violations = await page.evaluate<Violation[]>(
          'axe.run().then(({ violations }) => violations.map(({ id, impact, nodes }) => ({ id, impact, nodes: nodes.map(({ html }) => ({ html })) })))',
        )
        const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
        assert.deepEqual(grave, [])
        await context.close()
      }))
  }
})
