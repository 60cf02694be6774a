import { deepStrictEqual, doesNotMatch, equal, match } from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { readablePage } from '../../client/src/pages/rulePageText'

const pages = join(import.meta.dirname, '../../docs/rules')
const python = (...lines: string[]) => ['```python', ...lines, '```'].join('\n')

describe('The page of a rule, as people read it', () => {
  it('has words where tests need remarks', () => {
    equal(
      readablePage(
        'x',
        python('a  # finding: x "too long"', 'b  # ok', 'c  # finding: y hint "hm"  # finding: x "oh"'),
      ),
      python('a  # found: too long', 'b  # nothing is found', 'c  # found by y (hint): hm  # found: oh'),
    )
  })

  it('says what the code looks like once it is fixed', () => {
    equal(readablePage('x', '```python fixed\na\n```'), `Fixed:\n\n${python('a')}`)
  })

  it('folds what is let pass, where it is long', () => {
    equal(readablePage('x', python('a  # ok', 'b')), `Nothing is found here:\n\n${python('a', 'b')}`)
    const long = readablePage('x', python(...Array.from({ length: 9 }, (_, n) => `f(${n})  # ok`)))
    match(long, /^<details><summary>Nothing is found in these 9 declarations<\/summary>\n\n```python\nf\(0\)\n/)
    match(long, /```\n\n<\/details>$/)
  })

  it('keeps no remark of a test, whatever the rule', () => {
    const names = readdirSync(pages).filter(name => name !== 'README.md')
    for (const name of names) {
      const page = readFileSync(join(pages, name), 'utf8')
      const readable = readablePage(name.replace('.md', ''), page)
      doesNotMatch(readable, /# ok$|# finding: |^```python fixed/m, name)
      deepStrictEqual(readable.match(/^## .*$/gm), page.match(/^## .*$/gm), name)
    }
  })
})
