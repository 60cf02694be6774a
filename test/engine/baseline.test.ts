import assert from 'node:assert/strict'
import fc from 'fast-check'
import { baselineRecords, staleEntries } from '../../server/src/engine/index'
import type { Baseline, Finding, PlacedFinding, Saw } from '../../server/src/engine/index'

const everything: Saw = () => true

/** A finding of rule `r`, about an option of group `g`, or about its whole file where there is none. */
function found(path: string, option: string | undefined, content = 'c'): PlacedFinding {
  const about = option === undefined ? undefined : { id: option, name: option, groups: ['g'] }
  return { path, finding: { rule: 'r', file: path, content, option: about } as Finding }
}

const paths = ['a.py', 'b.py', 'c.py', 'd.py']
const anyFinding = fc
  .tuple(fc.constantFrom(...paths), fc.constantFrom('x', 'y', undefined), fc.constantFrom('c', 'd'))
  .map(([path, option, content]) => found(path, option, content))
const workspaces = fc.array(anyFinding, { maxLength: 12 })

const record = (findings: readonly PlacedFinding[]): Baseline => baselineRecords(findings, [], everything)

describe('A baseline that follows on another', () => {
  const readings = fc.tuple(workspaces, workspaces, fc.subarray(paths))

  it('says of files that were not read what it said, and of the others what was found', () => {
    fc.assert(
      fc.property(readings, ([before, after, read]) => {
        const saw: Saw = path => read.includes(path)
        const seen = after.filter(({ path }) => read.includes(path))
        const written = baselineRecords(seen, record(before), saw)
        const unseen = before.filter(({ path }) => !read.includes(path))
        assert.deepEqual(written, record([...unseen, ...seen]))
      }),
    )
  })

  it('is the same when it is written again', () => {
    fc.assert(
      fc.property(readings, ([before, after, read]) => {
        const saw: Saw = path => read.includes(path)
        // Of the other files, something was found all the same: they were read in part.
        const once = baselineRecords(after, record(before), saw)
        assert.deepEqual(baselineRecords(after, once, saw), once)
      }),
    )
  })

  it('says what was found and nothing else, after all has been read', () => {
    fc.assert(
      fc.property(workspaces, workspaces, (before, after) => {
        assert.deepEqual(baselineRecords(after, record(before), everything), record(after))
      }),
    )
  })

  it('keeps what is known of a rule that was not run', () => {
    const before = record([found('a.py', 'x')])
    const without: Saw = (_, rule) => rule !== 'r'
    assert.deepEqual(baselineRecords([], before, without), before)
    assert.equal(staleEntries(before, [], without), 0)
    assert.equal(staleEntries(before, [], everything), 1)
  })
})
