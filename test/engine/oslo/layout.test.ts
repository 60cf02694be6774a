import { strict as assert } from 'node:assert'
import { LineIndex, type CallLayout } from '../../../server/src/engine/index'
import { optionOf } from '../engine'

const imports = 'from oslo_config import cfg\n'

async function layoutOf(
  call: string,
): Promise<{ call: CallLayout; before: (position: { line: number; character: number }) => string }> {
  const text = imports + call
  const index = new LineIndex(text)
  const option = await optionOf(text)
  return { call: option.call, before: position => text.slice(imports.length, index.offsetAt(position)) }
}

describe('How a declaration is written', () => {
  it('is told argument by argument, with the parameter that each is for', async () => {
    const { call } = await layoutOf("cfg.StrOpt('a', ['x'], secret=True, *more, **rest)")
    assert.deepEqual(
      call.arguments.map(({ keyword, parameter }) => [keyword, parameter]),
      [
        [undefined, 'name'],
        [undefined, 'choices'],
        ['secret', 'secret'],
        ['*', undefined],
        ['**', undefined],
      ],
    )
  })

  it('has an indent for arguments that begin a line', async () => {
    const { call } = await layoutOf("cfg.StrOpt('a',\n           help='h', secret=True,\n\tdefault='d')")
    assert.deepEqual(
      call.arguments.map(({ indent }) => indent),
      [undefined, '           ', undefined, '\t'],
    )
  })

  it('knows its parentheses and a comma behind the last argument, comments between or not', async () => {
    const plain = await layoutOf("cfg.StrOpt('a')")
    assert.deepEqual([plain.before(plain.call.open), plain.before(plain.call.close)], ['cfg.StrOpt(', "cfg.StrOpt('a'"])
    assert.equal(plain.call.trailingComma, undefined)
    const comma = await layoutOf("cfg.StrOpt('a'  # why\n    ,  # then\n)")
    assert.equal(comma.before(comma.call.trailingComma!), "cfg.StrOpt('a'  # why\n    ,")
    assert.equal((await layoutOf("cfg.StrOpt('a', help='x,')")).call.trailingComma, undefined)
  })

  it('is broken when something was missing between the parentheses', async () => {
    assert.equal((await layoutOf("cfg.StrOpt('a', default=)")).call.broken, true)
    assert.equal((await layoutOf("cfg.StrOpt('a' default='b')")).call.broken, true)
    assert.equal((await layoutOf("cfg.StrOpt('a', default='b')")).call.broken, false)
  })

  it('gives the ranges of the call, its class, its name and each value', async () => {
    const option = await optionOf("x = [\n  cfg.StrOpt(name='a',\n             default=('b'\n               'c')),\n]")
    const text =
      "from oslo_config import cfg, types\nx = [\n  cfg.StrOpt(name='a',\n             default=('b'\n               'c')),\n]"
    const index = new LineIndex(text)
    const slice = (range: typeof option.range) => text.slice(index.offsetAt(range.start), index.offsetAt(range.end))
    assert.equal(slice(option.classRange), 'cfg.StrOpt')
    assert.equal(slice(option.nameRange), "'a'")
    assert.ok(slice(option.range).startsWith('cfg.StrOpt(') && slice(option.range).endsWith("'c'))"))
    assert.equal(
      option.default.kind === 'known' && option.default.range && slice(option.default.range),
      "('b'\n               'c')",
    )
  })
})
