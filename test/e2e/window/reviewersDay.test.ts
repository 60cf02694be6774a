import * as assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { packagePath } from '../../../scripts/package'
import { CodeWindow } from '../../../scripts/vscode/codeWindow'
import { until } from '../until'
import { Person } from './person'

const identity = 'stratus/conf/identity.py'

/** Puts in place of a folder the clone of a repository in which somebody has proposed a change. */
function cloneWithChange(folder: string): void {
  const origin = join(folder, '../origin')
  renameSync(folder, origin)
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=A Tester', '-c', 'user.email=tester@example.org', ...args], { cwd: origin })
  git('init', '--quiet', '--initial-branch=master')
  git('add', '--all')
  git('commit', '--quiet', '-m', 'All there is')
  git('checkout', '--quiet', '-b', 'change')
  const path = join(origin, identity)
  const before = readFileSync(path, 'utf8')
  const after = before
    .replace("cfg.StrOpt('cafile'", "cfg.StrOpt('ca_file'")
    .replace(
      "'verify_server_cert',\n                default=True",
      "'verify_server_cert',\n                default=False",
    )
  assert.notEqual(after, before)
  writeFileSync(path, after)
  git('commit', '--quiet', '--all', '-m', 'Another name, another default')
  git('checkout', '--quiet', 'master')
  execFileSync('git', ['clone', '--quiet', '--branch', 'change', origin, folder])
}

describe("A reviewer's day with a change that somebody proposes", () => {
  let code: CodeWindow
  let person: Person

  before(async () => {
    const folder = join(import.meta.dirname, '../../../samples')
    const settings = { 'novaConfigReview.reviewer': 'Jane' }
    code = await CodeWindow.open({
      folder,
      vsix: packagePath(),
      prepareFolder: cloneWithChange,
      trusted: true,
      settings,
    })
    person = new Person(code.page)
    // Git has found the repository.
    await code.page.locator('.statusbar').getByText('change', { exact: true }).first().waitFor()
  })
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await code.screenshot(`failed ${this.currentTest.title}`)
  })
  after(async () => {
    console.log(`      ${person.clicks} clicks, ${person.keys} keys`)
    await code.close()
  })

  const kept = () => join(code.folder, '.nova-config-review/reviews.json')
  const said = () => (existsSync(kept()) ? readFileSync(kept(), 'utf8') : '')
  const row = (label: string) => code.page.locator(`[role=treeitem][aria-label^="${label}"]`)
  const command = async (title: string) => {
    await person.press('F1')
    await person.type(title)
    await code.page.locator('.quick-input-list .monaco-list-row.focused').getByText(title).first().waitFor()
    await person.press('Enter')
  }

  it('begins with what changed since the branch that the change goes to', async () => {
    await command('Choose with What to Compare')
    await code.page.getByText('Merge Base with Upstream').first().waitFor()
    await person.type('origin/master')
    await code.page.locator('.quick-input-list .monaco-list-row.focused').getByText('origin/master').first().waitFor()
    await person.press('Enter')
    await code.page
      .locator('.pane')
      .getByText(/^Since origin\/master \([0-9a-f]{8}\): 3 changes/)
      .first()
      .waitFor()
    await row('cafile, removed').waitFor()
    await code.screenshot('reviewer: changes')
  })

  it('opens both states of a changed declaration', async () => {
    await row('Security').and(code.page.locator('.focused')).waitFor()
    const wanted = row('verify_server_cert, default').and(code.page.locator('.focused'))
    for (let tries = 0; tries < 10 && (await wanted.count()) === 0; tries++) await person.press('ArrowDown')
    await wanted.waitFor()
    await person.press('Enter')
    await code.page.getByRole('tab', { name: /^verify_server_cert \(origin\/master ↔ Working Tree\)/ }).waitFor()
    await until(async () => assert.match(await code.cursor.innerText(), /^Ln 25,.*selected/))
  })

  it('says what is wrong with it, and goes on to what nobody has looked at', async () => {
    await person.press('Control+Alt+R', 'f')
    await code.page.getByPlaceholder('What is wrong with this option?').waitFor()
    await person.type('nobody is told')
    await person.press('Enter')
    await until(() => assert.match(said(), /"option":"verify_server_cert","reviewer":"Jane".*"finding"/))
    await person.press('Control+Alt+R', 'n')
    await until(async () => assert.match(await code.cursor.innerText(), /^Ln 26,.*selected/))
    await person.press('Control+Alt+R', 'r')
    await until(() => assert.match(said(), /"option":"admin_tenant","reviewer":"Jane".*"reviewed"/))
  })

  it('leaves a note for whoever comes next', async () => {
    await person.press('Control+Alt+R', 't')
    await code.page.locator('.review-widget .monaco-editor').first().waitFor()
    await person.type('Until when is it read?')
    await person.press('Control+Enter')
    await until(() => assert.match(said(), /"note":"Until when is it read\?"/))
    await code.screenshot('reviewer: note')
  })

  it('hands over the report', async () => {
    await code.page.keyboard.press('Escape')
    person.keys += 1
    await command('Open Report')
    await code.page.locator('.quick-input-list .monaco-list-row.focused').getByText('This File').first().waitFor()
    await person.press('Enter')
    const page = code.page.locator('iframe.webview.ready').last().contentFrame().locator('iframe').contentFrame()
    await page.getByRole('heading', { name: 'Configuration review of stratus/conf/identity.py' }).waitFor()
    await page.getByText('verify_server_cert: nobody is told').first().waitFor()
    await code.screenshot('reviewer: report')
  })
})
