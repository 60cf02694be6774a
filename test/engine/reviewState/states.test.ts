import assert from 'node:assert/strict'
import fc from 'fast-check'
import {
  ReviewState,
  inOrder,
  withMark,
  withNote,
  withoutNote,
  type NoteRecord,
} from '../../../server/src/engine/index'
import { declaring } from '../inventory/changes'
import { jane, joe, marked, namedAmong, optionsOf, reviewed, states, today } from './reviewed'

const two = ["StrOpt('a')", "StrOpt('b')"]

describe('The state of an option', () => {
  it('is unreviewed until somebody says something of it, and again when they take it back', async () => {
    const options = await optionsOf(two)
    assert.deepEqual(states([], options), ['a: unreviewed', 'b: unreviewed'])
    const reviews = marked(options.slice(0, 1))
    assert.deepEqual(states(reviews, options), ['a: reviewed', 'b: unreviewed'])
    const later = { ...jane, date: '2026-11-22T10:00:00Z' }
    assert.deepEqual(states(marked(options, { state: 'unreviewed' }, later, reviews), options), [
      'a: unreviewed',
      'b: unreviewed',
    ])
  })

  it('is an accepted risk to the end of its last day, then a risk to be looked at again', async () => {
    const options = await optionsOf(["StrOpt('a')"])
    const reviews = marked(options, { state: 'accepted-risk', reason: 'Behind a proxy.', expires: '2026-12-01' })
    assert.deepEqual(states(reviews, options, '2026-12-01'), ['a: accepted-risk'])
    assert.deepEqual(states(reviews, options, '2026-12-02'), ['a: expired-risk'])
    const changed = await optionsOf(["StrOpt('a', default='x')"])
    assert.deepEqual(states(reviews, changed, '2026-12-02'), ['a: changed-since-review default - > "x"'])
  })

  it('is the gravest of what two reviewers say, who stand side by side', async () => {
    const options = await optionsOf(["StrOpt('a')"])
    const reviews = marked(options, { state: 'question', reason: 'Who reads it?' }, joe, marked(options))
    const { state, marks } = new ReviewState(reviews, today, namedAmong(options)).of(options[0]!)
    assert.equal(state, 'question')
    assert.deepEqual(
      marks.map(({ reviewer, said, reason }) => [reviewer, said, reason]),
      [
        ['Jane', 'reviewed', undefined],
        ['Joe', 'question', 'Who reads it?'],
      ],
    )
    const changed = await optionsOf(["StrOpt('a', default='x')"])
    const again = marked(changed, reviewed, { ...joe, date: '2026-11-25T10:00:00Z' }, reviews)
    assert.deepEqual(states(again, changed), ['a: reviewed default - > "x"'])
  })

  it('is the same in all groups of a declaration, and under any spelling of group and name', async () => {
    const module = `opts = [cfg.StrOpt('my-name')]\ndef register_opts(conf):\n    conf.register_opts(opts, group='one')\n    conf.register_opts(opts, group='Two')\n`
    const options = await optionsOf({ 'proj/conf.py': module })
    const reviews = marked(options)
    assert.deepEqual(
      reviews.map(({ group, option }) => [group, option]),
      [
        ['one', 'my-name'],
        ['Two', 'my-name'],
      ],
    )
    const spelt = module.replace('my-name', 'my_name').replace("'Two'", "'TWO'")
    assert.deepEqual(states(reviews, await optionsOf({ 'proj/conf.py': spelt })), ['my_name: reviewed'])
  })

  it('is kept apart for two declarations of one name', async () => {
    const files = (second: string) => ({
      'proj/one.py': declaring('g', "StrOpt('a', default='1')"),
      'proj/two.py': declaring('g', `StrOpt('a', default='${second}')`),
    })
    const options = await optionsOf(files('2'))
    const first = withMark([], options[0]!, reviewed, jane, namedAmong(options))
    assert.deepEqual(states(first, options), ['a: reviewed', 'a: unreviewed'])
    const both = withMark(first, options[1]!, { state: 'finding' }, jane, namedAmong(options))
    assert.deepEqual(states(both, options), ['a: reviewed', 'a: finding'])
    assert.deepEqual(states(both, await optionsOf(files('3'))), [
      'a: reviewed',
      'a: changed-since-review default "2" > "3"',
    ])
  })

  it('needs a name: of an option whose name is computed nothing is recorded', async () => {
    const options = await optionsOf(['StrOpt(f())'])
    assert.deepEqual(marked(options), [])
  })
})

describe('Notes', () => {
  it('are told in the order in which they were written, and one can be taken back', async () => {
    const options = await optionsOf(two)
    const [a] = options
    const one = withNote([], a!, 'Who reads it?', joe)
    const both = withNote(one, a!, 'The driver.', { ...jane, date: '2026-11-23T10:00:00Z' })
    const notes = (reviews: typeof both) =>
      new ReviewState(reviews, today, namedAmong(options)).of(a!).notes.map(({ note }) => note)
    assert.deepEqual(notes(both), ['Who reads it?', 'The driver.'])
    assert.deepEqual(notes(withoutNote(both, one[0] as NoteRecord)), ['The driver.'])
    assert.deepEqual(states(both, options), ['a: unreviewed', 'b: unreviewed'])
  })
})

describe('Records that two people put together', () => {
  it('are the same in whatever order, and of one mind the latest counts', async () => {
    const options = await optionsOf(two)
    const dates = fc.integer({ min: 10, max: 12 }).map(day => `2026-11-${String(day)}T10:00:00Z`)
    const record = fc
      .tuple(
        fc.constantFrom(0, 1),
        fc.constantFrom('Jane', 'Joe'),
        dates,
        fc.constantFrom('reviewed', 'finding', 'unreviewed'),
      )
      .map(([at, reviewer, date, state]) =>
        withMark([], options[at]!, { state: state }, { reviewer, date }, namedAmong(options)),
      )
    fc.assert(
      fc.property(fc.array(record), lists => {
        const all = lists.flat()
        assert.deepEqual(inOrder([...all].reverse()), inOrder(all))
        for (const kept of inOrder(all)) {
          const same = all.filter(one => one.option === kept.option && one.reviewer === kept.reviewer)
          assert.ok(same.every(one => one.date <= kept.date))
        }
      }),
    )
  })
})
