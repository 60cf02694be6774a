import assert from 'node:assert/strict'
import { type PythonParser, combineFixes } from '../../server/src/engine/index'
import type { Fix, FixEdit } from '../../server/src/engine/index'
import { removeKeywords, replaceClass, setKeyword } from '../../server/src/engine/rules/fixes'
import { applyFixes, loadParser, preamble, reviewText } from './engine'

describe('A fix keeps the style of its call', () => {
  let python: PythonParser
  before(async () => {
    python = await loadParser()
  })

  /** What becomes of a declaration when every first fix of the rule is made. */
  function fixed(source: string, rule: string): string {
    const text = preamble + source
    const { module, findings: all } = reviewText(python, text)
    const findings = all.filter(finding => finding.rule === rule)
    assert.notEqual(findings.length, 0, `${rule} finds nothing in ${source}`)
    const result = applyFixes(module, text, combineFixes(findings.flatMap(finding => finding.fixes[0] ?? [])))
    assert.equal(python.parseBare(result), false, `broken: ${result}`)
    assert.deepEqual(
      reviewText(python, result).findings.filter(finding => finding.rule === rule),
      [],
    )
    return result.slice(preamble.length)
  }

  function check(title: string, rule: string, source: string, wanted: string): void {
    it(title, () => assert.equal(fixed(source, rule), wanted))
  }

  const secret = 'secret-not-marked'
  check('on one line', secret, "cfg.StrOpt('a_password')\n", "cfg.StrOpt('a_password', secret=True)\n")
  check(
    'on one line with a comma at its end',
    secret,
    "cfg.StrOpt('a_password',)\n",
    "cfg.StrOpt('a_password', secret=True,)\n",
  )
  check(
    'before help on the same line',
    secret,
    "cfg.StrOpt('a_password', help='x')\n",
    "cfg.StrOpt('a_password', secret=True, help='x')\n",
  )
  check(
    'before a help of many lines',
    secret,
    "cfg.StrOpt('a_password', help='''\nlong\n''')\n",
    "cfg.StrOpt('a_password', secret=True, help='''\nlong\n''')\n",
  )
  check(
    'with one keyword to a line and a trailing comma',
    secret,
    "opts = [\n    cfg.StrOpt(\n        'a_password',\n        default=None,\n    ),\n]\n",
    "opts = [\n    cfg.StrOpt(\n        'a_password',\n        default=None,\n        secret=True,\n    ),\n]\n",
  )
  check(
    'with comments behind its keywords',
    secret,
    "cfg.StrOpt(\n    'a_password',\n    default=None,  # unset\n    # nothing else\n)\n",
    "cfg.StrOpt(\n    'a_password',\n    default=None,  # unset\n    secret=True,\n    # nothing else\n)\n",
  )
  check(
    'with a last keyword that has no comma',
    secret,
    "cfg.StrOpt('a_password',\n           default=None)\n",
    "cfg.StrOpt('a_password',\n           default=None,\n           secret=True)\n",
  )
  check(
    'with a last keyword that has a comment and no comma',
    secret,
    "cfg.StrOpt(\n    'a_password'  # old\n)\n",
    "cfg.StrOpt(\n    'a_password',  # old\n    secret=True,\n)\n",
  )
  check(
    'with tabs',
    secret,
    "cfg.StrOpt(\n\t'a_password',\n\thelp='x',\n)\n",
    "cfg.StrOpt(\n\t'a_password',\n\tsecret=True,\n\thelp='x',\n)\n",
  )
  check(
    'where the value is there but wrong',
    secret,
    "cfg.StrOpt('a_password', secret=False)\n",
    "cfg.StrOpt('a_password', secret=True)\n",
  )
  check(
    'where the name is a keyword',
    secret,
    "cfg.StrOpt(name='a_password')\n",
    "cfg.StrOpt(name='a_password', secret=True)\n",
  )

  it('and is not offered where `**` may bring the keyword, or the call is half typed', () => {
    for (const source of ["cfg.StrOpt('a_password', **more)\n", "cfg.StrOpt('a_password',\n           help=\n"]) {
      const { findings } = reviewText(python, preamble + source)
      assert.deepEqual(
        findings.flatMap(finding => finding.fixes),
        [],
        source,
      )
    }
  })

  const hardcoded = 'hardcoded-credential-default'
  check(
    'when it takes a keyword from the middle',
    hardcoded,
    "cfg.StrOpt('a_password',\n           default='x',\n           secret=True)\n",
    "cfg.StrOpt('a_password',\n           secret=True)\n",
  )
  check(
    'when it takes the last keyword',
    hardcoded,
    "cfg.StrOpt('a_password', secret=True, default='x')\n",
    "cfg.StrOpt('a_password', secret=True)\n",
  )
  check(
    'when it takes the last line',
    hardcoded,
    "cfg.StrOpt(\n    'a_password',\n    secret=True,\n    default='x',  # bad\n)\n",
    "cfg.StrOpt(\n    'a_password',\n    secret=True,\n)\n",
  )
  check(
    'when several keywords go at once',
    'port-without-portopt',
    "cfg.IntOpt(\n    'api_port',\n    default=80,\n    min=0,\n    max=65535,\n)\n",
    "cfg.PortOpt(\n    'api_port',\n    default=80,\n)\n",
  )
  check(
    'when keywords from both sides of another go',
    'port-without-portopt',
    "cfg.IntOpt('api_port', min=0, default=80, max=65535)\n",
    "cfg.PortOpt('api_port', default=80)\n",
  )

  const port = 'port-without-portopt'
  check(
    'when a longer class moves what its lines stand below',
    port,
    "opts = [cfg.IntOpt('api_port',\n                   default=80,\n                   help='The port '\n                        'of the API.')]\n",
    "opts = [cfg.PortOpt('api_port',\n                    default=80,\n                    help='The port '\n                         'of the API.')]\n",
  )
  check(
    'when the lines go by the one above, not by the bracket',
    port,
    "opts = [\n    cfg.IntOpt('api_port',\n        default=80, help='''\n  The port.\n'''),\n]\n",
    "opts = [\n    cfg.PortOpt('api_port',\n        default=80, help='''\n  The port.\n'''),\n]\n",
  )
  check(
    'when lines hang below a bracket that moves',
    port,
    "cfg.IntOpt('api_port', help=str(\n    'The port.'),\n           metavar=str('a'\n                       'b'))\n",
    "cfg.PortOpt('api_port', help=str(\n    'The port.'),\n            metavar=str('a'\n                        'b'))\n",
  )
  check(
    'when a keyword is put before a help of several pieces',
    secret,
    "cfg.StrOpt('a_password', help=('One '\n                               'two.'),\n           default=None)\n",
    "cfg.StrOpt('a_password', secret=True, help=('One '\n                                            'two.'),\n           default=None)\n",
  )
  check(
    'when an aligned line goes',
    hardcoded,
    "cfg.StrOpt('a_password', default='x', help=('One '\n                                            'two.'), secret=True)\n",
    "cfg.StrOpt('a_password', help=('One '\n                               'two.'), secret=True)\n",
  )

  it('also when several fixes meet in one call', () => {
    const source =
      "cfg.IntOpt('password_port',\n           default=80,\n           secret=False,\n           help='x')\n"
    const text = preamble + source
    const { module } = reviewText(python, text)
    const [option] = module.options
    assert.ok(option)
    const fix = (edits: readonly FixEdit[] | undefined): Fix => ({ title: '', safe: true, edits: edits ?? [] })
    const fixes = [
      fix(setKeyword(option, 'min', '0')),
      fix(replaceClass(option, 'PortOpt')),
      fix(setKeyword(option, 'secret', 'True')),
      fix(setKeyword(option, 'secret', 'True')),
      fix(setKeyword(option, 'advanced', 'True')),
      fix(removeKeywords(option, ['default'])),
    ]
    assert.equal(
      applyFixes(module, text, combineFixes(fixes)).slice(preamble.length),
      "cfg.PortOpt('password_port',\n            secret=True,\n            min=0,\n            advanced=True,\n            help='x')\n",
    )
    const bare = `${preamble}cfg.StrOpt(\n    'a'  # old\n)\n`
    const { module: other } = reviewText(python, bare)
    const both = ['secret', 'advanced'].map(keyword => fix(setKeyword(other.options[0]!, keyword, 'True')))
    assert.equal(
      applyFixes(other, bare, combineFixes(both)).slice(preamble.length),
      "cfg.StrOpt(\n    'a',  # old\n    secret=True,\n    advanced=True,\n)\n",
    )
  })

  it('and leaves a class alone that was imported by name', () => {
    const { findings } = reviewText(python, "from oslo_config.cfg import IntOpt\nIntOpt('api_port', default=80)\n")
    const [finding] = findings.filter(({ rule }) => rule === 'port-without-portopt')
    assert.deepEqual(finding?.fixes, [])
  })
})
