import assert from 'node:assert/strict'
import type {
  ChangeReviewsResult,
  InventoryParams,
  InventoryResult,
  NextUnreviewedResult,
  ReviewChange,
  ReviewThread,
  WrittenFile,
} from '../../server/src/protocol'
import { apiModule, twoPasswords } from './samples'
import { TestClient, root } from './testClient'

const api = `${root}/conf/api.py`
const reviews = `${root}/.nova-config-review/reviews.json`
const files = { 'conf/api.py': apiModule, 'conf/two.py': twoPasswords }
const date = () => new Date('2026-11-26T09:30:00.500Z')
const reviewed: ReviewChange = { kind: 'mark', state: 'reviewed' }

/** Where the declarations of `apiModule` are. */
const password = { line: 6, character: 12 }
const workers = { line: 8, character: 4 }

const ask = (client: TestClient, change: ReviewChange, position = password, reviewer = 'Jane') =>
  client.connection.sendRequest<ChangeReviewsResult>('novaConfigReview/changeReviews', {
    uri: api,
    position,
    reviewer,
    change,
  })

async function asked(...args: Parameters<typeof ask>): Promise<{ files: WrittenFile[]; options: string[] }> {
  const made = await ask(...args)
  assert.equal(made.state, 'made')
  return made
}

/** Writes files as the editor's client does, and waits until they count. */
async function write(client: TestClient, written: readonly WrittenFile[]): Promise<void> {
  for (const { uri, text } of written) client.files.set(uri, text)
  await client.connection.sendRequest('novaConfigReview/reviewsWritten')
}

async function said(...args: Parameters<typeof ask>): Promise<void> {
  await write(args[0], (await asked(...args)).files)
}

async function rows(client: TestClient, params: Partial<InventoryParams> = {}): Promise<InventoryResult> {
  const all = { groupBy: 'group', findingsOnly: false, securityRelevantOnly: false, hideKnown: false, ...params }
  return client.connection.sendRequest('novaConfigReview/inventory', all)
}

async function words(client: TestClient): Promise<readonly string[]> {
  const { sections } = await rows(client)
  return sections.flatMap(({ label, progress, options }) => [
    `${label} ${String(progress.reviewed)} of ${String(progress.of)}`,
    ...options.flatMap(({ name, review }) =>
      review === undefined ? [] : [`${name}: ${review.state}, ${review.words}`],
    ),
  ])
}

describe('the review state', () => {
  it('is written as files of the team, and shown in rows, progress, filter and hover', async () => {
    const client = await TestClient.ready({ files, date })
    const document = await client.open('conf/api.py', apiModule)
    const made = await asked(client, reviewed)
    assert.deepEqual(made.options, ['[api] admin_password'])
    assert.deepEqual(
      made.files.map(({ uri, former, folder }) => [uri, former, folder]),
      [
        [reviews, null, root],
        [`${root}/.nova-config-review/.gitattributes`, null, root],
      ],
    )
    assert.match(made.files[0]!.text, /"option":"admin_password","reviewer":"Jane","date":"2026-11-26T09:30:00Z"/)
    await write(client, made.files)
    await said(client, { kind: 'mark', state: 'question', reason: 'Why [four](x)?' }, workers, 'Joe')
    assert.deepEqual(await words(client), [
      '[api] 2 of 3',
      'admin_password: reviewed, reviewed by Jane',
      'workers: question, question by Joe',
      '[service] 0 of 2',
    ])
    assert.deepEqual((await rows(client)).summary.review, { reviewed: 2, of: 5 })
    const left = (await rows(client, { notReviewedOnly: true })).sections.flatMap(({ options }) => options)
    assert.deepEqual(
      left.map(({ name }) => name),
      ['old_switch', 'admin_password', 'proxy_password'],
    )
    assert.match((await document.hover("'admin_password'")) ?? '', /Review: \*\*reviewed\*\* · Jane, 2026\\-11\\-26/)
    assert.match((await document.hover("'workers'")) ?? '', /\*\*question\*\* · Joe, .*: Why \\\[four\\\]\\\(x\\\)\\\?/)
    await client.stop()
  })

  it('turns when the declaration says something else, and the hover says what', async () => {
    const client = await TestClient.ready({ files, date })
    const document = await client.open('conf/api.py', apiModule)
    await said(client, reviewed, workers)
    assert.equal((await words(client))[1], 'workers: reviewed, reviewed by Jane')
    await document.replace('default=4', 'default=8')
    const hover = (await document.hover("'workers'")) ?? ''
    assert.match(hover, /Review: \*\*changed since review\*\* · Jane, .*\n *default `4` → `8`/)
    assert.equal((await words(client))[1], 'workers: changed-since-review, changed since review by Jane')
    await document.replace('default=8', 'default =  4')
    assert.match((await document.hover("'workers'")) ?? '', /Review: \*\*reviewed\*\*/)
    await client.stop()
  })

  it('does not judge anything anew', async () => {
    const client = await TestClient.ready({ files, date })
    const document = await client.open('conf/api.py', apiModule)
    const before = await document.pull()
    assert.equal(before.kind, 'full')
    await said(client, reviewed)
    assert.equal((await document.pull(before.resultId)).kind, 'unchanged')
    await client.stop()
  })

  it('lets an accepted risk come back after its last day, as a finding', async () => {
    let now = new Date(2026, 10, 26, 12)
    const client = await TestClient.ready({ files, date: () => now, settings: {} })
    const document = await client.open('conf/api.py', apiModule)
    const found = async () => {
      const report = await document.pull()
      const all = report.kind === 'full' ? report.items : []
      return all.filter(({ code }) => code === 'accepted-risk-expired').map(({ message }) => message)
    }
    await said(client, { kind: 'mark', state: 'accepted-risk', reason: 'Behind a proxy.', expires: '2026-11-27' })
    now = new Date(2026, 10, 27, 23, 59)
    assert.equal((await words(client))[1], 'admin_password: accepted-risk, accepted risk by Jane')
    assert.deepEqual(await found(), [])
    now = new Date(2026, 10, 28)
    assert.equal((await words(client))[1], 'admin_password: expired-risk, accepted risk expired by Jane')
    assert.deepEqual(await found(), [
      "Jane accepted the risk of 'admin_password' to 2026-11-27, which is over: Behind a proxy.",
    ])
    await said(client, reviewed)
    assert.deepEqual(await found(), [])
    await client.stop()
  })

  it('leads from one option to the next that nobody has looked at, and round again', async () => {
    const client = await TestClient.ready({ files, date })
    const next = (place: object) =>
      client.connection.sendRequest<NextUnreviewedResult>('novaConfigReview/nextUnreviewed', place)
    const told = async (place: object) => {
      const found = await next(place)
      return found && `${found.qualifiedName} ${String(found.range.start.line + 1)} ${String(found.left)}`
    }
    assert.equal(await told({}), '[api] admin_password 6 5')
    assert.equal(await told({ uri: api, position: password }), '[api] workers 8 5')
    await said(client, reviewed, workers)
    assert.equal(await told({ uri: api, position: password }), '[api] old_switch 20 4')
    assert.equal(await told({ uri: api, position: { line: 30, character: 0 } }), '[service] admin_password 4 4')
    assert.equal(await told({ uri: `${root}/conf/zed.py` }), '[api] admin_password 6 4')
    await client.stop()
  })

  it('keeps notes of several people at the declaration, and lets one be taken back', async () => {
    const client = await TestClient.ready({ files, date })
    await said(client, { kind: 'note', note: 'Who reads it?' })
    await said(client, { kind: 'note', note: 'The driver.' }, password, 'Joe')
    const threads = () => client.connection.sendRequest<ReviewThread[]>('novaConfigReview/reviewThreads', { uri: api })
    const [thread] = await threads()
    assert.equal(thread?.title, '[api] admin_password')
    assert.deepEqual(
      thread.notes.map(({ reviewer, note }) => [reviewer, note]),
      [
        ['Jane', 'Who reads it?'],
        ['Joe', 'The driver.'],
      ],
    )
    await said(client, { kind: 'take back note', date: thread.notes[0]!.date, note: 'Who reads it?' })
    assert.deepEqual(
      (await threads()).map(({ title, notes }) => [title, ...notes.map(({ note }) => note)]),
      [['[api] admin_password', 'The driver.'], ['[api] workers'], ['[api] old_switch']],
    )
    await client.stop()
  })
})

