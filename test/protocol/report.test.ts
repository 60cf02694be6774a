import { deepStrictEqual, match, ok, strictEqual } from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { ReportFormat, ReportResult } from '../../server/src/protocol'
import { runCli } from '../cli/runCli'
import { root, TestClient } from './testClient'

const files = {
  'svc/__init__.py': '',
  'svc/conf/__init__.py':
    'from oslo_config import cfg\nfrom svc.conf import api\nCONF = cfg.CONF\napi.register_opts(CONF)\n',
  'svc/conf/api.py': `# needs:check_deprecation_status
from oslo_config import cfg

opts = [
    cfg.StrOpt('admin_password', help='The password of the administrator.'),
    cfg.StrOpt('guest_password'),  # nova-review: ignore[secret-not-marked] -- everybody knows it
    cfg.PortOpt('listen_port', default=80, help='Where it listens.'),
]


def register_opts(conf):
    conf.register_opts(opts, group='api')
`,
  'svc/log.py':
    "import subprocess\nimport svc.conf\nCONF = svc.conf.CONF\n\n\ndef run():\n    subprocess.call(['x', str(CONF.api.listen_port)])\n",
  'svc/tests/test_log.py': 'import svc.conf\n\n\ndef test():\n    assert svc.conf.CONF.api.listen_port\n',
  'etc/nova/nova.conf': '[DEFAULT]\ndebug = true\n[libvirt]\nvirt_type = lxc\n',
}

interface Json {
  readonly title: string
  readonly verdict: string
  readonly parts: readonly { readonly id: string; readonly blocks: readonly unknown[] }[]
}

async function ask(client: TestClient, path: string | null, format: ReportFormat): Promise<ReportResult> {
  const uri = path === null ? null : `${root}/${path}`
  return client.connection.sendRequest<ReportResult>('novaConfigReview/report', { uri, format })
}

async function text(client: TestClient, path: string | null, format: ReportFormat): Promise<string> {
  const made = await ask(client, path, format)
  if (made.state !== 'made') throw new Error(made.state)
  return made.text
}

/** The same report as the command line makes it of the same files, as a disk has them. */
async function byCommandLine(path: string): Promise<Json> {
  const folder = mkdtempSync(join(tmpdir(), 'report-'))
  try {
    for (const [file, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, file)), { recursive: true })
      writeFileSync(join(folder, file), content, { mode: 0o640 })
    }
    return JSON.parse((await runCli(['report', path, '--format', 'json'], folder)).out) as Json
  } finally {
    rmSync(folder, { recursive: true })
  }
}

describe('the report in the editor', () => {
  it('says of a workspace and of a file what that of the command line says', async () => {
    const client = await TestClient.ready({ files, settings: {} })
    for (const [path, given] of [
      [null, '.'],
      ['svc/conf/api.py', 'svc/conf/api.py'],
    ] as const) {
      const told = JSON.parse(await text(client, path, 'json')) as Json
      const expected = await byCommandLine(given)
      strictEqual(told.verdict, expected.verdict)
      strictEqual(told.parts.length, 7)
      // They name differently what was looked through: a workspace, or a PATH.
      const plain = (one: Json) =>
        JSON.stringify(one.parts).replace(/(looked for in|nothing in) (project|svc|\.)/g, '$1 all')
      deepStrictEqual(JSON.parse(plain(told)), JSON.parse(plain(expected)))
    }
    await client.stop()
  })

  it('is Markdown or one page of HTML, with what a comment waives and what configuration files set', async () => {
    const client = await TestClient.ready({ files, settings: {} })
    const markdown = await text(client, null, 'md')
    match(markdown, /^# Configuration review of /)
    match(markdown, /Reason: everybody knows it/)
    match(markdown, /### Deployment: etc\/nova\n/)
    match(markdown, /\| fail \| .*`\[DEFAULT\] debug` \| `true` in `etc\/nova\/nova\.conf:2` /)
    match(await text(client, null, 'html'), /^<!doctype html>/)
    ok(!(await text(client, 'svc/conf/api.py', 'md')).includes('Deployment:'))
    await client.stop()
  })

  it('says why there is none', async () => {
    const client = await TestClient.ready({ files, settings: {} })
    deepStrictEqual(await ask(client, 'svc/log.py', 'md'), { state: 'nothing' })
    await client.stop()
  })
})
