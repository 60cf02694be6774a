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
    assert.ok(shown.endsWith('😀…'))
    assert.doesNotMatch(shown, /\p{Surrogate}/u)
    await client.stop()
  })
})
