import * as assert from 'node:assert/strict'
import { join } from 'node:path'
import { packagePath } from '../../../scripts/package'
import { CodeWindow } from '../../../scripts/vscode/codeWindow'
import { until } from '../until'

describe("The extension's own page", () => {
  let code: CodeWindow

  before(async () => {
    code = await CodeWindow.open({ folder: join(import.meta.dirname, '../workspace'), vsix: packagePath() })
  })
  after(async () => {
    await code.screenshot('extension')
    await code.close()
  })

  const page = () => code.page.frameLocator('iframe.webview').frameLocator('iframe')

  it('shows no broken picture', async () => {
    await code.page.keyboard.press('Control+Shift+X')
    const row = code.page.locator('.extension-list-item, .monaco-list-row').filter({ hasText: 'Nova Config Review' })
    await row.first().click()
    await page().getByRole('heading', { name: 'In the editor' }).waitFor()
    const broken = () =>
      page()
        .locator('img')
        .evaluateAll(all => all.filter(each => (each as unknown as { naturalWidth: number }).naturalWidth === 0).length)
    await until(async () => assert.equal(await broken(), 0))
  })

  it('leads from its words to the documents that it brings', async () => {
    await page().getByRole('link', { name: 'Configuration' }).click()
    await until(async () => {
      const heading = await page().getByRole('heading', { name: 'Configuration', exact: true }).boundingBox()
      assert.ok(heading && heading.y > 0 && heading.y < 700, JSON.stringify(heading))
    })
  })

  it('tells of its versions', async () => {
    await code.page.locator('.extension-editor .navbar').getByText('Changelog', { exact: true }).click()
    await page().getByRole('heading', { name: 'While you type' }).waitFor()
  })
})
