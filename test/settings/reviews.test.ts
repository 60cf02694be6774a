import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { withNote, type Reviews } from '../../server/src/engine/index'
import { parseReviews, reviewsAttributes, reviewsText } from '../../server/src/settings/reviewsText'
import { inRepository } from '../cli/repository'
import { jane, joe, marked, optionsOf, states } from '../engine/reviewState/reviewed'

const file = '.nova-config-review/reviews.json'
const attributes = '.nova-config-review/.gitattributes'
const names = ['a', 'b', 'c', 'd', 'e']
const options = () => optionsOf(names.map(name => `StrOpt('${name}', default='x')`))

describe('The file of reviews', () => {
  it('is JSON with a line for each record, and says what was said', async () => {
    const reviews = withNote(marked(await options()), (await options())[0]!, 'Why "x"?\nReally?', joe)
    const text = reviewsText(reviews)
    assert.deepEqual(parseReviews(file, text), { reviews, problems: [] })
    assert.equal(reviewsText(parseReviews(file, text).reviews), text)
    assert.equal((JSON.parse(text) as { reviews: unknown[] }).reviews.length, 7)
    assert.equal(text.split('\n').filter(line => line.startsWith('    {')).length, 6)
  })

  for (const [what, change, place, message] of [
    ['is no JSON', (text: string) => text.replace('"version": 1,', '"version" 1,'), '2:13', /colon|':'/i],
    ['was left in a merge', (text: string) => `<<<<<<< HEAD\n${text}`, '1:1', /merge conflict/],
    ['is of another version', (text: string) => text.replace(': 1,', ': 2,'), '2:14', /Only version 1/],
    [
      'has a state that is none',
      (text: string) => text.replace('"reviewed"', '"done"'),
      '4:93',
      /"done" is not allowed/,
    ],
    ['lacks what was judged', (text: string) => text.replace(/"content":"\w+",/, ''), '4:5', /"content" is missing/],
    ['accepts a risk for no reason', (text: string) => text.replace('"reviewed"', '"accepted-risk"'), '4:5', /reason/],
    ['has no time', (text: string) => text.replace('T10:00:00Z', ''), '4:62', /a time in UTC/],
  ] as const) {
    it(`is told with its place, and nothing of it is believed, when it ${what}`, async () => {
      const { reviews, problems } = parseReviews(file, change(reviewsText(marked(await options()))))
      assert.deepEqual(reviews, [])
      const { line, character } = problems[0]!.range.start
      assert.match(problems[0]!.message, message)
      assert.equal(`${String(line + 1)}:${String(character + 1)}`, place)
    })
  }
})

describe('git', () => {
  /** What the file says after two branches have each changed it, from what it said before (null: it was not there). */
  async function merged(base: Reviews | null, ours: Reviews, theirs: Reviews): Promise<Reviews> {
    return inRepository(({ commit, git, folder }) => {
      const filesOf = (reviews: Reviews | null) =>
        reviews === null ? { README: 'Here.\n' } : { [file]: reviewsText(reviews), [attributes]: reviewsAttributes }
      commit(filesOf(base))
      git('checkout', '--quiet', '-b', 'theirs')
      commit(filesOf(theirs))
      git('checkout', '--quiet', 'master')
      commit(filesOf(ours))
      git('merge', '--quiet', '-m', 'Together', 'theirs')
      const text = readFileSync(join(folder, file), 'utf8')
      JSON.parse(text)
      const { reviews, problems } = parseReviews(file, text)
      assert.deepEqual(problems, [])
      return reviews
    })
  }

  it('merges two branches that mark different options, wherever they stand', async () => {
    const all = await options()
    const [a, b, c, d, e] = all
    for (const base of [null, [], marked([c!])]) {
      const ours = marked([a!, d!], { state: 'finding' }, joe, base ?? [])
      const theirs = marked([b!, e!], { state: 'question' }, jane, base ?? [])
      assert.deepEqual(states(await merged(base, ours, theirs), all), [
        'a: finding',
        'b: question',
        base?.length === 1 ? 'c: reviewed' : 'c: unreviewed',
        'd: finding',
        'e: question',
      ])
    }
  })

  it('merges what two people say of one option: both stand', async () => {
    const all = await options()
    const reviews = await merged([], marked(all), marked(all, { state: 'reviewed' }, joe))
    assert.equal(reviews.length, 10)
  })

  it('merges what one person says on two branches: the latest counts, also that it is taken back', async () => {
    const all = await options()
    const base = marked(all)
    const later = { ...jane, date: '2026-11-24T10:00:00Z' }
    const ours = marked(all.slice(0, 3), { state: 'unreviewed' }, later, base)
    const theirs = marked(all.slice(1, 5), { state: 'finding' }, joe, base)
    const both = await merged(base, ours, theirs)
    assert.deepEqual(states(both, all), ['a: unreviewed', 'b: finding', 'c: finding', 'd: finding', 'e: finding'])
    assert.equal(both.length, 9)
  })
})
