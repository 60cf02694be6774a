import assert from 'node:assert/strict'
import { CORE_SCHEMA, load } from 'js-yaml'
import { lineBeside } from '../../client/src/changes/lineBeside'
import { notePath, noteText } from '../../client/src/changes/noteFile'
import type { ChangeRow } from '../../server/src/protocol'

const row = (option: string, kind: string, section: string, text: string): ChangeRow => ({
  id: option,
  option,
  kind,
  description: kind,
  why: '',
  details: [],
  accepted: false,
  path: 'nova/conf/api.py',
  range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } },
  side: 'head',
  note: { section, text },
})

describe('A release note that is begun for somebody', () => {
  it("has reno's name, sections and blocks, whatever the texts hold", () => {
    const rows = [
      row('[api] x', 'removed', 'upgrade', 'The ``[api] x: "y"`` option has been removed.'),
      row('host', 'default', 'security', 'A # hash: and {braces}'),
      row('port', 'moved', 'upgrade', `${'word '.repeat(40)}end`),
    ]
    const text = noteText(rows)
    assert.deepEqual(Object.keys(load(text, { schema: CORE_SCHEMA }) as object), ['upgrade', 'security'])
    assert.equal(
      (load(text, { schema: CORE_SCHEMA }) as { upgrade: string[] }).upgrade[0],
      'The ``[api] x: "y"`` option has been removed.\n',
    )
    assert.ok(text.split('\n').every(line => line.length <= 79))
    assert.equal(notePath(rows, new Uint8Array([1, 255])), 'releasenotes/notes/removed-api-x-01ff.yaml')
  })
})

describe('A line of an earlier text', () => {
  it('is shown beside what stands there now', () => {
    const before = ['a', 'b', 'gone', 'c']
    assert.equal(lineBeside(before, ['a', 'b', 'c'], 2), 2)
    assert.equal(lineBeside(before, ['new', 'a', 'b', 'c'], 2), 3)
    assert.equal(lineBeside(before, ['c', 'x'], 2), 0)
    assert.equal(lineBeside(before, ['x', 'gone'], 2), 1)
    assert.equal(lineBeside(before, [''], 9), 0)
  })
})
