import assert from 'node:assert/strict'
import { declarations, hostileTexts, moduleWith, pieces } from '../protocol/hostileTexts'
import { inFolder } from './folder'
import { runCli } from './runCli'

/** What must not be seen of a text, but for the ends of our own lines. */
const invisible = /[^\P{C}\n]|[\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u
const place = /^[\w./]*x\d*\.py:\d+:/

/** Every text at some place, and every place with some text. */
function modules(): Record<string, string> {
  const places = Object.values(declarations)
  const count = Math.max(hostileTexts.length, places.length)
  const texts = Array.from({ length: count }, (_, at) => {
    const at2 = places[at % places.length] ?? (text => text)
    return [`x${String(at)}.py`, moduleWith(at2, hostileTexts[at % hostileTexts.length] ?? '')] as const
  })
  return { ...Object.fromEntries(texts), 'x.py': moduleWith(declarations['name'] ?? String, pieces.join('')) }
}

const commands = [['inventory'], ['review', '--min-severity', 'hint']]

describe('A hostile text on the command line', () => {
  it('is one line of the text, without control characters, and short', async () => {
    await inFolder(modules(), async folder => {
      for (const command of commands) {
        const { out, err } = await runCli([...command, '.'], folder)
        assert.equal(err, '')
        assert.doesNotMatch(out, invisible)
        const lines = out.split('\n')
        const summary = lines.findIndex(line => /^\d+ (options|findings) /.test(line))
        assert.ok(summary > 20, out)
        for (const line of lines.slice(0, summary).filter(each => each !== '')) {
          assert.match(line, place)
          assert.ok(line.length < 1000, `${line.length} characters`)
        }
      }
    })
  })

  it('is whole in JSON, which holds no control characters, either', async () => {
    const module = moduleWith(declarations['name'] ?? String, 'a\u202e\u001b[31m\u2028\u{e0041}\u007f')
    await inFolder({ 'x.py': module }, async folder => {
      for (const command of commands) {
        const { out } = await runCli([...command, '--format', 'json', 'x.py'], folder)
        assert.doesNotMatch(out, invisible)
        assert.ok(out.includes('a\\u202e\\u001b[31m\\u2028\\udb40\\udc41\\u007f'), out)
        assert.ok(JSON.stringify(JSON.parse(out)).includes(JSON.stringify('a\u202e\u001b[31m\u2028\u{e0041}\u007f')))
      }
    })
  })

  it('is shown of paths and what is wrong with them, too', async () => {
    const name = 'a\n\u202e\u001b[31m.py'
    const files = { [name]: "from oslo_config import cfg\nx = cfg.StrOpt('a_password')\n", '::error::evil.py': 'from oslo_config import cfg\nx = cfg.StrOpt("a")\n', 'b\u001b.py': Buffer.from('oslo_config\u0000') } // prettier-ignore
    await inFolder(files, async folder => {
      const { out, err } = await runCli(['inventory', '.'], folder)
      assert.doesNotMatch(out + err, invisible)
      assert.ok(out.includes('a\\n\\u202e\\x1b[31m.py:2: '), out)
      assert.ok(out.includes('\n./::error::evil.py:2: ') || out.startsWith('./::error::evil.py:2: '), out)
      assert.equal(err, 'warning: b\\x1b.py cannot be read: it is no text\n')
      const missing = await runCli(['review', 'no\u001b\nsuch'], folder)
      assert.equal(missing.err, 'error: cannot read no\\x1b\\nsuch: no such file or folder\n')
      const nonsense = await runCli(['review', '--no\u001b\nsuch'], folder)
      assert.equal(nonsense.err.split('\n').length, 2)
      assert.doesNotMatch(nonsense.err, invisible)
    })
  })

  it('is shown of settings, too', async () => {
    const policy = { name: 'p', message: 'a\n::error::\u202e\u001b {name}', url: 'https://x/\u202e\u2028' }
    const files = { 'x.py': 'from oslo_config import cfg\nx = cfg.StrOpt("a", help="It is.")\n', '.nova-config-review/config.json': JSON.stringify({ policies: [policy] }) } // prettier-ignore
    await inFolder(files, async folder => {
      const { out } = await runCli(['review', 'x.py'], folder)
      assert.ok(out.includes('policy/p: a\\n::error::\\u202e\\x1b a\n'), out)
    })
    const wrong = { '.nova-config-review/config.json': JSON.stringify({ 'a\u202e\u2028\n': 1 }), 'x.py': '' }
    await inFolder(wrong, async folder => {
      const { err } = await runCli(['review', 'x.py'], folder)
      assert.match(err, /^error: .*config\.json:1:2: "a\\u202e\\u2028\\n" is not known here\.\n$/)
    })
  })
})
