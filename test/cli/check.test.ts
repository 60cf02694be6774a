import { deepStrictEqual, match, strictEqual } from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { confRules } from '../../server/src/engine/index'
import { inFolder } from './folder'
import { runCli } from './runCli'

const source = `from oslo_config import cfg

top_opts = [
    cfg.StrOpt('state_path', default='/var/lib', help='A folder.'),
    cfg.BoolOpt('debug', default=False, help='More words.'),
    cfg.StrOpt('my_ip', required=True, help='An address.'),
]
api_opts = [
    cfg.IntOpt('workers', min=1, deprecated_name='api_workers', help='How many.'),
    cfg.StrOpt('password', secret=True, help='A password.'),
    cfg.StrOpt('path', default='$state_path/api', help='A folder.'),
    cfg.BoolOpt('going', deprecated_for_removal=True, deprecated_reason='No use.', deprecated_since='1.0', help='Old.'),
]


def register_opts(conf):
    conf.register_opts(top_opts)
    conf.register_opts(api_opts, group='api')
`

interface Told {
  readonly schemaVersion: number
  readonly files: readonly string[]
  readonly findings: readonly {
    rule: string
    file: string | null
    line: number | null
    option: string
    message: string
  }[]
  readonly values: readonly { group: string; option: string; value: unknown; from: unknown; error: string | null }[]
}

/** What `check` says of files, the source above beside them. */
async function check(
  files: Readonly<Record<string, string | Uint8Array>>,
  ...more: string[]
): Promise<Told & { code: number }> {
  return inFolder({ 'source/opts.py': source, ...files }, async folder => {
    const { code, out } = await runCli(
      ['check', ...Object.keys(files), '--source', 'source', '--format', 'json', ...more],
      folder,
    )
    return { code, ...(JSON.parse(out) as Told) }
  })
}

async function findings(text: string): Promise<string[]> {
  const told = await check({ 'nova.conf': `[DEFAULT]\nmy_ip = ::1\n${text}` })
  return told.findings.map(({ rule, line, message }) => `${String(line)} ${rule}: ${message}`)
}

