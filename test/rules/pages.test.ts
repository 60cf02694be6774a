import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { rules, ruleNamed } from '../../server/src/engine/index'
import type { PythonParser } from '../../server/src/engine/index'
import { pageWithFacts, ruleIndex } from '../../scripts/ruleIndex'
import { checkPage } from './checkPage'
import { loadParser } from './engine'

const folder = join(import.meta.dirname, '../../docs/rules')
const textOf = (name: string): string => readFileSync(join(folder, `${name}.md`), 'utf8')

describe('The page of the rule', () => {
  let python: PythonParser
  before(async () => {
    python = await loadParser()
  })

  for (const rule of rules) {
    it(`${rule.name} does what it says`, () => {
      assert.deepEqual(checkPage(python, rule, textOf(rule.name)), [])
    })

    it(`${rule.name} has its four parts, and says its severity and evidence as the rule does`, () => {
      const page = textOf(rule.name)
      const parts = [...page.matchAll(/^## (.*)$/gm)].map(([, title]) => title)
      assert.deepEqual(parts, ['What it does', 'Why it matters', 'How to fix', 'Known limits', 'Evidence'])
      assert.equal(page, pageWithFacts(page, rule), 'run `npm run docs`')
    })
  }

  it('is listed in the index, which is up to date', () => {
    assert.equal(textOf('README'), ruleIndex(rules), 'run `npm run docs`')
  })
})

describe('A page is refused', () => {
  let python: PythonParser
  before(async () => {
    python = await loadParser()
  })

  const good = [
    '# secret-not-marked',
    '```python',
    'cfg.StrOpt(\'admin_password\')  # finding: secret-not-marked "logged in clear"',
    '```',
    '```python fixed',
    "cfg.StrOpt('admin_password', secret=True)",
    '```',
    '```python',
    "cfg.StrOpt('admin_password', secret=True)  # ok",
    '```',
  ].join('\n')

  function problemsOf(page: string): string {
    const rule = ruleNamed('secret-not-marked')
    assert.ok(rule)
    return checkPage(python, rule, page).join('\n')
  }

  it('not when it keeps to the form', () => assert.equal(problemsOf(good), ''))
  it('when its title is another', () => assert.match(problemsOf(good.replace('# secret', '# no-secret')), /title/))
  it('when it asserts nothing', () => assert.match(problemsOf('# secret-not-marked'), /no example is found/))
  it('when no example is silent', () => assert.match(problemsOf(good.slice(0, -60)), /silent/))
  it('when a finding is not remarked', () =>
    assert.match(problemsOf(good.replace(/ {2}# finding.*/, '')), /not remarked/))
  it('when a declaration bears no remark', () =>
    assert.match(problemsOf(good.replace('  # ok', '')), /nothing is said/))
  it('when a remark does not hold', () =>
    assert.match(problemsOf(good.replace('# ok', '# finding: secret-not-marked "x"')), /no secret-not-marked/))
  it('when it says ok of a finding', () =>
    assert.match(problemsOf(good.replace(/# finding.*/, '# ok')), /said to be ok/))
  it('when the message reads otherwise', () =>
    assert.match(problemsOf(good.replace('in clear', 'in code')), /no secret-not-marked/))
  it('when the severity is another', () =>
    assert.match(problemsOf(good.replace('marked "', 'marked hint "')), /is warning/))
  it('when the fix is not shown', () =>
    assert.match(problemsOf(good.replace(/```python fixed[^]*?```\n/, '')), /no block shows/))
  it('when the fix makes something else', () =>
    assert.match(
      problemsOf(good.replace("', secret=True)\n```\n```python\n", "')\n```\n```python\n")),
      /the fixes make/,
    ))
})
