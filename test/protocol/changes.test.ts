import { deepStrictEqual, match, ok, strictEqual } from 'node:assert/strict'
import type { CodeAction } from 'vscode-languageserver-protocol'
import type {
  ChangesParams,
  ChangesResult,
  InventoryResult,
  OptionRow,
  ReadVersionsParams,
} from '../../server/src/protocol'
import { editsOf } from './openDocument'
import { root, TestClient } from './testClient'

const moduleOf = (...options: readonly string[]): string => `from oslo_config import cfg

opts = [
${options.map(one => `    cfg.${one},\n`).join('')}]


def register_opts(conf):
    conf.register_opts(opts, group='api')
`

const registering = 'from oslo_config import cfg\nfrom nova.conf import api\n\napi.register_opts(cfg.CONF)\n'
const now = moduleOf("StrOpt('kept', default='new')", "StrOpt('fresh')", "StrOpt('host', help='Where.')")
const then = moduleOf("StrOpt('kept', default='old')", "StrOpt('gone')", "StrOpt('host', deprecated_name='server')")
const note = 'upgrade:\n  - |\n    The default of ``[api] kept`` is another one.\n'
const noteFile = 'releasenotes/notes/kept-0123456789abcdef.yaml'

/** A workspace whose repository had other files at its base. */
async function workspace(files: Record<string, string>, base: Record<string, string>, config = '{}') {
  const reads: ReadVersionsParams[] = []
  const client = await TestClient.ready({
    files: { ...files, '.nova-config-review/config.json': config },
    date: () => new Date('2026-11-26T12:00:00Z'),
    answers: {
      'novaConfigReview/readVersions': (params: ReadVersionsParams) => {
        reads.push(params)
        return params.paths.map(path => (params.commit === null ? files : base)[path] ?? null)
      },
    },
  })
  const ask = (params: Partial<ChangesParams> = {}) =>
    client.connection.sendRequest<ChangesResult>('novaConfigReview/changes', {
      root,
      base: { name: 'master', commit: 'abc' },
      before: Object.keys(base),
      after: Object.keys(files).filter(path => files[path] !== base[path] && path !== 'nova/conf/__init__.py'),
      commits: [],
      ...params,
    })
  return { client, ask, reads }
}

async function rowsIn(client: TestClient, more: object): Promise<OptionRow[]> {
  const params = { groupBy: 'group', findingsOnly: false, securityRelevantOnly: false, hideKnown: false, ...more }
  const { sections } = await client.connection.sendRequest<InventoryResult>('novaConfigReview/inventory', params)
  return sections.flatMap(({ options }) => options)
}

/** `impact [group] option: description`, for each row. */
function rowsOf(result: ChangesResult): string[] {
  strictEqual(result.state, 'compared')
  return result.sections.flatMap(({ impact, groups }) =>
    groups.flatMap(group =>
      group.changes.map(
        row => `${impact} ${group.label} ${row.option}: ${row.description}${row.accepted ? ' (ok)' : ''}`,
      ),
    ),
  )
}

