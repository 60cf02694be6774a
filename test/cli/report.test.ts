import assert from 'node:assert/strict'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { withMark } from '../../server/src/engine/index'
import { reviewsText } from '../../server/src/settings/reviewsText'
import type { Schema } from '../../server/src/settings/schema'
import { violations } from '../../server/src/settings/violations'
import { projectOf } from '../engine/engine'
import { textOf } from '../repo/tree'
import { badModule, goodModule, inFolder } from './folder'
import { runCli } from './runCli'

/** A package with a module of declarations, and one that reads its options. */
const tree = {
  'svc/__init__.py': '',
  'svc/conf/__init__.py':
    'from oslo_config import cfg\nfrom svc.conf import api\nCONF = cfg.CONF\napi.register_opts(CONF)\n',
  'svc/conf/api.py': `# needs:check_deprecation_status\n# needs:unheard_of\n${badModule}`,
  'svc/log.py':
    "import subprocess\nimport svc.conf\nCONF = svc.conf.CONF\n\n\ndef run():\n    subprocess.call(['x', str(CONF.api.listen_port)])\n",
}

interface Json {
  readonly verdict: string
  readonly parts: readonly {
    readonly id: string
    readonly blocks: readonly { readonly kind: string; readonly text?: string }[]
  }[]
}

async function report(folder: string, format: string, path = 'svc/conf/api.py'): Promise<string> {
  const { out, err } = await runCli(['report', path, '--format', format], folder)
  assert.equal(err, '')
  return out
}

describe('report', () => {
  it('has seven parts for a file, a tree and a file without findings, none of them empty', async () => {
    const folders = [
      [tree, 'svc/conf/api.py'],
      [tree, '.'],
      [{ 'o.py': goodModule }, 'o.py'],
      [{ 'o.py': 'x = 1\n' }, '.'],
    ] as const
    for (const [files, path] of folders) {
      const text = await inFolder(files, folder => report(folder, 'json', path))
      const json = JSON.parse(text) as Json
      const wrong = violations(json, JSON.parse(textOf('schemas/report.schema.json')) as Schema)
      assert.deepEqual(
        wrong.map(one => `${one.path.join('.')}: ${one.say()}`),
        [],
      )
      assert.equal(json.parts.length, 7)
      for (const { id, blocks } of json.parts)
        assert.ok(
          blocks.some(({ text }) => text !== ''),
          `${id} of ${path}`,
        )
    }
  })

  it('tells of a file what the package around it does with its options', async () => {
    const text = await inFolder(tree, folder => report(folder, 'md'))
    assert.match(text, /^# Configuration review of svc\\?\/conf\\?\/api/m)
    assert.match(text, /1 finding to be settled/)
    assert.match(text, /`svc\/conf\/api.py:6` \| `secret-not-marked` 'admin_password' holds a credential/)
    assert.match(text, /`\[api\] listen_port` \| .* \| command \| `svc\/log.py:7`/)
    assert.match(text, /nothing was seen to read\n\n- `\[api\] admin_password`/)
    assert.match(text, /`needs:unheard_of` .* A person has to say\./)
    assert.match(text, /svc\/conf\/api.py` \| oslo_config\\?.cfg \| 1 file/)
  })

  it('does not say that there are no defects, but what was looked at', async () => {
    const text = await inFolder({ 'o.py': goodModule.replace('default=8774, ', '') }, folder =>
      report(folder, 'md', 'o.py'),
    )
    assert.doesNotMatch(text, /no (security )?defects (are|were) (found|detected)/)
    assert.match(text, /### What was not examined\n\n- /)
    assert.match(text, /### Looked for and not found/)
  })

  it('gives no verdict on what was not read, and fails', () =>
    inFolder({ 'o.py': badModule, 'p.py': Buffer.from('import oslo_config\n\xff', 'latin1') }, async folder => {
      const { code, out } = await runCli(['report', '.', '--format', 'md'], folder)
      assert.equal(code, 2)
      assert.match(out, /No verdict: 1 file could not be read wholly/)
    }))

  it('is the same for the same files, wherever they lie', async () => {
    for (const format of ['md', 'html', 'json', 'sarif']) {
      const [one, other] = await Promise.all([0, 1].map(() => inFolder(tree, folder => report(folder, format))))
      assert.equal(one, other)
      assert.doesNotMatch(one!, /nova-config-review-[a-z0-9]{6}/i)
    }
  })

  it('shows nothing of what it is about as markup', async () => {
    const evil = `"<script>alert(1)</script>|[x](javascript:y)\u202e"`
    const module = badModule.replace("'The password of the administrator of the service.'", evil)
    await inFolder({ 'o.py': module }, async folder => {
      const html = await report(folder, 'html', 'o.py')
      assert.doesNotMatch(html, /<script|\u202e|href="(?!#|https:)/)
      assert.match(html, /&#60;script&#62;/)
      const markdown = await report(folder, 'md', 'o.py')
      assert.doesNotMatch(markdown, /(?<!\\)<script|[^\\]\]\(javascript/)
    })
  })

  it('says what people have looked at, and what nobody has', () =>
    inFolder(tree, async folder => {
      const options = [...(await projectOf({ 'api.py': badModule })).modules()].flatMap(module => module.options)
      const [password, port] = options
      const named = () => []
      const who = { reviewer: 'Jane', date: '2026-06-01T10:00:00Z' }
      const risk = { state: 'accepted-risk', reason: 'Only in the lab', expires: '2026-11-25' } as const
      const all = withMark(
        withMark([], password!, risk, who, named),
        port!,
        { state: 'question', reason: 'Who sets it?' },
        who,
        named,
      )
      mkdirSync(join(folder, '.nova-config-review'))
      const file = join(folder, '.nova-config-review/reviews.json')
      writeFileSync(file, reviewsText(all))
      const text = await report(folder, 'md')
      assert.match(text, /\| finding \| 1 \| 1 \|/)
      assert.match(text, /\| question \| 1 \| 1 \|/)
      assert.match(text, /A reviewer asks: .*listen\\?_port: Who sets it\\?\? \\?\(Jane/)
      assert.match(
        text,
        /### What reviewers found\n\n- .*admin_password: accepted to 2026-11-25, which is over: Only in the lab/,
      )
      const over = /accepted-risk-expired.*Jane accepted the risk of 'admin_password' to 2026-11-25, which is over/
      assert.match(text, over)
      const { code, out } = await runCli(['review', 'svc', '--min-severity', 'warning'], folder)
      assert.equal(code, 1)
      assert.match(
        out.replaceAll('\n', ' '),
        /Jane accepted the risk of 'admin_password' to 2026-11-25, which is over: Only in the lab/,
      )
      writeFileSync(file, reviewsText(all).replace('"version": 1,', '"version": 1'))
      const broken = await runCli(['report', 'svc'], folder)
      assert.equal(broken.code, 2)
      assert.match(broken.err, /^error: \.nova-config-review\/reviews\.json:3:3: /)
    }))

  it('is written to a file', () =>
    inFolder(tree, async folder => {
      const { code, out } = await runCli(['report', 'svc', '--format', 'html', '--output', 'out/r.html'], folder)
      assert.deepEqual([code, out], [0, ''])
      assert.match(readFileSync(join(folder, 'out/r.html'), 'utf8'), /^<!doctype html>[^]*<\/html>\n$/)
    }))
})
