import assert from 'node:assert/strict'
import { apiModule, twoPasswords } from './samples'
import { TestClient } from './testClient'

describe('bad input', () => {
  it('counts positions alike in files with \\r\\n, a byte order mark and characters of two units', async () => {
    const client = await TestClient.ready()
    const plain = await (await client.open('a.py', apiModule)).diagnostics()
    const windows = await (await client.open('b.py', apiModule.replaceAll('\n', '\r\n'))).diagnostics()
    assert.deepEqual(windows[0]?.range, plain[0]?.range)
    const marked = await (await client.open('c.py', `\ufeff${apiModule}`)).diagnostics()
    assert.deepEqual(marked[0]?.range, plain[0]?.range)
    const emoji = "from oslo_config import cfg\nopts = [cfg.StrOpt(help='😀😀', name='admin_password')]\n"
    const [found] = await (await client.open('d.py', emoji)).diagnostics()
    const line = emoji.split('\n')[1] ?? ''
    assert.equal(line.slice(found?.range.start.character, found?.range.end.character), "'admin_password'")
    await client.stop()
  })

  it('keeps what it can tell while a declaration is half typed', async () => {
    const client = await TestClient.ready()
    const document = await client.open('untitled:1', twoPasswords)
    for (const half of ["cfg.StrOpt('new", 'cfg.StrOpt(', 'cfg.', "cfg.StrOpt('new', help='''", ')))]]]', '\0']) {
      const whole = document.text
      await document.replace('opts = [', `opts = [\n    ${half}`)
      await document.diagnostics()
      await document.symbols()
      await document.replace(document.text, whole)
      assert.equal((await document.codes()).length, 3, `after ${half}`)
    }
    assert.match(await client.ledger.takeLogged(), /it is binary/)
    await client.stop()
  })

  it('leaves a 10 MB document alone with one line in the log, and serves the others', async () => {
    const client = await TestClient.ready()
    const huge = await client.open('untitled:1', `${twoPasswords}${'# filler\n'.repeat(1_200_000)}`)
    assert.deepEqual(await huge.codes(), [])
    await huge.replace("help='The", "help='A")
    assert.deepEqual(await huge.codes(), [])
    assert.match(await client.ledger.takeLogged(), /left out: it has more than 2097152 characters/)
    assert.deepEqual(await (await client.open('untitled:2', apiModule)).codes(), ['secret-not-marked'])
    await client.stop()
  })

  it('lists 10 000 options of one file', async () => {
    const client = await TestClient.ready()
    const options = Array.from({ length: 10_000 }, (_, n) => `    cfg.StrOpt('option_${String(n)}', help='Text.'),\n`)
    const text = `from oslo_config import cfg\n\nopts = [\n    cfg.StrOpt('admin_password'),\n${options.join('')}]\n`
    const document = await client.open('untitled:1', text)
    assert.deepEqual(await document.codes(), ['secret-not-marked'])
    assert.equal((await document.symbols()).length, 10_001)
    await client.ledger.until('the count', () => client.ledger.inventories.at(-1)?.summary.options === 10_001)
    await client.stop()
  })

  it('answers requests about documents and places that are not there', async () => {
    const client = await TestClient.ready()
    const nowhere = { uri: 'file:///nowhere.py' }
    const ask = (method: string, params: object): Promise<unknown> => client.connection.sendRequest(method, params)
    assert.equal(await ask('textDocument/hover', { textDocument: nowhere, position: { line: 9, character: 9 } }), null)
    assert.deepEqual(await ask('textDocument/documentSymbol', { textDocument: nowhere }), [])
    assert.deepEqual(await ask('textDocument/diagnostic', { textDocument: nowhere }), { kind: 'full', items: [] })
    await client.stop()
  })

  it('logs a request that makes no sense, answers it empty and goes on', async () => {
    const client = await TestClient.ready()
    assert.deepEqual(await client.connection.sendRequest('workspace/symbol', { query: null }), [])
    assert.match(await client.ledger.takeLogged(), /workspace symbols failed: TypeError/)
    assert.equal(await client.connection.sendRequest('novaConfigReview/describeOption', {}), null)
    assert.match(await client.ledger.takeLogged(), /describe failed/)
    assert.deepEqual(await (await client.open('untitled:2', apiModule)).codes(), ['secret-not-marked'])
    await client.stop()
  })
})