describe('What changed since the base of a repository', () => {
  it('is told by impact and group, of files that differ and what they need', async () => {
    const files = {
      'nova/conf/__init__.py': registering,
      'nova/conf/api.py': now,
      [noteFile]: note,
    }
    const { client, ask, reads } = await workspace(files, { 'nova/conf/api.py': then })
    const result = await ask()
    deepStrictEqual(rowsOf(result), [
      'breaking [api] gone: removed · StrOpt',
      'breaking [api] host: alias · ["[api] server"] → []',
      'operator-visible [api] fresh: added · StrOpt',
      'operator-visible [api] kept: default · old → new',
      'cosmetic [api] host: help',
    ])
    deepStrictEqual(
      reads.map(({ commit, paths }) => [commit, ...paths]),
      [
        ['abc', 'nova/conf/api.py'],
        [null, noteFile],
      ],
    )
    ok(result.state === 'compared')
    strictEqual(result.summary, '5 changes (2 breaking, 2 operator-visible, 1 cosmetic).')
    const [gone, , , kept] = result.sections.flatMap(({ groups }) => groups.flatMap(group => group.changes))
    deepStrictEqual([gone?.side, gone?.path, gone?.range.start.line], ['base', 'nova/conf/api.py', 4])
    deepStrictEqual(kept?.details, [`note: ${noteFile}`, 'open: C28'])
    strictEqual(kept.note, undefined)
    match(gone?.note?.text ?? '', /^The ``\[api\] gone`` option has been removed\./)
    strictEqual(gone?.note?.section, 'upgrade')
    await client.stop()
  })

  it('follows what is typed, and what the team has accepted', async () => {
    const accepted = { option: '[api] fresh', kind: 'added', reason: 'wanted', expires: '2026-11-26' }
    const config = JSON.stringify({ acceptedChanges: [accepted] })
    const { client, ask } = await workspace({ 'nova/conf/api.py': now }, { 'nova/conf/api.py': now }, config)
    const document = await client.open('nova/conf/api.py', now)
    deepStrictEqual(rowsOf(await ask()), [])
    await document.replace("StrOpt('host'", "StrOpt('fresh2'),\n    cfg.StrOpt('host'")
    deepStrictEqual(rowsOf(await ask()), ['operator-visible [api] fresh2: added · StrOpt'])
    const result = await ask()
    ok(result.state === 'compared')
    deepStrictEqual(result.problems, ['Settings accept what has not changed: added of [api] fresh'])
    const whole = await ask({ before: [], after: ['nova/conf/api.py'] })
    ok(rowsOf(whole).includes('operator-visible [api] fresh: added · StrOpt (ok)'))
    await client.stop()
  })

  it('is no "no changes" where the base cannot be read, or no client tells', async () => {
    const { client, ask } = await workspace({ 'nova/conf/api.py': now }, {})
    const unread = await ask({ before: ['nova/conf/api.py'] })
    ok(unread.state === 'compared')
    deepStrictEqual(unread.problems, ['nova/conf/api.py is no text, or cannot be read (master)'])
    await client.stop()
    const answers = {
      'novaConfigReview/readVersions': () => {
        throw new Error('git is gone')
      },
    }
    const refusing = await TestClient.ready({ files: { 'nova/conf/api.py': now }, answers })
    const result = await refusing.connection.sendRequest<ChangesResult>('novaConfigReview/changes', {
      root,
      base: { name: 'master', commit: 'abc' },
      before: ['nova/conf/api.py'],
      after: ['nova/conf/api.py'],
      commits: [],
    })
    ok(result.state === 'failed')
    match(result.reason, /git is gone/)
    await refusing.stop()
  })

  it('ends where a later question comes', async () => {
    const { client, ask } = await workspace({ 'nova/conf/api.py': now }, { 'nova/conf/api.py': then })
    const [first, second] = await Promise.all([ask(), ask()])
    deepStrictEqual([first.state, second.state], ['overtaken', 'compared'])
    await client.stop()
  })

  it('marks the options that changed, and shows them alone', async () => {
    const { client, ask } = await workspace({ 'nova/conf/api.py': now }, { 'nova/conf/api.py': then })
    const marked = async (changedOnly: boolean) =>
      (await rowsIn(client, { changedOnly })).map(({ name, changed }) => `${name} ${changed ?? ''}`)
    deepStrictEqual(await marked(true), [])
    await ask()
    deepStrictEqual(await marked(true), ['fresh added', 'host alias, help', 'kept default'])
    await client.stop()
  })

  it('lets an option read its old name again', async () => {
    const { client, ask } = await workspace({ 'nova/conf/api.py': now }, { 'nova/conf/api.py': then })
    const document = await client.open('nova/conf/api.py', now)
    const result = await ask()
    ok(result.state === 'compared')
    const row = result.sections.flatMap(({ groups }) => groups.flatMap(group => group.changes)).find(one => one.lost)
    deepStrictEqual(row?.lost, { group: null, name: 'server' })
    const params = { uri: document.uri, position: row.range.start, ...row.lost }
    const [action] = await client.connection.sendRequest<CodeAction[]>('novaConfigReview/restoreName', params)
    await document.change(editsOf(action))
    match(document.text, /cfg\.StrOpt\('host', deprecated_name='server', help='Where\.'\)/)
    ok(!rowsOf(await ask()).some(one => one.includes('alias')))
    await client.stop()
  })
})
