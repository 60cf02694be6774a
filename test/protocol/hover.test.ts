import assert from 'node:assert/strict'
import { apiModule } from './samples'
import { TestClient } from './testClient'

describe('hover', () => {
  it('tells all of an option, anywhere on its declaration', async () => {
    const client = await TestClient.ready()
    const document = await client.open('api.py', apiModule)
    const shown = await document.hover('min=1')
    assert.equal(
      shown,
      [
        '**`[api] workers`**',
        '',
        '`IntOpt` · from `1` to `64` · default `4` · *mutable*',
        '',
        'How many processes serve the API\\.',
        '',
        'Possible values\\:',
        '',
        '- Any positive number',
        '',
        '```ini',
        '[api]',
        'workers = 4',
        '```',
      ].join('\n'),
    )
    assert.equal(await document.hover("'workers'"), shown)
    assert.equal(await document.hover('IntOpt'), shown)
    assert.equal(await document.hover('def register_opts'), undefined)
    await client.stop()
  })

  it('names findings with their reason and evidence, and deprecation with since and why', async () => {
    const client = await TestClient.ready()
    const document = await client.open('api.py', apiModule)
    // At the squiggle, whose words the editor shows in the same box, the reason is not told again.
    assert.match(
      (await document.hover("'admin_password'")) ?? '',
      /^\*\*warning\*\* \[secret\\-not\\-marked\]\([^)]*\) {2}\nsecret\\=True is missing/m,
    )
    const password = await document.hover("help='The password of the service")
    assert.match(
      password ?? '',
      /^\*\*warning\*\* .*admin\\_password.*\(\[secret\\-not\\-marked\]\(nova-config-review:\/rules\/secret-not-marked\.md\)\) {2}$/m,
    )
    assert.match(
      password ?? '',
      /^- \[OSSN\\-0049\]\(https:\/\/[^)]+OSSN-0049\): administrator passwords reached the logs$/m,
    )
    assert.match(
      (await document.hover("'old_switch'")) ?? '',
      /\*Deprecated for removal\* since 20\\\.0\\\.0: Nobody needs it any more\\\./,
    )
    await client.stop()
  })

  it('says of what is known why it matters, what is safer and who says so; of the rest only what it is about', async () => {
    const client = await TestClient.ready()
    const text = [
      'from oslo_config import cfg',
      "opts = [cfg.ListOpt('auth_schemes', default=['none'], help='Use.'), cfg.StrOpt('other_token', secret=True)]",
      "cfg.CONF.register_opts(opts, group='vnc')",
      '',
    ].join('\n')
    const document = await client.open('nova/conf/vnc.py', text)
    const parts = (await document.hover("'auth_schemes'"))?.split('\n\n') ?? []
    const [about, why, safer] = parts.find(part => part.startsWith('Matters'))?.split('  \n') ?? []
    const evidence = parts[parts.indexOf('Evidence:') + 1]
    assert.equal(about, 'Matters to security: **authentication**')
    assert.match(why ?? '', /^How the console proxy proves itself .*\\\. With \\'none\\'\\, anyone .*\\\.$/)
    assert.match(safer ?? '', /^Safer: vencrypt\\, and /)
    assert.match(
      evidence ?? '',
      /^- \[nova c5a1a9e711\]\(https:\/\/opendev\.org\/openstack\/nova\/commit\/c5a1a9e711\): consoles had no other scheme/m,
    )
    const other = (await document.hover("'other_token'")) ?? ''
    assert.ok(other.includes('\n\nMatters to security: **credential**\n\n'), other)
    await client.stop()
  })

  it('shows what it does not evaluate as the source expression, marked', async () => {
    const client = await TestClient.ready()
    const text =
      "from oslo_config import cfg\nimport socket\nopts = [cfg.StrOpt('host', default=socket.gethostname())]\n"
    const document = await client.open('untitled:1', text)
    const shown = (await document.hover("'host'")) ?? ''
    assert.match(shown, /default `socket\.gethostname\(\)` \*\(not evaluated/)
    assert.match(shown, /# host = <socket\.gethostname\(\)>/)
    await client.stop()
  })

  it('lets nothing in a help text render, link or run', async () => {
    const client = await TestClient.ready()
    const hostile = '<img src=x onerror=alert(1)> [click](command:x) **bold** https://evil.example ```` `a` $(alert)'
    const text = `from oslo_config import cfg\nopts = [cfg.StrOpt('a', default='\`\`\`x', help='${hostile}')]\n`
    const document = await client.open('untitled:1', text)
    const shown = (await document.hover("'a'")) ?? ''
    const help = shown.split('\n').find(line => line.includes('img')) ?? ''
    assert.ok(help.includes('\\<img src\\=x onerror\\=alert\\(1\\)\\>'), help)
    assert.ok(help.includes('\\[click\\]\\(command\\:x\\)'), help)
    assert.ok(help.includes('https\\:\\/\\/evil\\.example'), help)
    assert.doesNotMatch(help, /(?<!\\)[<>[\]()*`$_]/)
    assert.match(shown, /````ini\na = ```x\n````/)
    await client.stop()
  })

  it('cuts a long help at a word, never inside a character', async () => {
    const client = await TestClient.ready()
    const text = `from oslo_config import cfg\nopts = [cfg.StrOpt('a', help='x${'😀'.repeat(1000)}')]\n`
    const shown = (await (await client.open('untitled:1', text)).hover("'a'")) ?? ''
    assert.match(shown, /😀 …\n.*\n… 😀+… \*\(\d+ more characters\)\*$/su)
    assert.doesNotMatch(shown, /\p{Surrogate}/u)
    await client.stop()
  })

  it('has what matters above the fold: help, facts and findings in the first twelve lines, choices and sources below', async () => {
    const client = await TestClient.ready({ settings: {} })
    const paragraph = 'Selects how the password is checked, and by whom, whenever somebody asks for it. '
    const text = [
      'from oslo_config import cfg',
      "opts = [cfg.StrOpt('auth_strategy', default='noauth2',",
      "    choices=[('keystone', 'As before.'), ('noauth2', 'Not at all.')],",
      `    help="""${paragraph.repeat(6)}\n\n${paragraph.repeat(4)}""")]`,
      "cfg.CONF.register_opts(opts, group='api')",
      '',
    ].join('\n')
    const shown = (await (await client.open('api.py', text)).hover('help=')) ?? ''
    let row = 0
    const rows = shown.split('\n').map(line => [(row += Math.ceil(line.length / 80)), line] as const)
    const rowOf = (what: RegExp): number => rows.find(([, line]) => what.test(line))?.[0] ?? Infinity
    assert.ok(rowOf(/^`StrOpt` · default `'noauth2'`/) < 3, shown)
    assert.ok(rowOf(/^Selects how/) < 8, shown)
    assert.ok(rowOf(/^\*\*warning\*\* .*auth\\-disabled/) <= 12, shown)
    assert.match(shown, /^Choices:\n\n- `'keystone'`: As before\\\.\n- `'noauth2'`: Not at all\\\.$/m)
    assert.match(shown, /^Evidence:\n\n- /m)
    await client.stop()
  })
})
