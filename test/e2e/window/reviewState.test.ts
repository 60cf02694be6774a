import * as assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packagePath } from '../../../scripts/package'
import { CodeWindow } from '../../../scripts/vscode/codeWindow'
import { until } from '../until'
import { Person } from './person'

describe('A reviewer in the window', () => {
  let code: CodeWindow
  let person: Person

  before(async () => {
    const folder = join(import.meta.dirname, '../../../samples')
    code = await CodeWindow.open({ folder, vsix: packagePath(), settings: { 'novaConfigReview.reviewer': 'Jane' } })
    person = new Person(code.page)
    await code.openOptions()
    await code.row('[identity]: 8 options, 2 warnings').waitFor()
  })
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await code.screenshot(`failed ${this.currentTest.title}`)
  })
  after(async () => {
    console.log(`      ${person.clicks} clicks, ${person.keys} keys`)
    await code.close()
  })

  const kept = (name = 'reviews.json') => join(code.folder, '.nova-config-review', name)
  const text = () => (existsSync(kept()) ? readFileSync(kept(), 'utf8') : '')
  const box = (placeholder: string) => code.page.getByPlaceholder(placeholder)

  it('marks the option at the cursor by keyboard, and its row says so', async () => {
    await code.openFile('identity.py')
    await code.goTo(14, 10)
    await person.press('Control+Alt+R', 'r')
    await code.row('[identity]: 8 options, 1 of 8 reviewed').waitFor()
    await code.row('[identity] password, reviewed by Jane').waitFor()
    assert.match(text(), /"group":"identity","option":"password","reviewer":"Jane"/)
    assert.equal(readFileSync(kept('.gitattributes'), 'utf8'), 'reviews.json merge=union\n')
  })

  it('goes on to the next that nobody has looked at', async () => {
    await person.press('Control+Alt+R', 'n')
    await until(async () => assert.doesNotMatch(await code.cursor.innerText(), /^Ln 14,/))
    const place = await code.cursor.innerText()
    await person.press('Control+Alt+Enter')
    await code.row('[identity]: 8 options, 2 of 8 reviewed').waitFor()
    await until(async () => assert.notEqual(await code.cursor.innerText(), place))
  })

  it('asks a question, accepts a risk for a reason and to a day', async () => {
    await person.press('Control+Alt+R', 'q')
    await box('What has to be answered about this option?').waitFor()
    await person.type('Who sets it?')
    await person.press('Enter')
    await code.row('[identity]: 8 options, 3 of 8 reviewed').waitFor()
    await person.press('Control+Alt+R', 'n')
    await until(async () => assert.match(await code.cursor.innerText(), /^Ln 20,.*selected/))
    await code.page.locator('.statusbar').getByText('45 left to look at').waitFor()
    await person.press('Control+Alt+R', 'a')
    await box('Why is the risk accepted?').waitFor()
    await person.type('behind a proxy')
    await person.press('Enter')
    await box('To when? After that day').waitFor()
    await person.press('Enter')
    await code.row('[identity]: 8 options, 4 of 8 reviewed').waitFor()
    await until(() => assert.match(text(), /"accepted-risk","reason":"behind a proxy","expires":"\d{4}-\d\d-\d\d"/))
  })

  it('goes on in the view, at the row that has the focus', async () => {
    await code.tree.focus()
    await person.press('Home', ...Array.from({ length: 7 }, () => 'ArrowDown'))
    await code.row('[identity] auth_url').and(code.page.locator('.focused')).waitFor()
    await person.press('Control+Alt+R', 'r')
    await code.row('[identity] auth_url, reviewed by Jane').waitFor()
    await person.press('Control+Alt+R', 'n')
    await code.row('[identity] username').and(code.page.locator('.focused')).waitFor()
    await person.press('Control+Alt+R', 'r')
    await code.row('[identity] username, reviewed by Jane').waitFor()
    await code.screenshot('review: view')
  })

  it('leaves a note at the declaration', async () => {
    await code.goTo(20, 10)
    await person.press('Control+Alt+R', 't')
    await code.page.locator('.review-widget .monaco-editor').first().waitFor()
    await person.type('Ask the operators of the lab.')
    await person.press('Control+Enter')
    await until(() => assert.match(text(), /"note":"Ask the operators of the lab\."/))
    const thread = code.page.locator('.review-widget').filter({ hasText: '[identity] insecure: accepted risk by Jane' })
    await thread.locator('.review-comment').filter({ hasText: 'Jane' }).getByText('Ask the operators').waitFor()
    await until(async () => assert.equal(await code.page.locator('.review-widget').count(), 1))
    await code.screenshot('review: note')
  })

  it('sees in the hover who said what', async () => {
    await code.goTo(14, 10)
    await person.press('Control+K', 'Control+I')
    await code.page.locator('.monaco-hover:visible').getByText('Review: reviewed · Jane').first().waitFor()
    await code.screenshot('review: hover')
    await person.press('Escape')
  })

  it('sees what has changed since', async () => {
    await code.goTo(14, 27)
    await person.type(" default='x',")
    await code.row('[identity] password, changed since review by Jane').waitFor()
    await code.screenshot('review: changed')
  })

  it('shows only what is left', async () => {
    await code.command('Show Only Options Not Reviewed')
    await code.page.getByText('only not reviewed').first().waitFor()
    await until(async () =>
      assert.equal(
        (await code.rows(2)).some(row => / reviewed by /.test(row)),
        false,
      ),
    )
    await code.screenshot('review: what is left')
  })
})
