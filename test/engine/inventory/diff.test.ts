import { strict as assert } from 'node:assert'
import { changesBetween, declaring, told } from './changes'

/** Asserts what is told of one option that is declared otherwise. */
async function check(base: string, head: string, ...expected: readonly string[]): Promise<void> {
  const changes = await changesBetween(declaring('api', base), declaring('api', head))
  assert.deepEqual(changes.map(told), expected)
}

describe('The difference of two declarations', () => {
  it('is nothing where they are only written otherwise', async () => {
    await check(
      "IntOpt('a', default=60 * 60, min=1, help='Seconds.')",
      'IntOpt(\n        "a",\n        help="""Seconds.\n    """,\n        min=1,\n        default=3600.0,\n    )',
    )
    await check("StrOpt('a', choices=['x', 'y'])", "Opt('a', type=types.String(choices=('y', 'x')))")
    await check("StrOpt('a-b', secret=False, default=None)", "StrOpt('a-b')")
    await check("ListOpt('a', default=['x'])", "ListOpt('a', default=('x',), item_type=types.String())")
    await check("StrOpt('a', default=other.f('x'))", 'StrOpt("a", default=other.f(\n        "x",\n    ))')
  })

  it('is an option more or less', async () => {
    const one = "StrOpt('a')"
    const changes = await changesBetween(declaring('api', one, "IntOpt('n')"), declaring('api', one, "BoolOpt('s')"))
    assert.deepEqual(changes.map(told), [
      'breaking removed [api] n "IntOpt" -> null',
      'operator-visible added [api] s null -> "BoolOpt"',
    ])
    assert.deepEqual(changes[0]?.witness, { group: 'api', line: 'n = …' })
    assert.equal(changes[0]?.deprecatedBefore, false)
  })

  it('is a default, by its value', async () => {
    await check("IntOpt('a', default=1)", "IntOpt('a', default=2)", 'operator-visible default [api] a 1 -> 2')
    await check("StrOpt('a')", "StrOpt('a', default='')", 'operator-visible default [api] a null -> ""')
    await check(
      "BoolOpt('use_ssl', default=True)",
      "BoolOpt('use_ssl', default=False)",
      'security default [api] use_ssl true -> false',
    )
  })

  it('is told as open where a default is computed', async () => {
    const changes = await changesBetween(
      declaring('api', "StrOpt('a', default='x')"),
      declaring('api', "StrOpt('a', default=elsewhere.x())"),
    )
    assert.deepEqual(changes.map(told), ['operator-visible default [api] a "x" -> "elsewhere.x()"'])
    assert.equal(changes[0]?.undecided, true)
  })

  it('is narrower where a value that was taken is refused, which is told', async () => {
    const cases: readonly (readonly [string, string, string, string])[] = [
      ['IntOpt', 'min=0', 'min=1', '0'],
      ['IntOpt', 'max=9', 'max=8', '9'],
      ['StrOpt', "choices=['x', 'y']", "choices=['x']", 'y'],
      ['StrOpt', '', "regex='^\\\\w+$'", 'two words'],
      ['StrOpt', "regex='^[\\\\w-]+$'", "regex='^\\\\w+$'", '-'],
      ['StrOpt', 'max_length=9', 'max_length=8', 'xxxxxxxxx'],
      ['ListOpt', 'item_type=types.Integer(min=0)', 'item_type=types.Integer(min=1)', '0'],
      ['URIOpt', "schemes=['http', 'https']", "schemes=['https']", 'http://host.example.org/'],
    ]
    for (const [name, before, after, value] of cases) {
      const [change, ...more] = await changesBetween(
        declaring('api', `${name}('a', ${before})`),
        declaring('api', `${name}('a', ${after})`),
      )
      assert.deepEqual([change?.kind, change?.impact, more.length], ['constraint', 'breaking', 0], `${name} ${after}`)
      assert.deepEqual(change?.witness, { group: 'api', line: `a = ${value}` }, `${name} ${after}`)
      const [back] = await changesBetween(
        declaring('api', `${name}('a', ${after})`),
        declaring('api', `${name}('a', ${before})`),
      )
      assert.deepEqual([back?.kind, back?.impact, back?.witness], ['constraint', 'operator-visible', undefined])
    }
  })

  it('is a type, whose limits are told with it', async () => {
    await check("StrOpt('a')", "URIOpt('a')", 'breaking type [api] a "StrOpt" -> "URIOpt"')
    await check("HostAddressOpt('a')", "StrOpt('a')", 'operator-visible type [api] a "HostAddressOpt" -> "StrOpt"')
    await check("IntOpt('a', default=80)", "PortOpt('a', default=80)", 'breaking type [api] a "IntOpt" -> "PortOpt"')
    await check(
      "ListOpt('a', item_type=types.Integer())",
      "ListOpt('a', item_type=types.Float())",
      'operator-visible type [api] a "List(Integer)" -> "List(Float)"',
    )
  })

  it('is each switch of its own', async () => {
    const cases = [
      ['secret=True', 'security secret [api] a false -> true'],
      ['mutable=True', 'operator-visible mutable [api] a false -> true'],
      ['required=True', 'breaking required [api] a false -> true'],
      ['advanced=True', 'cosmetic advanced [api] a false -> true'],
      ['deprecated_for_removal=True', 'operator-visible deprecation [api] a false -> true'],
    ] as const
    for (const [keyword, expected] of cases) await check("StrOpt('a')", `StrOpt('a', ${keyword})`, expected)
    await check("StrOpt('a', secret=True)", "StrOpt('a')", 'security secret [api] a true -> false')
    await check("StrOpt('a', required=True)", "StrOpt('a')", 'operator-visible required [api] a true -> false')
  })

  it('is only text where help, samples or descriptions of choices are others', async () => {
    await check("StrOpt('a', help='x')", "StrOpt('a', help='y')", 'cosmetic help [api] a')
    await check("StrOpt('a', help='x y')", "StrOpt('a', help='x\\u00a0y')", 'cosmetic help [api] a')
    await check("StrOpt('a')", "StrOpt('a', sample_default='s')", 'cosmetic help [api] a')
    await check("StrOpt('a', choices=[('x', 'one')])", "StrOpt('a', choices=[('x', 'two')])", 'cosmetic help [api] a')
  })
})

