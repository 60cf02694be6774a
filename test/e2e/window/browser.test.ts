import * as assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { packagePath } from '../../../scripts/package'
import { CodeWindow } from '../../../scripts/vscode/codeWindow'
import { until } from '../until'

const guard = `import nova.conf

CONF = nova.conf.CONF

password = CONF.vault.admin_password
`

describe('The package with its browser entry only, in the web worker extension host', () => {
  let code: CodeWindow

  before(async () => {
    const folder = join(import.meta.dirname, '../workspace')
    code = await CodeWindow.open({
      folder,
      vsix: packagePath(),
      prepareExtension: leaveBrowserEntryOnly,
      prepareFolder: copy => {
        writeFileSync(join(copy, 'nova/guard.py'), guard)
        writeFileSync(join(copy, 'nova.conf'), '[vault]\nadmin_pasword = hidden\n')
      },
    })
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
    // The lines move when their lenses come: then the mouse would be on another.
    await code.page.locator('.codelens-decoration').getByText('1 read').first().waitFor()
    await code.code('admin_password').hover()
    await code.page.locator('.monaco-hover:visible').getByText('Password of the vault administrator').first().waitFor()
    await code.screenshot('browser')
  })

  it('leads from a read to its declaration', async () => {
    await code.openFile('guard.py')
    await code.goTo(5, 32)
    await code.page.keyboard.press('F12')
    await code.page.getByRole('tab', { name: 'vault.py', selected: true }).waitFor()
    await until(async () => assert.match(await code.cursor.innerText(), /^Ln 9, /))
  })

  it('judges a nova.conf', async () => {
    await code.openFile('nova.conf')
    await code.squiggles('warning').first().waitFor()
    await code.code('admin_pasword').hover()
    await code.page.locator('.monaco-hover:visible').getByText('admin_password').first().waitFor()
    await code.screenshot('browser: nova.conf')
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
