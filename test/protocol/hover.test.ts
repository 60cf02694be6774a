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
        '`IntOpt`  ',
        'From `1` to `64`  ',
        'Default: `4`',
        '',
        '*mutable*',
        '',
        '```ini',
        '[api]',
        'workers = 4',
        '```',
        '',
        'How many processes serve the API\\.',
        '',
        'Possible values\\:',
        '',
        '- Any positive number',
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
    const password = await document.hover("'admin_password'")
    assert.match(
      password ?? '',
      /- \*\*warning\*\* .*admin\\_password.*\(\[secret\\-not\\-marked\]\(nova-config-review:\/rules\/secret-not-marked\.md\)\)/,
    )
    assert.match(password ?? '', /\[OSSN\\-0049\]\(https:\/\/[^)]+OSSN-0049[^)]*\)/)
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
    const known = (await document.hover("'auth_schemes'"))?.split('\n\n').find(part => part.startsWith('Matters')) ?? ''
    const [about, why, safer, evidence] = known.split('  \n')
    assert.equal(about, 'Matters to security: **authentication**')
    assert.match(why ?? '', /^How the console proxy proves itself .*\\\. With \\'none\\'\\, anyone .*\\\.$/)
    assert.match(safer ?? '', /^Safer: vencrypt\\, and /)
    assert.match(
      evidence ?? '',
      /^Evidence: \[nova c5a1a9e711\]\(https:\/\/opendev\.org\/openstack\/nova\/commit\/c5a1a9e711\) · \[/,
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
    assert.match(shown, /Default: `socket\.gethostname\(\)` \*\(not evaluated/)
    assert.match(shown, /# host = <socket\.gethostname\(\)>/)
    await client.stop()
  })

  it('lets nothing in a help text render, link or run', async () => {
    const client = await TestClient.ready()
    const hostile = '<img src=x onerror=alert(1)> [click](command:x) **bold** https://evil.example ```` `a` $(alert)'
    const text = `from oslo_config import cfg\nopts = [cfg.StrOpt('a', default='\`\`\`x', help='${hostile}')]\n`
    const document = await client.open('untitled:1', text)
    const shown = (await document.hover("'a'")) ?? ''
    const help = shown.split('\n').at(-1) ?? ''
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
    assert.match(shown, /😀… \*\(\d+ more characters\)\*$/u)
    assert.doesNotMatch(shown, /\p{Surrogate}/u)
    await client.stop()
  })
})
