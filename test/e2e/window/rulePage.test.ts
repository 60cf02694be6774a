import * as assert from 'node:assert/strict'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { packagePath } from '../../../scripts/package'
import { CodeWindow } from '../../../scripts/vscode/codeWindow'
import { until } from '../until'

describe("A rule's page", () => {
  let code: CodeWindow

  before(async () => {
    code = await CodeWindow.open({
      folder: join(import.meta.dirname, '../workspace'),
      vsix: packagePath(),
      prepareFolder: folder => {
        mkdirSync(join(folder, '.nova-config-review'))
        writeFileSync(teamFile(folder), '{\n  // Agreed on in May.\n  "rules": {}\n}\n')
      },
    })
    await code.openFile('vault.py')
    await until(async () => assert.equal(await code.squiggles('warning').count(), 2))
  })
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await code.screenshot(`failed ${this.currentTest.title}`)
  })
  after(() => code.close())

  const teamFile = (folder: string) => join(folder, '.nova-config-review/config.json')
  const page = () => code.page.frameLocator('iframe.webview').frameLocator('iframe')
  const choose = (name: string) =>
    code.page.locator('.quick-input-list .monaco-list-row').getByText(name, { exact: true }).click()

  it('opens beside the code, straight from the finding at the cursor', async () => {
    await code.goTo(9, 20)
    await code.command('Open Rule Documentation')
    await page().getByRole('heading', { name: 'secret-not-marked' }).waitFor()
    assert.equal(await code.page.locator('.editor-group-container').count(), 2)
    await code.code('admin_password').waitFor()
  })

  it('shows its examples in words, and what the rule lets pass when asked', async () => {
    await page().getByText('# found: logged in clear').first().waitFor()
    const folded = page().locator('details').first()
    assert.match(await folded.innerText(), /^Nothing is found in these \d+ declarations$/)
    await folded.locator('summary').click()
    await folded.getByText('ssl_key_file').waitFor()
    await code.screenshot('rule page')
  })

  it("changes the rule's severity in the file of the team, and back", async () => {
    await code.page.getByRole('button', { name: 'Change Severity of Rule...' }).click()
    await choose('off')
    await code.screenshot('severity')
    await choose('For the Team')
    await until(() => assert.match(readFileSync(teamFile(code.folder), 'utf8'), /May\.\n.*"secret-not-marked": "off"/s))
    await until(async () => assert.equal(await code.squiggles('warning').count(), 0))
    await code.answerMessage('Undo')
    await until(async () => assert.equal(await code.squiggles('warning').count(), 2))
  })

  it('changes it for the workspace alone', async () => {
    await code.page.getByRole('button', { name: 'Change Severity of Rule...' }).click()
    await choose('information')
    await choose('In This Workspace')
    await until(async () => assert.equal(await code.squiggles('info').count(), 3))
    assert.ok(existsSync(join(code.folder, '.vscode/settings.json')))
  })
})
