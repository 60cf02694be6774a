import * as assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { packagePath } from '../../../scripts/package'
import { CodeWindow } from '../../../scripts/vscode/codeWindow'
import { until } from '../until'

describe('The package with its browser entry only, in the web worker extension host', () => {
  let code: CodeWindow

  before(async () => {
    const folder = join(import.meta.dirname, '../workspace')
    code = await CodeWindow.open({ folder, vsix: packagePath(), prepareExtension: leaveBrowserEntryOnly })
  })
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await code.screenshot(`failed browser ${this.currentTest.title}`)
  })
  after(() => code.close())

  it('lists the options of the workspace', async () => {
    await code.openOptions()
    await code.row('[vault]: 4 options, 2 warnings').click()
    await code.row('[vault] admin_password, StrOpt, 1 warning').waitFor()
  })

  it('underlines and explains', async () => {
    await code.openFile('vault.py')
    await until(async () => assert.equal(await code.squiggles('warning').count(), 2))
    assert.equal(await code.squiggles('info').count(), 1)
    await code.code('admin_password').hover()
    await code.page.locator('.monaco-hover:visible').getByText('Password of the vault administrator').first().waitFor()
    await code.screenshot('browser')
  })
})

/** Makes an installed extension one that only browsers can run: without `main`, and free to run anywhere. */
function leaveBrowserEntryOnly(extension: string): void {
  const file = join(extension, 'package.json')
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>
  delete manifest['main']
  delete manifest['extensionKind']
  writeFileSync(file, JSON.stringify(manifest))
}