describe('writing reviews', () => {
  it('loses nothing that another window wrote meanwhile', async () => {
    const [one, two] = [await TestClient.ready({ files, date }), await TestClient.ready({ files, date })]
    await said(one, reviewed)
    const theirs = one.files.get(reviews)
    two.files.set(reviews, theirs ?? null)
    const made = await asked(two, { kind: 'mark', state: 'finding' }, workers, 'Joe')
    assert.equal(made.files[0]?.former, theirs)
    await write(two, made.files)
    assert.deepEqual((await words(two)).slice(0, 3), [
      '[api] 2 of 3',
      'admin_password: reviewed, reviewed by Jane',
      'workers: finding, finding by Joe',
    ])
    await one.stop()
    await two.stop()
  })

  for (const [text, reason] of [
    ['{ "reviews": [] }', '1:1: "version" is missing here.'],
    ['<<<<<<< HEAD\n', '1:1: There is a merge conflict here: resolve it first.'],
  ] as const) {
    it(`is refused over a file that is broken, which is told with its place: ${JSON.stringify(text)}`, async () => {
      const client = await TestClient.ready({ files: { ...files, '.nova-config-review/reviews.json': text }, date })
      assert.match(await client.ledger.takeLogged(), /reviews\.json:1:1: /)
      assert.deepEqual(client.ledger.inventories.at(-1)?.brokenSettings, [{ uri: reviews, mistakes: 1 }])
      assert.deepEqual(await ask(client, reviewed), { state: 'refused', uri: reviews, reason })
      await client.stop()
    })
  }

  it('says why nothing can be said: no option there, a computed name, a file in no folder', async () => {
    const computed = 'from oslo_config import cfg\nopts = [cfg.StrOpt(name())]\n'
    const client = await TestClient.ready({ files: { ...files, 'conf/x.py': computed }, date })
    assert.deepEqual(await ask(client, reviewed, { line: 0, character: 0 }), { state: 'no option' })
    const at = { position: { line: 1, character: 12 }, reviewer: 'Jane', change: reviewed }
    const send = (uri: string) => client.connection.sendRequest('novaConfigReview/changeReviews', { uri, ...at })
    assert.deepEqual(await send(`${root}/conf/x.py`), { state: 'no name' })
    const outside = 'file:///elsewhere/a.py'
    await client.open(outside, computed.replace('name()', "'a'"))
    assert.deepEqual(await send(outside), { state: 'no folder' })
    await client.stop()
  })
})