describe('check', () => {
  it('tells the value of every option and where it comes from', async () => {
    const told = await check({
      'a.conf': '[DEFAULT]\nmy_ip = ::1\nstate_path = /a\n[api]\npassword = words\n',
      'b.conf': '[API]\napi_workers = 4\n',
    })
    strictEqual(told.code, 1)
    deepStrictEqual(told.files, ['a.conf', 'b.conf'])
    const shown = told.values.map(({ group, option, value, from }) => [group, option, value, from])
    deepStrictEqual(shown, [
      ['DEFAULT', 'state_path', '/a', { file: 'a.conf', line: 3 }],
      ['DEFAULT', 'debug', false, 'default'],
      ['DEFAULT', 'my_ip', '::1', { file: 'a.conf', line: 2 }],
      ['api', 'workers', 4, { file: 'b.conf', line: 2 }],
      ['api', 'password', '***', { file: 'a.conf', line: 5 }],
      ['api', 'path', '/a/api', 'default'],
      ['api', 'going', null, 'default'],
    ])
  })

  it('tells what no option is set by', async () => {
    deepStrictEqual(
      await findings('debugg = 1\nworkers = 2\nstate-path = x\n[apis]\nworkers = 1\n[default]\ndebug = 1\n'),
      [
        "3 unknown-option: Nothing reads 'debugg' in [DEFAULT]; did you mean 'debug'?",
        "4 wrong-section: 'workers' is no option of [DEFAULT]; it is one of [api]",
        "5 unknown-option: Nothing reads 'state-path' in [DEFAULT]; did you mean 'state_path'?",
        '6 unknown-section: No option is in a section [apis]; did you mean [api]?',
        '8 unknown-section: No option is in a section [default]; did you mean [DEFAULT]?',
      ],
    )
  })

  it('tells what is old, set twice or refused', async () => {
    deepStrictEqual(
      await findings('state_path = $nothing\n[api]\napi_workers = 3\nworkers = 4\nworkers = none\ngoing = 1\n'),
      [
        "5 deprecated-name: 'api_workers' in [api] is an old name of 'workers'",
        "8 deprecated-for-removal: 'going' is deprecated for removal since 1.0: No use.",
        "7 duplicate-key: 'workers' is set in line 6 already: line 7, the last one, counts",
        "3 unresolved-reference: 'state_path': no such option nothing in group [DEFAULT]",
        "7 invalid-value: 'workers': invalid literal for int() with base 10: 'none'",
      ],
    )
  })

  it('tells what is missing', async () => {
    const told = await check({ 'nova.conf': '[DEFAULT]\ndebug = 1\n' })
    deepStrictEqual(
      told.findings.map(({ rule, file, option }) => [rule, file, option]),
      [['required-missing', null, 'my_ip']],
    )
  })

  it('reads nothing where one file cannot be read', async () => {
    const broken = await check({ 'a.conf': '[api]\nnothing = 1\n', 'b.conf': '[api]\nwords\n' })
    strictEqual(broken.code, 1)
    deepStrictEqual(broken.values, [])
    deepStrictEqual(
      broken.findings.map(({ rule, file, line }) => [rule, file, line]),
      [['parse-error', 'b.conf', 2]],
    )
    const latin = await check({ 'a.conf': new Uint8Array([0x5b, 0x61, 0x5d, 0x0a, 0xe9]) })
    strictEqual(latin.code, 2)
    strictEqual(latin.findings[0]?.rule, 'encoding-error')
  })

  it('reads the files of a folder in their order', async () => {
    await inFolder(
      { 'o.py': source, 'd/2.conf': '[DEFAULT]\nmy_ip=2\n', 'd/10.conf': '[DEFAULT]\nmy_ip=10\n', 'd/x.cfg': '[' },
      async folder => {
        const { out } = await runCli(['check', 'd', '--source', 'o.py', '--format', 'json'], folder)
        deepStrictEqual((JSON.parse(out) as Told).files, ['d/10.conf', 'd/2.conf'])
      },
    )
  })

  it('never shows a secret', async () => {
    const { out } = await inFolder(
      { 'o.py': source, 'n.conf': '[DEFAULT]\nmy_ip=1\n[api]\npassword = $hush\n' },
      folder => runCli(['check', 'n.conf', '--source', 'o.py'], folder),
    )
    match(out, /n\.conf:4: warning: 'password': the value is not taken \(unresolved-reference\)/)
  })

  it('writes SARIF', async () => {
    const { out } = await inFolder({ 'o.py': source, 'n.conf': '[api]\nworker = 1\n' }, folder =>
      runCli(['check', 'n.conf', '--source', 'o.py', '--format', 'sarif'], folder),
    )
    const { version, runs } = JSON.parse(out) as {
      version: string
      runs: { results: { ruleId: string; locations: object[] }[] }[]
    }
    strictEqual(version, '2.1.0')
    deepStrictEqual(
      runs[0]?.results.map(({ ruleId, locations }) => [ruleId, JSON.stringify(locations[0])]),
      [
        [
          'unknown-option',
          '{"physicalLocation":{"artifactLocation":{"uri":"n.conf"},"region":{"startLine":2,"startColumn":1,"endLine":2,"endColumn":7}}}',
        ],
      ],
    )
  })

  it('asks for no value that another driver needs, nor for a secret', async () => {
    const words = (file: string, more: string) =>
      inFolder(
        {
          [file]: `from oslo_config import cfg\nopts = [cfg.StrOpt('needed', required=True${more}), cfg.StrOpt('other')]\ncfg.CONF.register_opts(opts)\n`,
          'n.conf': '[DEFAULT]\nother = x\n',
        },
        async folder => (await runCli(['check', 'n.conf', '--source', 's'], folder)).out,
      )
    match(await words('s/a/b.py', ''), /does not start without a value for 'needed'/)
    strictEqual(await words('s/drivers/b.py', ''), '0 findings in 1 file.\n')
    strictEqual(await words('s/a/b.py', ', secret=True'), '0 findings in 1 file.\n')
  })

  it('knows what a backend may be told in the group that a setting names', async () => {
    const files = {
      's/cinder/opts.py': `from oslo_config import cfg
opts = [cfg.StrOpt('volume_driver'), cfg.IntOpt('iscsi_port')]
cfg.CONF.register_opts(opts, group='backend_defaults')
`,
      'n.conf':
        '[DEFAULT]\nenabled_backends = fast, slow\n[fast]\nvolume_driver = x\niscsi_port = y\niscsi_prt = 1\n[other]\niscsi_port = 1\n',
    }
    const { out } = await inFolder(files, folder => runCli(['check', 'n.conf', '--source', 's'], folder))
    deepStrictEqual(out.match(/n.conf:\d+.*(?= \()/g), [
      "n.conf:2: warning: Nothing reads 'enabled_backends' in [DEFAULT]",
      "n.conf:6: warning: Nothing reads 'iscsi_prt' in [fast]; did you mean 'iscsi_port'?",
      'n.conf:7: warning: No option is in a section [other]',
      "n.conf:5: warning: 'iscsi_port': invalid literal for int() with base 10: 'y'",
    ])
  })

  it('judges by the release that is named', async () => {
    const at = async (release: string): Promise<string> => {
      const files = { 'n.conf': '[api]\nuse_forwarded_for = true\n[DEFAULT]\nresume_guests_state_on_host_boot = yes\n' }
      const { out } = await inFolder(files, folder => runCli(['check', 'n.conf', '--release', release], folder))
      return out
    }
    match(
      await at('zed'),
      /^n\.conf:2: information: 'use_forwarded_for' is deprecated for removal \(.*\)\n1 finding in 1 file\.\n$/,
    )
    strictEqual(await at('26.2.2'), await at('Zed'))
    match(await at('2025.1'), /'use_forwarded_for' in \[api\] is no more: nova 29\.0\.0 \(2024\.1 Caracal\)/)
  })

  it('knows no release that there is not', async () => {
    const run = (...args: string[]) =>
      inFolder({ 'n.conf': '', 'o.py': source }, folder => runCli(['check', 'n.conf', ...args], folder))
    for (const release of ['3', 'zedd', '99', '']) {
      const { code, err } = await run('--release', release)
      strictEqual(code, 2)
      match(err, /^error: no release .*of Nova is known: 14\.0\.0 Newton to \S+ are\n$/)
    }
    const both = await run('--release', '30', '--source', 'o.py')
    deepStrictEqual([both.code, both.out], [2, ''])
  })

  it('fails because of sources that are not read wholly, unless that is allowed', () =>
    inFolder(
      { 'n.conf': '[DEFAULT]\nmy_ip = ::1\n', 's/o.py': source, 's/strange.py': `# coding: utf-7\n${source}` },
      async folder => {
        const args = ['check', 'n.conf', '--source', 's']
        strictEqual((await runCli(args, folder)).code, 2)
        strictEqual((await runCli([...args, '--allow-incomplete'], folder)).code, 0)
      },
    ))

  it('has a line in the documents for each kind of finding', () => {
    const page = readFileSync(new URL('../../docs/configuration-files.md', import.meta.url), 'utf8')
    for (const [rule, severity] of Object.entries(confRules)) {
      match(page, new RegExp(`^\\| .*\`${rule}\`.* \\| ${severity} \\|`, 'm'))
    }
  })

  it('tells of a file that is not there', async () => {
    const { code, out } = await inFolder({ 'o.py': source }, folder =>
      runCli(['check', 'n.conf', '--source', 'o.py'], folder),
    )
    strictEqual(code, 2)
    match(out, /n\.conf:1: error: n\.conf cannot be read: no such file or folder/)
  })
})
