import { strict as assert } from 'node:assert'
import { python } from '../engine'

const text = `doc = """Doc
def not_this():
    pass
"""
CONF = 1
@decorated
def f(a,
      b=2):  # why
    # a comment first

    b = '''def inner():
nothing'''
    if a:
        return (1,
2)
class C:
    def g(self): return 1
    async def h(self):
        def deep():
            return 1
        return deep
def last():
    CONF.x
    ${'pass; '.repeat(10)}pass
after = 1
`

describe('Parsing around places', () => {
  it('leaves the other functions out, and everything else where it stands', async () => {
    const parser = await python()
    const whole = parser.parse(text)
    const around = parser.parseAround(text, [text.indexOf('CONF.x')])
    const outline = around.body.map(each => `${each.kind} ${each.start}-${each.end}`)
    assert.deepEqual(
      outline,
      whole.body.map(each => `${each.kind} ${each.start}-${each.end}`),
    )
    const bodies = around.body.flatMap(each => (each.kind === 'function' ? [`${each.name} ${each.body?.length}`] : []))
    assert.deepEqual(bodies, ['f undefined', 'last 1'])
    assert.equal(around.hasErrors, false)
  })

  it('leaves texts out that stand alone', async () => {
    const parser = await python()
    const { body } = parser.parseAround('"""CONF"""\nr\'\'\'CONF\'\'\'\n"%s" % CONF\n', [4, 15, 26])
    assert.deepEqual(
      body.map(({ start, end }) => [start, end]),
      [[23, 34]],
    )
  })

  it('leaves statements out that have nothing to do with a place, where only lines are wanted', async () => {
    const parser = await python()
    const code = `def f(self):
    a, b = one(), two()
    unused(b)
    for c in a:
        if c: other()
        else: other()
        self.flags(x=c)
    self.d = 1
`
    const kept = parser.parseAround(code, [code.indexOf('flags')], true).body[0]
    assert.ok(kept?.kind === 'function')
    assert.deepEqual(
      kept.body?.map(({ start, end }) => code.slice(start, end).split('\n')[0]),
      ['a, b = one(), two()', 'for c in a:'],
    )
  })

  it('leaves whole functions out where only lines are wanted, but no decorator alone', async () => {
    const parser = await python()
    const code = `class C:
    @patch('a')
    def left_out(self):
        pass
    @patch('b')
    @patch(CONF)
    @patch('c')
    def kept(self):
        @patch('d')
        @patch(CONF, 'e')
        @patch('f')
        def inner(): pass
`
    const { body, hasErrors } = parser.parseAround(
      code,
      [...code.matchAll(/CONF/g)].map(({ index }) => index),
      true,
    )
    assert.equal(hasErrors, false)
    assert.ok(body[0]?.kind === 'class')
    const [kept, ...others] = body[0].body
    assert.ok(kept?.kind === 'function' && others.length === 0)
    assert.deepEqual([kept.name, kept.decorators.length], ['kept', 3])
    const inner = kept.body?.map(each => (each.kind === 'function' ? each.decorators.length : each.kind))
    assert.deepEqual(inner, [3])
  })

  it('reads all where a place is in each function, and survives what is no Python', async () => {
    const parser = await python()
    const everywhere = [...text].map((_, at) => at)
    assert.deepEqual(parser.parseAround(text, everywhere), { ...parser.parse(text), comments: [] })
    for (let end = 0; end < text.length; end += 3) parser.parseAround(text.slice(0, end), [])
  })
})
