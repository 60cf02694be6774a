import * as assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packagePath } from '../../../scripts/package'
import { CodeWindow } from '../../../scripts/vscode/codeWindow'
import { until } from '../until'

describe('A baseline', () => {
  let code: CodeWindow

  before(async () => {
    code = await CodeWindow.open({ folder: join(import.meta.dirname, '../workspace'), vsix: packagePath() })
    await code.openOptions()
    await code.row('[vault]: 4 options, 2 warnings, 1 information').waitFor()
  })
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await code.screenshot(`failed ${this.currentTest.title}`)
  })
  after(() => code.close())

  const file = () => join(code.folder, '.nova-config-review/baseline.json')
  const dialog = () => code.page.getByRole('dialog')
  const button = (name: string) => code.page.getByRole('button', { name, exact: true })

  it('is not written before a person has agreed to what it records', async () => {
    await code.command('Write Baseline...')
    await dialog().getByText('Record 4 findings as known?').waitFor()
    await dialog()
      .getByText(/2 warnings, 2 information/)
      .waitFor()
    await code.screenshot('baseline question')
    await button('Cancel').click()
    await dialog().waitFor({ state: 'detached' })
    assert.ok(!existsSync(file()))
  })

  it('is taken back with one click', async () => {
    await code.command('Write Baseline...')
    await button('Record').click()
    await until(() => assert.ok(existsSync(file())))
    await code.row('[vault]: 4 options, 3 known').waitFor()
    await code.answerMessage('Undo')
    await until(() => assert.ok(!existsSync(file())))
    await code.row('[vault]: 4 options, 2 warnings, 1 information').waitFor()
  })

  it('keeps its findings in the view, where they can be hidden', async () => {
    await code.command('Write Baseline...')
    await button('Record').click()
    await code.unfold('[vault]: 4 options, 3 known')
    await code.unfold('[vault] admin_password, StrOpt, 1 known')
    await code.row('[vault] admin_password, warning, known, ').waitFor()
    await code.page.getByText('By configuration group · 4 known findings shown').waitFor()
    await code.screenshot('baseline')
    await code.command('Hide Known Findings')
    await code.page.getByText('By configuration group · 4 known findings hidden').waitFor()
    await code.row('[vault] admin_password, StrOpt, no findings').waitFor()
    await code.command('Show Known Findings, Too')
  })

  it('forgets one finding with one action', async () => {
    await code.row('[vault] admin_password, warning, known, ').hover()
    await code
      .row('[vault] admin_password, warning, known, ')
      .getByRole('button', { name: /^Take Finding out/ })
      .click()
    await code.row('[vault]: 4 options, 1 warning, 2 known').waitFor()
    assert.doesNotMatch(readFileSync(file(), 'utf8'), /admin_password/)
  })
})
