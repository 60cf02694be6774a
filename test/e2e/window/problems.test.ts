import * as assert from 'node:assert/strict'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { packagePath } from '../../../scripts/package'
import { CodeWindow } from '../../../scripts/vscode/codeWindow'
import { until } from '../until'

describe('Where a person wants the problems of the whole workspace', () => {
  let code: CodeWindow

  before(async () => {
    code = await CodeWindow.open({
      folder: join(import.meta.dirname, '../workspace'),
      vsix: packagePath(),
      prepareFolder: folder => {
        mkdirSync(join(folder, '.vscode'))
        writeFileSync(join(folder, '.vscode/settings.json'), '{ "novaConfigReview.problems": "workspace" }')
        mkdirSync(join(folder, '.nova-config-review'))
        writeFileSync(join(folder, '.nova-config-review/config.json'), '{ "rulse": {} }')
      },
    })
    await code.openOptions()
  })
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await code.screenshot(`failed ${this.currentTest.title}`)
  })
  after(() => code.close())

  const view = () => code.page.locator('.activitybar').getByRole('tab', { name: 'Nova Config Review' })
  const problems = (label: RegExp) =>
    until(async () => {
      const said = await code.page.locator('[id="status.problems"] a').getAttribute('aria-label')
      assert.match(said ?? '', label)
    })

  it('view, Problems and status bar count alike before any file is open', async () => {
    await code.row('[vault]: 4 options, 2 warnings, 1 information').waitFor()
    // One of the warnings is the mistake in the file of the team.
    await problems(/Warnings: 3, Infos: 2|3 Warnings.*2 Infos/i)
    await code.page.locator('[aria-label*="6 options, 2 warnings, 2 information"]').first().waitFor()
    await until(async () => assert.match(await view().locator('.badge-content').innerText(), /^2$/))
  })

  it('an open file counts once', async () => {
    await code.openFile('vault.py')
    await until(async () => assert.equal(await code.squiggles('warning').count(), 2))
    await problems(/Warnings: 3, Infos: 2|3 Warnings.*2 Infos/i)
    await code.screenshot('problems')
  })

  it('a broken file of the team is named in the status bar, and opened from there', async () => {
    await code.page.locator('[aria-label*="config.json has 1 mistake"]').first().click()
    await code.page.getByRole('tab', { name: 'config.json', selected: true }).waitFor()
  })
})