describe('Old names of an option', () => {
  it('make of two names a rename, and of two groups a move', async () => {
    await check(
      "StrOpt('a')",
      "StrOpt('b', deprecated_name='a')",
      'operator-visible renamed [api] b "[api] a" -> "[api] b"',
    )
    const moved = await changesBetween(
      declaring('DEFAULT', "StrOpt('a-b')"),
      declaring('api', "StrOpt('a_b', deprecated_group='DEFAULT')"),
    )
    assert.deepEqual(moved.map(told), ['operator-visible moved [api] a_b "[DEFAULT] a-b" -> "[api] a_b"'])
    assert.equal(moved[0]?.aliasKept, true)
  })

  it('are told with what else became other', () =>
    check(
      "IntOpt('a', default=1)",
      "IntOpt('b', default=2, deprecated_name='a')",
      'operator-visible renamed [api] b "[api] a" -> "[api] b"',
      'operator-visible default [api] b 1 -> 2',
    ))

  it('are missed where they are lost, in whichever group they were', async () => {
    await check(
      "StrOpt('b', deprecated_group='DEFAULT', deprecated_name='a')",
      "StrOpt('b', deprecated_name='a')",
      'breaking alias [api] b ["[DEFAULT] a"] -> ["[api] a"]',
    )
    const lost = await changesBetween(
      declaring('api', "StrOpt('cafile', deprecated_opts=[cfg.DeprecatedOpt('ca', group='ssl')])"),
      declaring('api', "StrOpt('cafile')"),
    )
    assert.deepEqual(lost.map(told), ['security alias [api] cafile ["[ssl] ca"] -> []'])
    assert.deepEqual([lost[0]?.aliasKept, lost[0]?.witness], [false, { group: 'ssl', line: 'ca = …' }])
  })

  it('are not lost while another option reads them', async () => {
    const head = declaring('api', "StrOpt('b')", "StrOpt('c', deprecated_name='a')")
    const changes = await changesBetween(declaring('api', "StrOpt('b', deprecated_name='a')", "StrOpt('c')"), head)
    assert.deepEqual(changes.map(told), ['operator-visible alias [api] c [] -> ["[api] a"]'])
  })

  it('that nobody kept leave one option removed and one added, which may be the same', async () => {
    const option = "IntOpt('a', default=7, help='How many of them.')"
    const changes = await changesBetween(declaring('api', option), declaring('api', option.replace("'a'", "'b'")))
    assert.deepEqual(
      changes.map(one => [one.kind, one.option, one.likely]),
      [
        ['removed', 'a', '[api] b'],
        ['added', 'b', '[api] a'],
      ],
    )
  })
})

describe('The difference of two projects', () => {
  it('is nothing where declarations move to another file', async () => {
    const text = declaring('api', "StrOpt('a', help='x')")
    assert.deepEqual(await changesBetween({ 'proj/one.py': text }, { 'proj/two.py': text }), [])
  })

  it('is nothing where one of two declarations of a name goes', async () => {
    const text = declaring('api', "StrOpt('a')")
    assert.deepEqual(await changesBetween({ 'proj/one.py': text, 'proj/two.py': text }, { 'proj/two.py': text }), [])
  })

  it('is told in each group of a declaration', async () => {
    const both = (value: number): string =>
      `opts = [cfg.IntOpt('a', default=${String(value)})]\ncfg.CONF.register_opts(opts, 'x')\ncfg.CONF.register_opts(opts, 'y')\n`
    assert.deepEqual((await changesBetween(both(1), both(2))).map(told), [
      'operator-visible default [x] a 1 -> 2',
      'operator-visible default [y] a 1 -> 2',
    ])
  })

  it('is none of the case in which a group is written', async () => {
    assert.deepEqual(await changesBetween(declaring('API', "StrOpt('a')"), declaring('api', "StrOpt('a')")), [])
  })

  it('comes from a constant of another file', async () => {
    const files = (value: string) => ({
      'proj/__init__.py': '',
      'proj/conf.py': `from oslo_config import cfg\nfrom proj import names\n${declaring('api', "StrOpt('a', default=names.HOST)")}`,
      'proj/names.py': `HOST = '${value}'\n`,
    })
    assert.deepEqual((await changesBetween(files('x'), files('y'))).map(told), [
      'operator-visible default [api] a "x" -> "y"',
    ])
  })

  it('tells what is no longer listed, or no longer registered', async () => {
    const listed = declaring('api', "StrOpt('a')")
    const unlisted = listed.slice(0, listed.indexOf('def list_opts'))
    assert.deepEqual((await changesBetween(listed, unlisted)).map(told), [
      'operator-visible registration [api] a "registered, listed" -> "registered"',
    ])
    const only = listed.replace(/def register_opts[^]*?\n\n/, '')
    assert.deepEqual((await changesBetween(listed, only)).map(told), [
      'breaking registration [api] a "registered, listed" -> "listed"',
    ])
  })
})
