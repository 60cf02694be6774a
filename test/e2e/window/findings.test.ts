import * as assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packagePath } from '../../../scripts/package'
import { CodeWindow } from '../../../scripts/vscode/codeWindow'
import { until } from '../until'

describe('The findings in the Options view', () => {
  let code: CodeWindow

  before(async () => {
    code = await CodeWindow.open({ folder: join(import.meta.dirname, '../workspace'), vsix: packagePath() })
    await code.openOptions()
  })
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await code.screenshot(`failed ${this.currentTest.title}`)
  })
  after(() => code.close())

  const finding = '[vault] admin_password, warning, '
  const messageIs = (text: string) =>
    until(async () =>
      assert.equal(await code.page.locator('.tree-explorer-viewlet-tree-view .message').innerText(), text),
    )

  it('are below their option, each with what it says and its rule', async () => {
    await code.unfold('[vault]: ')
    await code.unfold('[vault] admin_password, StrOpt, 1 warning')
    assert.match((await code.row(finding).getAttribute('aria-label')) ?? '', /holds a credential.*secret-not-marked$/)
    await code.screenshot('findings')
  })

  it('say how they are grouped and filtered, however narrow the side bar is', async () => {
    await messageIs('By configuration group')
    await code.command('Show Only Options with Findings')
    await messageIs('By configuration group · only with findings')
    await code.command('Group Options by Severity')
    await messageIs('By severity · only with findings')
    await code.screenshot('findings by severity')
  })

  it('are the rows by severity, and lead to their place', async () => {
    await code.unfold('Warning: 2 warnings')
    await code.row(finding).click()
    await until(async () => assert.match(await code.cursor.innerText(), /^Ln 9, Col \d+ \(16 selected\)/))
  })

  it('open their documentation inline', async () => {
    await code.row(finding).hover()
    await code.row(finding).getByRole('button', { name: 'Open Rule Documentation' }).click()
    await code.page.getByRole('tab', { name: /secret-not-marked/ }).waitFor()
  })

  it('are ignored inline, once a reason is given', async () => {
    const ignore = async (row: string) => {
      await code.row(row).hover()
      await code.row(row).getByRole('button', { name: 'Ignore Finding with a Reason' }).click()
      await code.page.getByText('Why is the option right as it is?').or(reason()).first().waitFor()
    }
    const reason = () => code.page.getByPlaceholder('Why is the option right as it is?')
    const comments = () => code.page.locator('.editor-instance .view-line').filter({ hasText: 'nova-review: ignore' })
    const backup = '[vault] backup_password, warning, '
    await ignore(backup)
    await reason().fill('not this one')
    await code.page.keyboard.press('Escape')
    await reason().waitFor({ state: 'hidden' })
    assert.equal(await comments().count(), 0)
    await ignore(backup)
    await reason().fill('it is sealed elsewhere')
    await code.screenshot('reason')
    await code.page.keyboard.press('Enter')
    await code.row('Warning: 1 warning').waitFor()
    await until(async () => assert.match(await comments().innerText(), /--\sit\sis\ssealed\selsewhere$/))
    await ignore(finding)
    await code.page.getByRole('option', { name: 'it is sealed elsewhere' }).waitFor()
    await code.page.keyboard.press('Escape')
  })

  it('are fixed inline', async () => {
    await code.row(finding).hover()
    await code.row(finding).getByRole('button', { name: 'Fix Finding' }).click()
    await code.row('Information: ').waitFor()
    await until(async () => assert.equal(await code.row('Warning: ').count(), 0))
    await code.page.keyboard.press('Control+S')
    await until(() => assert.match(readFileSync(join(code.folder, 'nova/conf/vault.py'), 'utf8'), /secret=True/))
  })
})
