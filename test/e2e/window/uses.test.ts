import * as assert from 'node:assert/strict'
import { join } from 'node:path'
import { packagePath } from '../../../scripts/package'
import { CodeWindow } from '../../../scripts/vscode/codeWindow'
import { until } from '../until'

describe('The way between a declaration and where it is read', () => {
  let code: CodeWindow

  before(async () => {
    code = await CodeWindow.open({ folder: join(import.meta.dirname, '../../../samples'), vsix: packagePath() })
    await code.openOptions()
    await code.row('[api]').waitFor()
  })
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await code.screenshot(`failed ${this.currentTest.title}`)
  })
  after(() => code.close())

  /** There is an api.py in `conf/`, too. */
  const openReader = async () => {
    await code.page.keyboard.press('Control+P')
    await code.page.keyboard.type('cmd/api.py')
    await code.page.locator('.quick-input-list').getByText('stratus/cmd').first().waitFor()
    await code.page.keyboard.press('Enter')
    await code.page.locator('.breadcrumbs-control').getByText('cmd', { exact: true }).waitFor()
  }

  it('leads from a read to the declaration', async () => {
    await openReader()
    await code.goTo(12, 31)
    await code.page.keyboard.press('F12')
    await until(async () => assert.match(await code.cursor.innerText(), /^Ln 12, /))
    await code.code('bind_host').waitFor()
  })

  it('stands above the declaration in words', async () => {
    const lens = code.page.locator('.codelens-decoration').getByText('1 read', { exact: false })
    await lens.first().waitFor()
    await code.screenshot('uses: lens')
  })

  it('leads back to the only read', async () => {
    await code.goTo(12, 30)
    await code.page.keyboard.press('Shift+F12')
    await until(async () => assert.match(await code.cursor.innerText(), /^Ln 12, Col 19/))
    await code.page.locator('.breadcrumbs-control').getByText('cmd', { exact: true }).waitFor()
  })

  it('is shown below the option in the tree', async () => {
    await code.unfold('[api]: ')
    await code.unfold('[api] bind_host,')
    await code.page.getByRole('treeitem', { name: /api\.py.*1 read/ }).waitFor()
    await code.screenshot('uses: tree')
  })

  it('is completed where a read is typed', async () => {
    await openReader()
    await code.page.keyboard.press('Control+End')
    await code.page.keyboard.type('\n\nCONF.api.')
    await code.page.keyboard.press('Control+Space')
    const suggestions = code.page.locator('.suggest-widget .monaco-list-row')
    await suggestions.getByText('enforce_session_timeout').first().waitFor()
    await code.screenshot('uses: completion')
  })
})
