import assert from 'node:assert/strict'
import { apiModule, twoPasswords } from './samples'
import { TestClient, loadForTests, root } from './testClient'

const refuse = (): never => {
  throw new Error('not for you')
}
const nonsense: Record<string, () => unknown> = {
  'a refusal': refuse,
  null: () => null,
  'a number': () => 5,
  'an object': () => ({}),
  'three numbers': () => [1, 2, 3],
}

/** What each request may be answered with that makes no sense for it. */
const requests: Record<string, readonly string[]> = {
  'workspace/configuration': ['a refusal', 'null', 'a number', 'an object', 'three numbers'],
  'client/registerCapability': ['a refusal'],
  'window/workDoneProgress/create': ['a refusal'],
  'workspace/diagnostic/refresh': ['a refusal'],
  'novaConfigReview/listFiles': ['a refusal', 'null', 'a number', 'an object', 'three numbers'],
  'novaConfigReview/readFiles': ['a refusal', 'null', 'a number', 'an object', 'three numbers'],
  'novaConfigReview/readSettingsFiles': ['a refusal', 'null', 'a number', 'an object', 'three numbers'],
}

const optionCount = (client: TestClient): number | undefined => client.ledger.inventories.at(-1)?.summary.options

describe('a client that answers oddly', () => {
  for (const [method, kinds] of Object.entries(requests)) {
    for (const kind of kinds) {
      it(`answers ${method} with ${kind}: one line in the log, and the server serves on`, async () => {
        const answers = { [method]: nonsense[kind] ?? refuse }
        const client = await TestClient.start({ files: { 'a.py': apiModule }, answers })
        const document = await client.open('untitled:1', twoPasswords)
        await client.indexed()
        assert.match(await client.ledger.takeLogged(), /client|Reading/)
        await document.replace('proxy_password', 'proxy_name')
        assert.ok((await document.codes()).includes('secret-not-marked'))
        if (!/configuration|listFiles|readFiles$/.test(method)) assert.equal(optionCount(client), 5)
        client.ledger.takeAllLogged()
        await client.stop()
      })
    }
  }

  it('answers findGone with nonsense: what the baseline says of files that may be there stays', async () => {
    for (const answer of Object.values(nonsense)) {
      const entry = { file: 'elsewhere.py', rule: 'secret-not-marked', fingerprint: 'x', line: 1, message: 'm' }
      const files = {
        'a.py': apiModule,
        '.nova-config-review/baseline.json': JSON.stringify({ version: 1, findings: [entry] }),
      }
      const client = await TestClient.ready({ files, answers: { 'novaConfigReview/findGone': answer } })
      const { state } = await client.connection.sendRequest<{ state: string }>('novaConfigReview/makeBaseline')
      assert.equal(state, 'made')
      client.ledger.takeAllLogged()
      await client.stop()
    }
  })

  it('refuses to read a file anew: what was known of it stays', async () => {
    const client = await TestClient.ready({ files: { 'a.py': apiModule } })
    client.ledger.beforeRead = refuse
    await client.connection.sendRequest('novaConfigReview/refresh')
    const heard = client.ledger.inventories.length
    await client.ledger.until('another look', () => client.ledger.inventories.length > heard)
    assert.match(await client.ledger.takeLogged(), /Reading 1 files failed/)
    assert.equal(optionCount(client), 3)
    await client.stop()
  })

  it('lists some files by numbers: the others are read', async () => {
    const listFiles = (): unknown => [5, `${root}/a.py`, null]
    const client = await TestClient.ready({
      files: { 'a.py': apiModule },
      answers: { 'novaConfigReview/listFiles': listFiles },
    })
    assert.match(await client.ledger.takeLogged(), /2 of the files that the client listed are no URIs/)
    assert.equal(optionCount(client), 3)
    await client.stop()
  })

  it('never answers the reading of some files: all others are read, and typing is followed', async () => {
    const files = Object.fromEntries(Array.from({ length: 100 }, (_, n) => [`m${String(n)}.py`, apiModule]))
    const client = await TestClient.start({ files, patience: 20 })
    let answer: () => void = () => undefined
    client.ledger.beforeRead = uris =>
      uris.includes(`${root}/m0.py`) ? new Promise(resolve => (answer = resolve)) : undefined
    await client.indexed()
    assert.match(await client.ledger.takeLogged(), /Reading 48 files goes on without them/)
    assert.equal(optionCount(client), 52 * 3)
    await client.open('untitled:1', twoPasswords)
    await client.ledger.until('what was typed', () => optionCount(client) === 52 * 3 + 2)
    // Late is better than never.
    answer()
    await client.ledger.until('the late answer', () => optionCount(client) === 100 * 3 + 2)
    await client.stop()
  })

  it('never answers the reading of an imported file: inventory and diagnostics go on', async () => {
    const client = await TestClient.ready({ files: { 'pkg/values.py': "NAME = 'service'\n", 'pkg/__init__.py': '' } })
    client.ledger.beforeRead = () => new Promise(() => undefined)
    const document = await client.open(
      'pkg/a.py',
      `from pkg import values\n${twoPasswords.replace("group='service'", 'group=values.NAME')}`,
    )
    await client.ledger.until('its options', () => optionCount(client) === 2)
    await document.replace('proxy_password', 'proxy_name')
    assert.ok((await document.codes()).includes('secret-not-marked'))
    await client.open('untitled:1', apiModule)
    await client.ledger.until('more options', () => optionCount(client) === 5)
    client.connection.dispose()
  })

  it('never answers anything that it is asked at the start: the server waits for it a while only', async () => {
    const never = (): Promise<never> => new Promise(() => undefined)
    const answers = {
      'workspace/configuration': never,
      'client/registerCapability': never,
      'window/workDoneProgress/create': never,
      'novaConfigReview/readSettingsFiles': never,
    }
    const client = await TestClient.ready({ files: { 'a.py': apiModule }, answers, patience: 20 })
    assert.equal(optionCount(client), 3)
    assert.match(client.ledger.takeAllLogged().join('\n'), /does not tell its settings.*has not answered in 0\.02 s/s)
    await client.stop()
  })

  it('opens a document without a text: others are served all the same', async () => {
    const client = await TestClient.ready()
    const textDocument = { uri: 'untitled:odd', languageId: 'python', version: 1, text: null }
    await client.connection.sendNotification('textDocument/didOpen', { textDocument })
    const document = await client.open('untitled:2', twoPasswords)
    assert.ok((await document.codes()).includes('secret-not-marked'))
    await client.ledger.until('the inventory', () => optionCount(client) === 2)
    await client.stop()
  })

  it('has a document that the parser fails on: it alone is left out', async () => {
    const client = await TestClient.ready({
      files: { 'a.py': apiModule },
      loadPython: async () => {
        const python = await loadForTests()
        const failing = (text: string): void => {
          if (text.includes('BOOM')) throw new Error('out of memory')
        }
        return {
          ...python,
          parse: text => (failing(text), python.parse(text)),
          parseAgain: (before, text) => (failing(text), python.parseAgain(before, text)),
        }
      },
    })
    const broken = await client.open('untitled:1', twoPasswords.replace('The password', 'BOOM'))
    const good = await client.open('untitled:2', twoPasswords)
    assert.deepEqual(await broken.codes(), [])
    assert.ok((await good.codes()).includes('secret-not-marked'))
    await client.ledger.until('the inventory', () => optionCount(client) === 5)
    assert.match(await client.ledger.takeLogged(), /untitled:1 is left out: the parser failed on it: .*out of memory/s)
    await broken.replace('BOOM', 'The password')
    assert.ok((await broken.codes()).includes('secret-not-marked'))
    await client.stop()
  })
})
