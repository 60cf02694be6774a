import * as assert from 'node:assert/strict'
import { join } from 'node:path'
import { packagePath } from '../../../scripts/package'
import { CodeWindow } from '../../../scripts/vscode/codeWindow'
import { until } from '../until'

describe('The installed package in a window with Restricted Mode', () => {
  let code: CodeWindow

  before(async () => {
    code = await CodeWindow.open({ folder: join(import.meta.dirname, '../workspace'), vsix: packagePath() })
  })
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await code.screenshot(`failed ${this.currentTest.title}`)
  })
  after(() => code.close())

  const rowsAre = (expected: string[]) => until(async () => assert.deepEqual(await code.rows(), expected))
  const parentsAre = (expected: string[]) =>
    until(async () => {
      const parents = await code.rows(1)
      assert.deepEqual(
        parents.map(label => label.replace(/,.*/, '')),
        expected,
      )
    })

  it('lists the options of the whole workspace by group, before any file is open', async () => {
    await code.openOptions()
    await rowsAre(['[console]: 2 options, 1 information', '[vault]: 4 options, 2 warnings, 1 information'])
    await code.row('[vault]: ').click()
    await rowsAre([
      '[console]: 2 options, 1 information',
      '[vault]: 4 options, 2 warnings, 1 information',
      '[vault] admin_password, StrOpt, 1 warning',
      '[vault] api_port, IntOpt = 8200, 1 information',
      '[vault] backup_password, StrOpt, 1 warning',
      '[vault] sealed, BoolOpt = True, no findings',
    ])
    await code.screenshot('options')
  })

  it('goes to the line of the row that is clicked, where the squiggles are', async () => {
    await code.row('[vault] api_port').click()
    await code.page.getByRole('tab', { name: 'vault.py', selected: true }).waitFor()
    await until(async () => assert.match(await code.cursor.innerText(), /^Ln 19,/))
    await until(async () => assert.equal(await code.squiggles('warning').count(), 2))
    assert.equal(await code.squiggles('info').count(), 1)
  })

  it('explains the option under the mouse', async () => {
    await code.code('admin_password').hover()
    const hover = code.page.locator('.monaco-hover:visible')
    await hover.getByText('Password of the vault administrator').first().waitFor()
    assert.match(await hover.innerText(), /\[vault\] admin_password/)
    await code.screenshot('hover')
  })

  it('shows a new squiggle and a new row while a bad option is typed', async () => {
    await code.goTo(25, 5)
    await code.page.keyboard.type("cfg.StrOpt('unseal_token'),\n")
    await code.row('[vault] unseal_token, StrOpt, 1 warning').waitFor()
    await until(async () => assert.equal(await code.squiggles('warning').count(), 3))
  })

  it('loses squiggle and finding by the preferred quick fix', async () => {
    await code.goTo(25, 20)
    const fix = code.page.locator('.action-widget .monaco-list-row.focused').getByText('Add secret=True')
    await until(async () => {
      // The menu is taken away again where new squiggles arrive in the moment that it opens.
      await code.page.keyboard.press('Control+.')
      await fix.waitFor({ timeout: 3000 })
    })
    await code.page.keyboard.press('Enter')
    await code.row('[vault] unseal_token, StrOpt, no findings').waitFor()
    await until(async () => assert.equal(await code.squiggles('warning').count(), 2))
  })

  it('groups by file, severity and category', async () => {
    await code.command('Group Options by File')
    await parentsAre(['nova/conf/console.py: 2 options', 'nova/conf/vault.py: 5 options'])
    await code.command('Group Options by Severity')
    await parentsAre(['Warning: 2 warnings', 'Information: 2 information', 'No findings: 3 options'])
    await code.command('Group Options by Category')
    await code.row('Credential: 3 options').waitFor()
    await code.command('Group Options by Configuration Group')
    await code.row('[vault]: 5 options, 2 warnings, 1 information').waitFor()
  })

  it('leaves out options without findings on demand', async () => {
    await code.command('Show Only Options with Findings')
    await parentsAre(['[console]: 1 option', '[vault]: 3 options'])
    await code.command('Clear Filters of the Options View')
    await parentsAre(['[console]: 2 options', '[vault]: 5 options'])
  })

  it('opens the page of a rule from the hover, out of the package', async () => {
    await code.code('admin_password').hover()
    await code.page.locator('.monaco-hover:visible').getByRole('link', { name: 'secret-not-marked' }).first().click()
    await code.page.getByRole('tab', { name: /secret-not-marked/, selected: true }).waitFor()
    const page = code.page.frameLocator('iframe.webview').frameLocator('iframe')
    await page.getByRole('heading', { name: 'Why it matters' }).waitFor()
    await code.screenshot('page')
  })

  it('counts options and warnings in the status bar', async () => {
    await code.page
      .locator('[aria-label^="Nova Config Review, whole workspace: 7 options, 2 warnings"]')
      .first()
      .waitFor()
  })
})
