import * as assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packagePath } from '../../../scripts/package'
import { CodeWindow } from '../../../scripts/vscode/codeWindow'
import { until } from '../until'
import { Person } from './person'

describe("A person's day with a service that has findings", () => {
  let code: CodeWindow
  let person: Person

  before(async () => {
    code = await CodeWindow.open({ folder: join(import.meta.dirname, '../../../samples'), vsix: packagePath() })
    person = new Person(code.page)
  })
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await code.screenshot(`failed ${this.currentTest.title}`)
  })
  after(async () => {
    console.log(`      ${person.clicks} click, ${person.keys} keys`)
    await code.close()
  })

  const text = () => readFileSync(join(code.folder, 'stratus/conf/identity.py'), 'utf8')
  const focused = (words: string) => code.page.locator('.monaco-list-row.focused:visible').getByText(words).first()
  const choose = async (words: string, ...way: string[]) => {
    await person.press(...way)
    await focused(words).waitFor()
    await person.press('Enter')
  }
  const goTo = async (option: string, line: number) => {
    await person.press('Control+T')
    await person.type(option)
    await choose(option)
    await code.page.getByText(`Ln ${line},`).waitFor()
  }
  const command = async (title: string) => {
    await person.press('F1')
    await person.type(title)
    await choose(title)
  }

  it('begins with all options, one click away', async () => {
    await person.click(code.page.locator('.activitybar').getByRole('tab', { name: 'Nova Config Review' }))
    await code.row('[identity]: 8 options, 2 warnings').waitFor()
  })

  it('finds an option by its name', () => goTo('identity.password', 14))

  it('reads what it is and what is wrong with it', async () => {
    await person.press('Control+K', 'Control+I')
    const hover = code.page.locator('.monaco-hover:visible')
    await hover.getByText('The password of that user.').waitFor()
    await hover.getByRole('link', { name: 'secret-not-marked' }).waitFor()
    await code.screenshot('day: hover')
  })

  it('fixes a finding', async () => {
    await choose('Add secret=True', 'Control+.')
    await code.row('[identity]: 8 options, 1 warning').waitFor()
  })

  it('ignores one with a reason', async () => {
    await goTo('identity.insecure', 20)
    await person.press('Control+.')
    await focused('default').waitFor()
    await code.screenshot('day: quick fixes')
    await choose('Ignore insecure-tls-default', 'ArrowUp', 'ArrowUp', 'ArrowUp')
    await code.page.getByPlaceholder('Why is the option right as it is?').waitFor()
    await person.type('only in the lab')
    await person.press('Enter')
    await code.row('[identity]: 8 options, no findings').waitFor()
    await person.press('Control+S')
    await until(() => assert.match(text(), /secret=True.*insecure-tls-default\] -- only in the lab\n/s))
  })

  it('records the rest in a baseline', async () => {
    await command('Write Baseline')
    await code.page.getByRole('dialog').getByText('Record 50 findings as known?').waitFor()
    await person.press('Enter')
    await until(async () =>
      assert.match((await code.row('[database]: 3').getAttribute('aria-label')) ?? '', /3 options, \d+ known$/),
    )
  })

  it('adds a bad option and sees that one only', async () => {
    await goTo('identity.cafile', 18)
    await person.press('Control+Shift+Enter')
    await person.type("cfg.StrOpt('service_token'),")
    await person.press('Control+Shift+M')
    const problems = code.page.locator('.markers-panel').getByRole('treeitem', { level: 2 })
    await problems.filter({ hasText: "'service_token' holds a credential" }).waitFor()
    await code.screenshot('day: one problem')
    await until(async () => assert.equal(await problems.count(), 1))
    await code.row('[identity]: 9 options, 1 warning').waitFor()
    await code.page.locator('[aria-label*=", 1 warning"]').first().waitFor()
  })
})
