import { strict as assert } from 'node:assert'
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { LineIndex, Project, type Option, type PythonParser } from '../../server/src/engine/index'
import { breaksOf, keysOf, type Break } from './breaks'
import { optionsOf, python, told } from './engine'

const samples = ['compute', 'console', 'identity'].map(name => `samples/stratus/conf/${name}.py`)

/** Helps that run over lines at the left margin, as most of Nova's do, with settings and code-like words in them. */
const typed = `from oslo_config import cfg

general_opts = [
    cfg.StrOpt('rescue_image_id',
               help="""
The ID of the image to boot from (AMI) to rescue data.

If the image isn't there, "none" is used. For example:

    [libvirt]
    cpu_mode = custom

Possible values:

* An ID of an image or nothing
* \`\`kernel\`\`: chmod(1) applies
"""),
    cfg.StrOpt('admin_password', secret=True, help="""
For whoever administrates the image."""),
    cfg.IntOpt('workers',
        default=4,
        choices=[
            (4, 'Four'),
            (8, 'Eight'),
        ],
        help="""
How many of them.
"""
    ),
]

other_opts = [
    cfg.BoolOpt('debug', default=False, help='Tells '
                                             'more.'),
    cfg.StrOpt('last',
               help="""
The last one.
""")
]


def register_opts(conf):
    conf.register_opts(general_opts, group='libvirt')
    conf.register_opts(other_opts, group='libvirt')
`

describe('A broken statement', function () {
  this.timeout(120_000)

  for (const sample of samples) {
    it(`costs no option around it in ${sample}`, async () => {
      const parser = await python()
      const text = readFileSync(sample, 'utf8')
      const options = optionsIn(parser, text)
      assert.ok(options.length > 2)
      const damage: string[] = []
      for (const each of breaksOf(text, parser.parse(text).body, options)) {
        const line = new LineIndex(text).positionAt(each.at).line + 1
        for (const what of damageOf(parser, text, options, each)) damage.push(`${each.kind}, line ${line}: ${what}`)
      }
      assert.deepEqual(damage, [])
    })
  }

  it('costs no option around it at any key of a help, of an erased option or of a stray quote or bracket', async () => {
    const parser = await python()
    const options = optionsIn(parser, typed)
    assert.equal(options.length, 5)
    const damage = new Set<string>()
    let count = 0
    for (const each of keysOf(typed, options)) {
      count += 1
      for (const what of damageOf(parser, typed, options, each))
        damage.add(
          `${each.kind} ${JSON.stringify(typed.slice(each.at - 30, each.at))} ${each.removed} ${JSON.stringify(each.inserted)}: ${what}`,
        )
    }
    assert.deepEqual([...damage], [])
    assert.ok(count > 900)
  })

  it('leaves what is not broken as it is written, whatever its layout', async () => {
    const odd =
      "opts = [\ncfg.StrOpt('a',\nhelp='x'),\n  cfg.StrOpt('b', choices=[\n 'c'\n])]\ncfg.CONF.register_opts(\nopts,\n'g')\n"
    const seen = (options: readonly Option[]): unknown => options.map(each => facts(each))
    assert.deepEqual(seen(await optionsOf(`${odd}if x\n    pass\n`)), seen(await optionsOf(odd)))
  })

  it('comes to an end whatever counts as white space elsewhere', async () => {
    const parser = await python()
    const blanks = ['\u2028', '\u2029', '\u0085', '\u00a0', '\u3000', '\u180e', '\v', '\f', '\ufeff', '\r', '\0']
    const pieces = [...blanks, '\n', '(', ']', ':', "'", '\\', '#', ' ', 'if', 'x', '=']
    const text = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map(parts => parts.join(''))
    fc.assert(
      fc.property(text, broken => {
        const [option] = optionsIn(parser, `${broken}\nfrom oslo_config import cfg\n${broken}\ncfg.StrOpt('a')\n`)
        assert.ok(option === undefined || option.className.endsWith('StrOpt'))
      }),
      { seed: 1, numRuns: 500 },
    )
  })

  it('has no contents that nobody wrote', async () => {
    const [half] = await optionsOf("x = [\ncfg.StrOpt('a', choices=x, default=(\ndef f(): pass\n")
    assert.equal(half?.choices.kind, 'unknown')
    assert.equal(half.default.kind, 'unknown')
  })
})

/** What became of the options outside a break. */
function* damageOf(parser: PythonParser, text: string, options: readonly Option[], each: Break): Generator<string> {
  const { at, removed, inserted } = each
  const broken = text.slice(0, at) + inserted + text.slice(at + removed)
  const lines = new LineIndex(text)
  const after = new Map<number, Option>()
  for (const option of optionsIn(parser, broken)) after.set(new LineIndex(broken).offsetAt(option.range.start), option)
  for (const option of options) {
    const [start, end] = [lines.offsetAt(option.range.start), lines.offsetAt(option.range.end)]
    if (start < at + Math.max(removed, 1) && at <= end) continue
    const found = after.get(start < at ? start : start + inserted.length - removed)
    if (found === undefined) yield `${option.displayName} is lost`
    else if (facts(found) !== facts(option)) yield `${facts(option)} became ${facts(found)}`
  }
}

function facts({ className, name, default: value, help, secret, membership }: Option): string {
  return [className, ...[name, value, help, secret].map(told), ...membership.groups].join(' ')
}

function optionsIn(parser: PythonParser, text: string): readonly Option[] {
  const project = new Project(parser)
  project.setText('proj/conf.py', text)
  project.complete = true
  return project.module('proj/conf.py')?.options ?? []
}
