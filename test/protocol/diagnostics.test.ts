import assert from 'node:assert/strict'
import type { DiagnosticData } from '../../server/src/protocol'
import { apiModule, twoPasswords } from './samples'
import { TestClient, root } from './testClient'

describe('diagnostics', () => {
  it('underlines a bad option with its rule, a page to read and all that a fix needs', async () => {
    const client = await TestClient.ready()
    const document = await client.open('api.py', apiModule)
    const [found, ...others] = await document.diagnostics()
    assert.deepEqual(others, [])
    assert.ok(found)
    assert.equal(found.code, 'secret-not-marked')
    assert.equal(found.source, 'nova-config-review')
    assert.equal(found.severity, 2)
    assert.deepEqual(found.codeDescription, { href: 'nova-config-review:/rules/secret-not-marked.md' })
    assert.deepEqual(found.range, { start: { line: 5, character: 15 }, end: { line: 5, character: 31 } })
    assert.ok(typeof found.message === 'string' && found.message.includes('admin_password'))
    const data = found.data as DiagnosticData
    assert.equal(data.finding.rule, 'secret-not-marked')
    assert.equal(data.finding.category, 'credential')
    assert.deepEqual(data.finding.fixes[0]?.edits, [
      {
        range: { start: { line: 6, character: 8 }, end: { line: 6, character: 8 } },
        newText: 'secret=True,\n        ',
      },
    ])
    assert.ok(data.finding.references.some(({ label }) => label === 'OSSN-0049'))
    await client.stop()
  })

  it('shows what oslo.config itself refuses as an error', async () => {
    const client = await TestClient.ready({ settings: {} })
    const document = await client.open('api.py', "from oslo_config import cfg\nopts = [cfg.PortOpt('p', default=-1)]\n")
    const [found] = await document.diagnostics()
    assert.equal(found?.severity, 1)
    assert.equal(found.code, 'declaration-refused')
    await client.stop()
  })

  it('underlines each finding at its own place, also the second on one option', async () => {
    const client = await TestClient.ready()
    const document = await client.open('api.py', twoPasswords)
    assert.deepEqual(
      (await document.diagnostics()).map(({ code, range: { start } }) => [code, start]),
      [
        ['secret-not-marked', { line: 3, character: 15 }],
        ['secret-not-marked', { line: 5, character: 8 }],
        ['hardcoded-credential-default', { line: 6, character: 16 }],
      ],
    )
    await client.stop()
  })

  it('answers unchanged until the text, other files or the settings change', async () => {
    const client = await TestClient.ready()
    const document = await client.open('api.py', apiModule)
    const first = await document.pull()
    const again = await document.pull(first.resultId)
    assert.deepEqual(again, { kind: 'unchanged', resultId: first.resultId })
    await document.replace('admin_password', 'admin_name')
    const typed = await document.pull(first.resultId)
    assert.equal(typed.kind, 'full')
    assert.notEqual(typed.resultId, first.resultId)
    await client.changeSettings({ minimumSeverity: 'hint' })
    await client.ledger.until('a refresh', () => client.ledger.refreshes > 0)
    assert.equal((await document.pull(typed.resultId)).kind, 'full')
    await client.stop()
  })

  it('asks for a refresh when a file that is not open changes facts', async () => {
    const client = await TestClient.ready({ files: { 'other.py': twoPasswords } })
    const document = await client.open('api.py', apiModule)
    const first = await document.pull()
    await client.ledger.until('the announcement', () => client.ledger.inventories.at(-1)?.summary.options === 5)
    const refreshes = client.ledger.refreshes
    client.files.set(`${root}/other.py`, twoPasswords.replace('proxy_password', 'proxy_name'))
    await client.connection.sendNotification('novaConfigReview/filesChanged', {
      changed: [`${root}/other.py`],
      deleted: [],
    })
    await client.ledger.until('a refresh', () => client.ledger.refreshes > refreshes)
    assert.equal((await document.pull(first.resultId)).kind, 'full')
    await client.stop()
  })

  it('reviews unsaved documents and those of other file systems', async () => {
    const client = await TestClient.ready()
    for (const uri of ['untitled:Untitled-1', 'vscode-remote://ssh/x/api.py', 'vscode-vfs://github/o/n/api.py']) {
      const document = await client.open(uri, apiModule)
      assert.deepEqual(await document.codes(), ['secret-not-marked'])
    }
    await client.stop()
  })

  it('has nothing to say of Python without oslo.config, of other languages and of closed documents', async () => {
    const client = await TestClient.ready()
    const plain = await client.open('plain.py', "def setting(name): pass\nsetting('admin_password')\n")
    const first = await plain.pull()
    assert.deepEqual(first, { kind: 'full', resultId: '0', items: [] })
    await plain.replace('pass', 'return name')
    assert.deepEqual(await plain.pull('0'), { kind: 'unchanged', resultId: '0' })
    const sameNames = await client.open('names.py', "def StrOpt(name): pass\nStrOpt('admin_password')\n")
    assert.deepEqual(await sameNames.codes(), [])
    const text = await client.open('notes.md', apiModule, 'markdown')
    assert.deepEqual(await text.codes(), [])
    const closed = await client.open('api.py', apiModule)
    await closed.close()
    assert.deepEqual(await closed.codes(), [])
    await client.stop()
  })

  it('follows each key: a new bad option appears, and goes with its import', async () => {
    const client = await TestClient.ready()
    const document = await client.open('untitled:Untitled-1', 'from oslo_config import cfg\n\n')
    assert.deepEqual(await document.codes(), [])
    await document.replace('cfg\n\n', "cfg\n\nopts = [cfg.StrOpt('db_password')]\n")
    assert.deepEqual(await document.codes(), ['secret-not-marked'])
    await document.replace('from oslo_config import cfg', '')
    assert.deepEqual(await document.codes(), [])
    await client.stop()
  })

  it('strikes the name of a deprecated option through, and nothing else', async () => {
    const client = await TestClient.ready()
    const text = apiModule.replace(/ +deprecated_(since|reason)=.*\n/g, '')
    const document = await client.open('api.py', text)
    const found = (await document.diagnostics()).find(({ code }) => code === 'deprecated-without-reason')
    assert.deepEqual(found?.tags, [2])
    assert.deepEqual(found.range.start, { line: 19, character: 16 })
    await client.stop()
  })
})
