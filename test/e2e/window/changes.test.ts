import * as assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { packagePath } from '../../../scripts/package'
import { CodeWindow } from '../../../scripts/vscode/codeWindow'
import { until } from '../until'
import { Person } from './person'

const identity = 'stratus/conf/identity.py'

/** Makes a repository of a folder: two commits, and a change that is not committed. */
function prepare(folder: string): void {
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=A Tester', '-c', 'user.email=tester@example.org', ...args], { cwd: folder })
  const change = (old: string, text: string) => {
    const path = join(folder, identity)
    const before = readFileSync(path, 'utf8')
    assert.ok(before.includes(old), old)
    writeFileSync(path, before.replace(old, text))
  }
  git('init', '--quiet', '--initial-branch=master')
  git('add', '--all')
  git('commit', '--quiet', '-m', 'All there is')
  git('tag', 'first')
  git('checkout', '--quiet', '-b', 'work')
  change("cfg.StrOpt('cafile'", "cfg.StrOpt('ca_file'")
  git('commit', '--quiet', '--all', '-m', 'Another name')
  change('default=True', 'default=False')
}

describe('The changes of a repository in the window', () => {
  let code: CodeWindow
  let person: Person

  before(async () => {
    const folder = join(import.meta.dirname, '../../../samples')
    code = await CodeWindow.open({ folder, vsix: packagePath(), prepareFolder: prepare, trusted: true })
    person = new Person(code.page)
    await code.openOptions()
  })
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await code.screenshot(`failed ${this.currentTest.title}`)
  })
  after(async () => {
    console.log(`      ${person.clicks} clicks, ${person.keys} keys`)
    await code.close()
  })

  const tree = () => code.page.getByRole('tree', { name: 'Changes' })
  const row = (label: string) => tree().locator(`[role=treeitem][aria-label^="${label}"]`)
  const message = (text: RegExp) => code.page.locator('.pane').getByText(text).first()

  it('are those since the branch that the work goes to, by impact and group', async () => {
    await person.click(code.page.getByRole('button', { name: 'Changes Section' }))
    await message(/^Since merge base with master \([0-9a-f]{8}\): \d+ changes/).waitFor()
    // The view gets the room of the one below it.
    await person.click(code.page.getByRole('button', { name: 'Deployment Section' }))
    await row('Security').waitFor()
    await row('cafile, removed').waitFor()
    await row('ca_file, added').waitFor()
    await code.screenshot('changes')
  })

  it('lead to both states of the declaration', async () => {
    // What is said of a row that the mouse rests on would stand above the others.
    await code.page.mouse.move(900, 300)
    await person.click(row('ca_file, added'))
    await code.page.getByRole('tab', { name: /^ca_file \(merge base with master ↔ Working Tree\)/ }).waitFor()
    await until(async () => assert.match(await code.cursor.innerText(), /^Ln 19, .*selected/))
    await code.screenshot('changes: diff')
  })

  it('are compared with what a person picks', async () => {
    await person.press('F1')
    await person.type('Choose with What to Compare')
    await person.press('Enter')
    await code.page.getByText('Merge Base with Upstream').first().waitFor()
    await code.screenshot('changes: pick')
    await person.type('HEAD~1')
    await person.press('Enter')
    await message(/^Since HEAD~1 \([0-9a-f]{8}\)/).waitFor()
  })

  it('give a release note to begin with', async () => {
    await person.press('F1')
    await person.type('Write Release Note')
    await person.press('Enter')
    const folder = join(code.folder, 'releasenotes/notes')
    await until(() => assert.match(readdirSync(folder)[0] ?? '', /^[a-z-]+-[0-9a-f]{16}\.yaml$/))
    await code.screenshot('changes: note')
    await until(() =>
      assert.match(readFileSync(join(folder, readdirSync(folder)[0]!), 'utf8'), /^---\nupgrade:\n {2}- \|/),
    )
  })
})
