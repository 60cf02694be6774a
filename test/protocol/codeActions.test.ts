import assert from 'node:assert/strict'
import type { CodeAction } from 'vscode-languageserver-protocol'
import { ignoreEdit, ignoreWithReasonCommand } from '../../server/src/protocol'
import type { IgnoreEditResult } from '../../server/src/protocol'
import { editsOf } from './openDocument'
import { sampleSettings, twoPasswords } from './samples'
import { TestClient, pullingClient } from './testClient'

const titles = (actions: CodeAction[]): string[] => actions.map(({ title }) => title)

const withoutReason = `from oslo_config import cfg

opts = [
    cfg.BoolOpt(
        'old_switch',
        deprecated_for_removal=True,
        help='A switch.'),
    cfg.BoolOpt('new_switch', deprecated_for_removal=True),
]
`

/** A port whose class, and a secret whose sample and mark, are at fault: all of it safe to mend. */
const twoAtOnePlace = `from oslo_config import cfg

opts = [cfg.IntOpt('api_port', min=0, max=65535, default=80,
                   help='The port that the API of this service listens on, '
                        'for clients and other services.'),
        cfg.StrOpt('admin_password', sample_default='swordfish',
                   help='The password of the user that this service works as, '
                        'in all the others.')]
cfg.CONF.register_opts(opts)
`
const settled = `opts = [cfg.PortOpt('api_port', default=80,
                    help='The port that the API of this service listens on, '
                         'for clients and other services.'),
        cfg.StrOpt('admin_password', sample_default='<admin_password>',
                   secret=True,
                   help=`

