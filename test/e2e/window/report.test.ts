import * as assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packagePath } from '../../../scripts/package'
import { CodeWindow } from '../../../scripts/vscode/codeWindow'
import { until } from '../until'

const samples = join(import.meta.dirname, '../../../samples')

describe('The report in the window', () => {
  let code: CodeWindow

  before(async () => {
    code = await CodeWindow.open({ folder: samples, vsix: packagePath() })
    await code.openOptions()
    await code.row('[identity]: 8 options, 2 warnings').waitFor()
  })
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await code.screenshot(`failed ${this.currentTest.title}`)
  })
  after(() => code.close())

  const preview = () => code.page.locator('iframe.webview.ready').last().contentFrame().frameLocator('iframe')
  const pick = async (words: string) => {
    await code.page.locator('.quick-input-list .monaco-list-row').filter({ hasText: words }).first().click()
  }

  it('of the file is opened with a key, rendered beside the code', async () => {
    await code.openFile('identity.py')
    await code.goTo(14, 5)
    await code.page.keyboard.press('Control+Alt+R')
    await code.page.keyboard.press('o')
    await pick('This File')
    await code.page.getByRole('tab', { name: /^Review of identity\.py\.md/ }).waitFor()
    await preview().getByRole('heading', { name: 'Configuration review of stratus/conf/identity.py' }).waitFor()
    assert.equal(await preview().locator('h2').count(), 7)
    await code.screenshot('report: file')
  })

  it('of the workspace takes its place where no file is at hand, with what configuration files set', async () => {
    await code.command('Nova Config Review: Open Report')
    await preview().getByRole('heading', { name: 'Deployment: deployment-weak' }).waitFor()
    await code.screenshot('report: workspace')
  })

  it('is saved as one page of HTML', async () => {
    await code.command('Nova Config Review: Save Report')
    const file = code.page.locator('.quick-input-box input')
    await until(async () => assert.match(await file.inputValue(), /options-review\.html$/))
    await code.screenshot('report: save')
    await code.page.keyboard.press('Enter')
    await until(() =>
      assert.match(readFileSync(join(code.folder, 'options-review.html'), 'utf8'), /^<!doctype html>[^]*Deployment/),
    )
  })
})
