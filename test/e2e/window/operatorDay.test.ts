import * as assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { packagePath } from '../../../scripts/package'
import { CodeWindow } from '../../../scripts/vscode/codeWindow'
import { until } from '../until'
import { Person } from './person'

/** What an operator has: no source of Nova, no checkout, the one file. */
const conf = `[DEFAULT]
compute_driver = libvirt.LibvirtDriver
debug = true

[glance]
api_insecure = true

[vnc]
enabled = maybe

[libvirt]
virt_type = kvm
`

const themes = { light: 'Default Light Modern', dark: 'Default Dark Modern', contrast: 'Default High Contrast' }

describe("An operator's day with a nova.conf", () => {
  let code: CodeWindow
  let person: Person
  const folder = mkdtempSync(join(tmpdir(), 'operator-'))

  before(async () => {
    writeFileSync(join(folder, 'nova.conf'), conf)
    code = await CodeWindow.open({ folder, vsix: packagePath() })
    person = new Person(code.page)
  })
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await code.screenshot(`failed ${this.currentTest.title}`)
  })
  after(async () => {
    console.log(`      ${person.clicks} clicks, ${person.keys} keys`)
    await code.close()
    rmSync(folder, { recursive: true })
  })

  const text = () => readFileSync(join(code.folder, 'nova.conf'), 'utf8')
  const focused = (words: string) => code.page.locator('.monaco-list-row.focused:visible').getByText(words).first()
  const problems = () => code.page.locator('.markers-panel').getByRole('treeitem', { level: 2 })
  const rows = () => code.page.getByRole('tree', { name: 'Deployment' }).getByRole('treeitem')
  const failed = (title: string) => rows().and(code.page.locator(`[aria-label^="Fail: ${title}"]`))
  const goTo = async (line: number) => {
    await person.press('Control+G')
    await person.type(String(line))
    await person.press('Enter')
    await code.page.getByText(`Ln ${line}, Col 1`).waitFor()
  }
  const fix = async (title: string) => {
    await person.press('Control+.')
    await focused(title).waitFor()
    await person.press('Enter')
  }

  it('begins with the file, and with what is wrong with it', async () => {
    await person.press('Control+P')
    await person.type('nova.conf')
    await focused('nova.conf').waitFor()
    await person.press('Enter')
    await code.page.getByRole('tab', { name: /^nova\.conf/, selected: true }).waitFor()
    await person.press('Control+Shift+M')
    await problems().filter({ hasText: "'enabled': Unexpected boolean value 'maybe'" }).waitFor()
    await problems().filter({ hasText: "'api_insecure' in [glance] is an old name of 'insecure'" }).waitFor()
    await until(async () => assert.equal(await problems().count(), 2))
    await code.screenshot('operator: problems')
  })

  it('mends the value that is wrong', async () => {
    await person.press('Control+1')
    await goTo(9)
    await person.press('End', 'Control+Shift+ArrowLeft')
    await person.type('true')
    await problems().filter({ hasText: 'Unexpected boolean' }).waitFor({ state: 'detached' })
  })

  it('gives an option its name of today', async () => {
    await goTo(6)
    await fix("Rename to 'insecure'")
    await problems().filter({ hasText: 'old name' }).waitFor({ state: 'detached' })
  })

  it('finds an option by the beginning of its name, and reads what it is', async () => {
    await person.press('Control+End')
    await person.type('live_migration_perm')
    await person.press('Control+Space')
    const offered = code.page
      .locator('.suggest-widget .monaco-list-row')
      .getByText('live_migration_permit_auto_converge')
    await offered.first().waitFor()
    await code.screenshot('operator: completion')
    await person.press('Enter')
    await person.type('true')
    await person.press('Home', 'Control+K', 'Control+I')
    const hover = code.page.locator('.monaco-hover:visible')
    await hover.getByText('[libvirt] live_migration_permit_auto_converge').first().waitFor()
    await hover.getByText('Here:').waitFor()
    await code.screenshot('operator: hover')
    await person.press('Escape')
  })

  it('sees how safe that is, and where', async () => {
    await person.click(code.page.locator('.activitybar').getByRole('tab', { name: 'Nova Config Review' }))
    // No option is declared here: that view is folded away.
    await person.click(code.page.getByRole('button', { name: 'Options Section' }))
    await failed('Logs do not hold what debugging writes').waitFor()
    await person.click(failed('Logs do not hold what debugging writes'))
    await until(async () => assert.match(await code.cursor.innerText(), /^Ln 3, /))
    await code.screenshot('operator: deployment')
  })

  it('sets what is safer, and sees that it is', async () => {
    await person.press('Control+1')
    await fix("Set 'debug = false' (debug-off)")
    await failed('Logs do not hold what debugging writes').waitFor({ state: 'detached' })
    await person.press('Control+S')
    await until(() => {
      assert.match(text(), /\n# debug-off: Logs do not hold what debugging writes\ndebug = false\n/)
      assert.match(text(), /\n\[glance\]\ninsecure = true\n[\s\S]*\nenabled = true\n[\s\S]*_auto_converge = true$/)
    })
  })

  it('can be read in each kind of theme', async () => {
    for (const [name, theme] of Object.entries(themes)) {
      mkdirSync(join(code.folder, '.vscode'), { recursive: true })
      writeFileSync(join(code.folder, '.vscode/settings.json'), JSON.stringify({ 'workbench.colorTheme': theme }))
      const isDark = name !== 'light'
      await until(async () => {
        const classes = (await code.page.locator('.monaco-workbench').first().getAttribute('class')) ?? ''
        assert.match(classes, name === 'contrast' ? /\bhc-black\b/ : isDark ? /\bvs-dark\b/ : /\bvs\b/)
      })
      await code.screenshot(`operator: ${name}`)
    }
  })
})
