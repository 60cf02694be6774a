import assert from 'node:assert/strict'
import { declaring } from '../inventory/changes'
import { marked, optionsOf, states } from './reviewed'

const virtType = "StrOpt('virt_type', default='kvm', choices=['kvm', 'qemu'], help='Which hypervisor is used.')"

/** How an option that was reviewed stands when it is declared otherwise. */
async function after(before: string, now: string): Promise<string> {
  const [state = ''] = states(marked(await optionsOf([before])), await optionsOf([now]))
  return state
}

describe('A reviewed option', () => {
  it('stays reviewed when its file is renamed, its declaration moves or is formatted anew', async () => {
    const reviews = marked(await optionsOf([virtType]))
    const laidOut = `StrOpt(\n        "virt_type",\n        choices=("qemu", "kvm"),\n        default="kvm",\n        help="Which "\n             "hypervisor is used.",\n    )`
    assert.deepEqual(states(reviews, await optionsOf([laidOut])), ['virt_type: reviewed'])
    const elsewhere = { 'proj/other.py': `# A comment.\n\n${declaring('libvirt', virtType)}` }
    assert.deepEqual(states(reviews, await optionsOf(elsewhere)), ['virt_type: reviewed'])
    assert.deepEqual(states(reviews, await optionsOf(["BoolOpt('other')", virtType])), [
      'other: unreviewed',
      'virt_type: reviewed',
    ])
  })

  for (const [what, before, now, told] of [
    ['another default', virtType, virtType.replace("'kvm',", "'qemu',"), ' default "kvm" > "qemu"'],
    ['one choice less', virtType, virtType.replace(", 'qemu'", ''), ' choices ["kvm","qemu"] > ["kvm"]'],
    ['another type', "StrOpt('a')", "IntOpt('a')", ' type String > Integer'],
    ['secret gone', "StrOpt('a', secret=True)", "StrOpt('a')", ' secret true > -'],
    ['a deprecation', "StrOpt('a')", "StrOpt('a', deprecated_for_removal=True)", ' deprecated for removal - > true'],
    ['an old name lost', "StrOpt('a', deprecated_name='b')", "StrOpt('a')", ' old names b > -'],
    ['a default of False', "BoolOpt('a')", "BoolOpt('a', default=False)", ' default - > false'],
    ['white space in its default', "StrOpt('a', default='x y')", "StrOpt('a', default='xy')", ' default "x y" > "xy"'],
    [
      'a default computed otherwise',
      "StrOpt('a', default=f(1))",
      "StrOpt('a', default=f(2))",
      ' default (f(1)) > (f(2))',
    ],
    ['a smaller maximum', "IntOpt('a', max=9)", "IntOpt('a', max=8)", ' max 9 > 8'],
  ] as const) {
    it(`has changed since its review with ${what}, and is told what changed`, async () => {
      assert.equal(
        (await after(before, now)).replace(/^\w+: /, ''),
        `changed-since-review${told.replaceAll('","', '", "')}`,
      )
    })
  }

  it('has changed with another help, of which no more is told', async () => {
    const state = await after("StrOpt('a', help='One text.')", "StrOpt('a', help='One word.')")
    assert.match(state, /^a: changed-since-review help 9 characters #\w{14} > 9 characters #\w{14}$/)
  })

  for (const [what, before, now] of [
    ['1 is written 1.0', "FloatOpt('a', default=1)", "FloatOpt('a', default=1.0)"],
    ['its type is spelt otherwise', "StrOpt('a')", "Opt('a', type=types.String())"],
    ['False is written out', "StrOpt('a')", "StrOpt('a', secret=False)"],
    ['a call is laid out otherwise', 'StrOpt(\'a\', default=f("x", 1))', "StrOpt('a', default=f('x',\n  1,))"],
    ['its help is wrapped', "StrOpt('a', help='One two.')", "StrOpt('a', help='''One\n   two.\n''')"],
  ] as const) {
    it(`stays reviewed when ${what}`, async () => {
      assert.equal(await after(before, now), 'a: reviewed')
    })
  }

  it('keeps no more of a long value than people read, and still sees that its end changes', async () => {
    const long = (end: string): string => `StrOpt('a', default='${'x'.repeat(5000)}${end}')`
    const [mark] = marked(await optionsOf([long('1')]))
    assert.ok(JSON.stringify(mark).length < 500)
    assert.match(await after(long('1'), long('2')), /changed-since-review/)
  })
})