describe('code actions', () => {
  it('offer the real fix first and preferred, then the file, the page, and waiving last', async () => {
    const client = await TestClient.ready()
    const document = await client.open('api.py', twoPasswords)
    const [first] = await document.diagnostics()
    assert.ok(first)
    const actions = await document.actions([first])
    assert.deepEqual(titles(actions), [
      'Add secret=True',
      'Fix all secret-not-marked problems in this file',
      'Open documentation of secret-not-marked',
      'Ignore secret-not-marked here with a reason',
    ])
    assert.deepEqual(
      actions.map(({ isPreferred, kind }) => [isPreferred, kind]),
      [[true, 'quickfix'], ...Array.from({ length: 3 }, () => [undefined, 'quickfix'])],
    )
    assert.deepEqual(actions[2]?.command?.command, 'novaConfigReview.openRuleDocumentation')
    assert.deepEqual(actions[2]?.command?.arguments, ['secret-not-marked'])
    await client.stop()
  })

  it('are offered anywhere in the declaration, what is underlined at the cursor first', async () => {
    const client = await TestClient.ready()
    const document = await client.open('api.py', twoPasswords)
    for (const place of ['cfg.StrOpt(\n', "'proxy_password'", "help='The password of the proxy", '    ),\n]']) {
      assert.deepEqual(titles(await document.actionsAt(place)).slice(0, 2), ['Add secret=True', 'Remove the default'])
    }
    const [first, ...others] = titles(await document.actionsAt("'swordfish'"))
    assert.equal(first, 'Remove the default')
    assert.ok(others.includes('Add secret=True'))
    assert.deepEqual(await document.actionsAt('opts = ['), [])
    await client.stop()
  })

  it('are offered for findings below the minimum severity, too', async () => {
    const rules = { ...sampleSettings.rules, 'secret-not-marked': 'hint' }
    const client = await TestClient.ready({ settings: { rules } })
    const document = await client.open('api.py', twoPasswords)
    assert.deepEqual(await document.codes(), ['hardcoded-credential-default'])
    assert.ok(titles(await document.actionsAt("'admin_password'")).includes('Add secret=True'))
    await client.stop()
  })

  it('leave no squiggle of their rule once applied', async () => {
    const client = await TestClient.ready()
    const document = await client.open('api.py', twoPasswords)
    const [first] = await document.diagnostics()
    assert.ok(first)
    const [fix] = await document.actions([first])
    await document.change(editsOf(fix))
    assert.ok(
      document.text.includes("cfg.StrOpt('admin_password', secret=True, help='The password of the service user.')"),
    )
    assert.deepEqual(await document.codes(), ['secret-not-marked', 'hardcoded-credential-default'])
    await client.stop()
  })

  it('fix all problems of one rule in the file, in the style of each call', async () => {
    const client = await TestClient.ready()
    const document = await client.open('api.py', twoPasswords)
    const actions = await document.actions(await document.diagnostics())
    await document.change(editsOf(actions.find(({ title }) => title.startsWith('Fix all secret-not-marked'))))
    assert.equal(document.text.match(/secret=True/g)?.length, 2)
    assert.ok(document.text.includes("        secret=True,\n        help='The password of the proxy.',\n"))
    assert.ok(!(await document.codes()).includes('secret-not-marked'))
    await client.stop()
  })

  it('apply safe fixes only when asked for source.fixAll', async () => {
    const client = await TestClient.ready()
    const document = await client.open('api.py', twoPasswords)
    const [fixAll, ...others] = await document.actions([], ['source.fixAll'])
    assert.deepEqual(others, [])
    assert.equal(fixAll?.kind, 'source.fixAll.novaConfigReview')
    await document.change(editsOf(fixAll))
    assert.deepEqual(await document.codes(), ['hardcoded-credential-default'])
    assert.deepEqual(await document.actions([], ['source.fixAll.novaConfigReview']), [])
    assert.deepEqual(await document.actions(await document.diagnostics(), ['refactor']), [])
    await client.stop()
  })

  it('name the version and range of all edits, in the line ends of the document', async () => {
    const client = await TestClient.ready()
    const document = await client.open('api.py', twoPasswords.replaceAll('\n', '\r\n'))
    const proxy = (await document.diagnostics()).find(({ range }) => range.start.line > 4)
    assert.ok(proxy)
    const actions = await document.actions([proxy])
    const change = actions[0]?.edit?.documentChanges?.[0]
    assert.deepEqual(change && 'textDocument' in change && change.textDocument, { uri: document.uri, version: 1 })
    for (const { newText } of actions.flatMap(editsOf)) assert.doesNotMatch(newText, /(?<!\r)\n/)
    await client.stop()
  })

  it('follow the text when it has moved on since the squiggle was drawn', async () => {
    const client = await TestClient.ready()
    const document = await client.open('api.py', twoPasswords)
    const [first] = await document.diagnostics()
    assert.ok(first)
    await document.replace("cfg.StrOpt('admin", "cfg.StrOpt(name='admin")
    const [fix] = await document.actions([first])
    await document.change(editsOf(fix))
    assert.ok(document.text.includes("cfg.StrOpt(name='admin_password', secret=True, help="))
    await client.stop()
  })

  it('write what only the author knows as empty quotes, which leave the finding and are in no "fix all"', async () => {
    const client = await TestClient.ready()
    const document = await client.open('api.py', withoutReason)
    const [fix, ...others] = await document.actionsAt("'old_switch'")
    assert.equal(fix?.title, 'Write deprecated_reason and deprecated_since')
    assert.ok(!titles(others).some(title => title.startsWith('Fix all')))
    assert.deepEqual(await document.actions([], ['source.fixAll']), [])
    await document.change(editsOf(fix))
    assert.ok(document.text.includes("        deprecated_reason='',\n        deprecated_since='',\n        help="))
    assert.deepEqual(await document.codes(), ['deprecated-without-reason', 'deprecated-without-reason'])
    await document.replace("deprecated_reason=''", "deprecated_reason='TODO: say why'")
    assert.equal((await document.codes()).length, 2)
    await client.stop()
  })

  it('lead the cursor through those quotes in a client that can do that', async () => {
    const capabilities = {
      ...pullingClient,
      workspace: { ...pullingClient.workspace, workspaceEdit: { documentChanges: true, snippetEditSupport: true } },
    }
    const client = await TestClient.ready({ capabilities })
    const document = await client.open('api.py', withoutReason.replace("'A switch.'", "'A $witch.'"))
    assert.deepEqual(editsOf((await document.actionsAt("'old_switch'"))[0]), [
      {
        range: { start: { line: 6, character: 0 }, end: { line: 6, character: 8 } },
        snippet: {
          kind: 'snippet',
          value: "        deprecated_reason='$1',\n        deprecated_since='$2',\n        ",
        },
      },
    ])
    const ignore = (await document.actionsAt("'new_switch'")).at(-1)
    assert.match(JSON.stringify(editsOf(ignore)), /ignore\[deprecated-without-reason\] -- \$1/)
    await client.stop()
  })

  it('waive with a comment that lacks only its reason', async () => {
    const client = await TestClient.ready()
    const document = await client.open('api.py', twoPasswords)
    const ignore = (await document.actionsAt("'admin_password'")).at(-1)
    assert.equal(ignore?.title, 'Ignore secret-not-marked here with a reason')
    await document.change(editsOf(ignore))
    assert.ok(document.text.includes('    # nova-review: ignore[secret-not-marked] -- \n    cfg.StrOpt('))
    assert.ok((await document.codes()).includes('suppression-invalid'))
    await document.replace('] -- ', '] -- it is a sample')
    assert.deepEqual(
      (await document.diagnostics()).map(({ range }) => range.start.line),
      [6, 7],
    )
    await client.stop()
  })

  it('hand waiving to a client that asks for the reason first, and make the comment of its answer', async () => {
    const client = await TestClient.ready({ initializationOptions: { commands: [ignoreWithReasonCommand] } })
    const document = await client.open('api.py', twoPasswords)
    const ignore = (await document.actionsAt("'admin_password'")).at(-1)
    assert.equal(ignore?.edit, undefined)
    assert.equal(ignore?.command?.command, 'novaConfigReview.ignoreWithReason')
    const position = { line: 3, character: 15 }
    assert.deepEqual(ignore.command.arguments, [document.uri, 1, 'secret-not-marked', position])
    const ask = (version: number): Promise<IgnoreEditResult> => {
      const params = { uri: document.uri, version, rule: 'secret-not-marked', position, reason: 'it is a sample' }
      return client.connection.sendRequest(ignoreEdit, params)
    }
    assert.equal(await ask(0), null)
    const edit = await ask(1)
    assert.ok(edit)
    await document.change([edit])
    assert.ok(document.text.includes('    # nova-review: ignore[secret-not-marked] -- it is a sample\n    cfg.StrOpt('))
    assert.equal((await document.codes()).length, 2)
    await client.stop()
  })

  it('settle two fixes at one place in one command, in aligned lines', async () => {
    const client = await TestClient.ready({ settings: { minimumSeverity: 'hint' } })
    const document = await client.open('api.py', twoAtOnePlace)
    await document.change(editsOf((await document.actions([], ['source.fixAll']))[0]))
    assert.ok(document.text.includes(settled), document.text)
    await client.stop()
  })

  it('do not offer to waive what is wrong with a suppression', async () => {
    const client = await TestClient.ready()
    const text = `${twoPasswords}# nova-review: ignore[no-such-rule] -- because\n`
    const document = await client.open('api.py', text)
    const found = (await document.diagnostics()).filter(({ code }) => code === 'suppression-invalid')
    assert.equal(found.length, 1)
    assert.deepEqual(titles(await document.actions(found)), ['Open documentation of suppression-invalid'])
    await client.stop()
  })

  it('ignore diagnostics of others', async () => {
    const client = await TestClient.ready()
    const document = await client.open('api.py', twoPasswords)
    const foreign = { ...(await document.diagnostics())[0]!, source: 'pylint', data: undefined }
    const actions = await document.actions([foreign], ['quickfix'])
    assert.ok(actions.length > 0 && actions.every(({ diagnostics }) => diagnostics === undefined))
    const elsewhere = { start: { line: 0, character: 0 }, end: { line: 0, character: 4 } }
    assert.deepEqual(await document.actions([{ ...foreign, range: elsewhere }]), [])
    await client.stop()
  })
})
