import * as assert from 'node:assert/strict'
import { join } from 'node:path'
import { packagePath } from '../../../scripts/package'
import { CodeWindow } from '../../../scripts/vscode/codeWindow'
import { until } from '../until'

describe('A nova.conf in the window', () => {
  let code: CodeWindow

  before(async () => {
    code = await CodeWindow.open({ folder: join(import.meta.dirname, '../../../samples'), vsix: packagePath() })
    await code.openOptions()
  })
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await code.screenshot(`failed ${this.currentTest.title}`)
  })
  after(() => code.close())

  const rows = () => code.page.getByRole('tree', { name: 'Deployment' }).getByRole('treeitem')
  const failed = () => rows().and(code.page.locator('[aria-label^="Fail: Guests on the move"]'))

  it('is judged in the Deployment view, which its Options view has below it', async () => {
    await rows().and(code.page.locator('[aria-label^="deployment-weak"]')).waitFor()
    await failed().waitFor()
    await code.screenshot('deployment')
  })

  it('is opened at the section in which a check misses a setting', async () => {
    // One click shows it, and leaves the keyboard in the view.
    await failed().dblclick()
    await code.page.getByRole('tab', { name: /^nova\.conf/ }).waitFor()
    await until(async () => assert.match(await code.cursor.innerText(), /^Ln 18, Col 10 \(9 selected\)/))
    await code.screenshot('deployment: setting')
  })

  it('is completed with the options of a section', async () => {
    await code.page.keyboard.press('Control+End')
    await code.page.keyboard.type('\n[libvirt]\nlive_migration_perm')
    await code.page.keyboard.press('Control+Space')
    await code.page
      .locator('.suggest-widget .monaco-list-row')
      .getByText('live_migration_permit_auto_converge')
      .first()
      .waitFor()
    await code.screenshot('conf: completion')
    await code.page.keyboard.press('Escape')
  })

  it('is underlined where no option is meant', async () => {
    await code.page.keyboard.type('it_post_kopy = maybe\n')
    await code.squiggles('warning').first().waitFor()
    await code.screenshot('conf: squiggle')
  })
})
