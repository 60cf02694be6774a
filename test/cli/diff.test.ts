import assert from 'node:assert/strict'
import { join } from 'node:path'
import type { Schema } from '../../server/src/settings/schema'
import { violations } from '../../server/src/settings/violations'
import { textOf } from '../repo/tree'
import { inFolder } from './folder'
import { inRepository, type Repository } from './repository'
import { runCli } from './runCli'
import { semanticChanges, type SemanticChange } from './semanticChanges'

interface Told {
  readonly changes: readonly {
    readonly kind: string
    readonly option: string
    readonly group: string
    readonly impact: string
    readonly file: string
    readonly line: number
    readonly releaseNotes: readonly string[]
    readonly tags: readonly string[]
    readonly checklist: readonly { readonly item: string; readonly ok: boolean }[]
  }[]
  readonly noteProblems: readonly { readonly file: string; readonly reason: string }[]
}

async function told(folder: string, ...args: readonly string[]): Promise<Told> {
  const { code, out, err } = await runCli(['diff', ...args, '--format', 'json'], folder)
  assert.deepEqual([code, err], [0, ''])
  const json = JSON.parse(out) as Told
  const wrong = violations(json, JSON.parse(textOf('schemas/diff.schema.json')) as Schema)
  assert.deepEqual(
    wrong.map(one => `${one.path.join('.')}: ${one.say()}`),
    [],
  )
  return json
}

const linesOf = ({ changes }: Told): string[] => changes.map(one => `${one.impact} ${one.kind} ${one.option}`)

/** A module as Nova writes them. */
function moduleOf(group: string, declarations: readonly string[]): string {
  const options = declarations.map(one => `    cfg.${one},\n`).join('')
  return `from oslo_config import cfg
from oslo_config import types

from nova.conf import names

${group}_opts = [
${options}]


def register_opts(conf):
    conf.register_opts(${group}_opts, group='${group}')


def list_opts():
    return {'${group}': ${group}_opts}
`
}

const port = (value: number): string => moduleOf('api', [`PortOpt('listen_port', default=${String(value)})`])

describe('nova-config-review diff', () => {
  it('tells every change of every kind in a repository, and nothing else', () =>
    inRepository(async ({ folder, commit }) => {
      const named = (text: string, at: number): string =>
        text.replace(/\bN(?=['_"])/g, `n${at}`).replace(/\bM(?=')/g, `m${at}`)
      const side = (which: 'before' | 'after', folderName: string): Record<string, string> =>
        Object.fromEntries(
          ['api', 'compute', 'libvirt', 'vnc'].map((group, part) => {
            const options = semanticChanges.flatMap((one: SemanticChange, at) => {
              const text = one[which]
              return at % 4 === part && text !== null ? [named(text, at)] : []
            })
            return [`${folderName}/${group}.py`, moduleOf(group, options)]
          }),
        )
      const packages = { 'nova/__init__.py': '', 'nova/conf/__init__.py': '' }
      const names = (timeout: number): Record<string, string> => ({
        'nova/conf/names.py': `OTHER = 'y'\nTIMEOUT = '${String(timeout)}'\n`,
      })
      commit({ ...packages, ...names(1), ...side('before', 'nova/conf'), 'nova/utils.py': 'x = 1\n' })
      const moved = side('after', 'nova/conf/moved')
      const gone = Object.keys(side('before', 'nova/conf')).slice(2)
      commit({
        ...names(2),
        ...side('after', 'nova/conf'),
        'nova/conf/moved/__init__.py': '',
        ...Object.fromEntries(Object.entries(moved).slice(2)),
        ...Object.fromEntries(gone.map(file => [file, null])),
        'nova/utils.py': 'x = 2\n',
      })
      const expected = semanticChanges.flatMap((one, at) =>
        one.told.map(line => line.replace(/\bN(?=_|$)/, `n${at}`).replace(/\bM$/, `m${at}`)),
      )
      assert.deepEqual(linesOf(await told(folder, 'HEAD~1', 'HEAD')).sort(), expected.sort())
    })).timeout(60_000)

  it('reads commits without checking them out, the working tree, and files that git does not know yet', () =>
    inRepository(async ({ folder, commit, write, git }) => {
      commit({ 'nova/conf/api.py': port(1) })
      git('tag', 'first')
      commit({ 'nova/conf/api.py': port(2) })
      write({ 'nova/conf/api.py': port(3), 'nova/conf/new.py': moduleOf('new', ["StrOpt('n')"]) })
      const defaults = async (...args: readonly string[]): Promise<string[]> => linesOf(await told(folder, ...args))
      assert.deepEqual(await defaults('first', 'master'), ['security default listen_port'])
      assert.deepEqual(await defaults('first'), ['security default listen_port', 'operator-visible added n'])
      assert.deepEqual(await defaults('HEAD', 'HEAD'), [])
      assert.deepEqual(await defaults('first', 'nova/conf/new.py'), ['operator-visible added n'])
      assert.deepEqual(await defaults('first', 'HEAD', 'nova/conf/new.py').catch(() => 'none'), 'none')
      assert.equal(git('rev-parse', '--abbrev-ref', 'HEAD').trim(), 'master')
      assert.match(git('status', '--porcelain'), /^ M nova\/conf\/api.py/)
    }))

  it('is told from any folder of the repository, with paths from its top', () =>
    inRepository(async ({ folder, commit }) => {
      commit({ 'nova/conf/api.py': port(1) })
      commit({ 'nova/conf/api.py': port(2) })
      const { changes } = await told(join(folder, 'nova'), 'HEAD~1', 'HEAD', 'conf')
      assert.deepEqual([changes[0]?.file, changes[0]?.line, changes.length], ['nova/conf/api.py', 7, 1])
    }))

  it('ends with one line and 2 where the two cannot be compared', () =>
    inRepository(async ({ folder, commit }) => {
      commit({ 'nova/conf/api.py': port(1) })
      const fails = async (cwd: string, args: readonly string[], message: RegExp): Promise<void> => {
        const { code, out, err } = await runCli(['diff', ...args], cwd)
        assert.deepEqual([code, out], [2, ''], args.join(' '))
        assert.match(err, message)
        assert.equal(err.split('\n').length, 2, err)
      }
      await fails(folder, ['no-such-branch'], /^error: .*"no-such-branch" is no commit, branch or tag here/)
      await fails(folder, ['HEAD', 'no-such'], /^error: .*"no-such" is no commit, branch, tag or path here/)
      await fails(folder, ['HEAD', 'HEAD', 'no/such'], /^error: .*neither side has no\/such/)
      await fails(folder, ['--', '--output=x'], /^error: .*is no commit/)
      await fails(folder, ['HEAD', 'HEAD', '../..'], /^error: .*outside/)
      await inFolder({}, outside => fails(outside, ['HEAD'], /^error: cannot compare/))
    }))

  it('ends with 1 for the impact that is asked for, and graver ones', () =>
    inRepository(async ({ folder, commit }) => {
      commit({ 'nova/conf/api.py': moduleOf('api', ["StrOpt('a')", "StrOpt('b')"]) })
      commit({ 'nova/conf/api.py': moduleOf('api', ["StrOpt('a')"]) })
      const codeOf = async (...args: readonly string[]): Promise<number> =>
        (await runCli(['diff', 'HEAD~1', 'HEAD', ...args], folder)).code
      assert.equal(await codeOf(), 0)
      assert.equal(await codeOf('--fail-on', 'security'), 0)
      assert.equal(await codeOf('--fail-on', 'breaking'), 1)
      assert.equal(await codeOf('--fail-on', 'operator-visible'), 1)
    }))

  it('tells people what breaks and what is open', () =>
    inRepository(async ({ folder, commit }) => {
      commit({ 'nova/conf/api.py': moduleOf('api', ["IntOpt('workers', min=0)"]) })
      commit({ 'nova/conf/api.py': moduleOf('api', ["IntOpt('workers', min=1)"]) })
      assert.equal(
        (await runCli(['diff', 'HEAD~1', 'HEAD'], folder)).out,
        `nova/conf/api.py:7: breaking constraint: [api] workers  {"min": 0} -> {"min": 1}: a value that was taken is refused now
    breaks: [api] workers = 0
    open: C27, C28

1 change (1 breaking). From HEAD~1 to HEAD; looked into 1 file.
`,
      )
      assert.match((await runCli(['diff', 'HEAD', 'HEAD'], folder)).out, /^No changes of options\. From HEAD to HEAD/)
    }))

  it('says what it could not read wholly', () =>
    inRepository(async ({ folder, commit }) => {
      commit({ 'nova/conf/api.py': port(1) })
      commit({ 'nova/conf/api.py': `# coding: klingon\n${port(2)}` })
      const { code, out } = await runCli(['diff', 'HEAD~1', 'HEAD'], folder)
      assert.equal(code, 2)
      assert.match(out, /nova\/conf\/api.py is read as UTF-8: the encoding "klingon" is not known here \(HEAD\)/)
      assert.equal((await runCli(['diff', 'HEAD~1', 'HEAD', '--allow-incomplete'], folder)).code, 0)
    }))

  it('runs nothing that the repository names', () =>
    inRepository(async repository => {
      const { folder, commit, git } = repository
      commit({ 'nova/conf/api.py': port(1), '.gitattributes': '*.py filter=x diff=x\n' })
      commit({ 'nova/conf/api.py': port(2) })
      for (const key of [
        'core.fsmonitor',
        'filter.x.clean',
        'filter.x.smudge',
        'diff.x.command',
        'diff.x.textconv',
        'core.pager',
        'gpg.program',
      ])
        git('config', key, `touch ${join(folder, 'ran')}; false`)
      git('config', 'log.showSignature', 'true')
      repository.write({ 'nova/conf/api.py': port(3) })
      assert.equal((await told(folder, 'HEAD~1')).changes.length, 1)
      assert.equal((await told(folder, 'HEAD~1', 'HEAD')).changes.length, 1)
      assert.doesNotMatch(git('-c', 'core.fsmonitor=false', 'ls-files', '--others'), /ran/)
    }))
})

describe('Release notes of a range', () => {
  const note = (text: string): Record<string, string> => ({ 'releasenotes/notes/n-0123456789abcdef.yaml': text })

  async function withNote(
    text: string,
    check: (told: Told) => void,
    repository?: (one: Repository) => void,
  ): Promise<void> {
    await inRepository(async one => {
      one.commit({ 'nova/conf/api.py': moduleOf('api', ["StrOpt('old_name')", "StrOpt('host')", "StrOpt('other')"]) })
      repository?.(one)
      one.commit({ 'nova/conf/api.py': moduleOf('api', ["StrOpt('other')"]), ...note(text) })
      check(await told(one.folder, 'HEAD~1', 'HEAD'))
    })
  }

  const naming = ({ changes }: Told): string[] =>
    changes.filter(one => one.releaseNotes.length > 0).map(one => one.option)

  it('are found by the options that they name, in all spellings', async () => {
    for (const text of [
      'The ``[api]/old_name`` went.',
      'The ``old-name`` went.',
      'The ``[API]\n    old_name`` option went.',
    ])
      await withNote(`---\nupgrade:\n  - |\n    ${text}\n`, one => assert.deepEqual(naming(one), ['old_name'], text))
    await withNote('upgrade:\n  - The option ``host`` went.\n', one => assert.deepEqual(naming(one), ['host']))
    await withNote('upgrade:\n  - In ``[api]``, ``host`` went.\n', one => assert.deepEqual(naming(one), ['host']))
  })

  it('are not found by words that mean something else', async () => {
    for (const text of ['Each host runs.', 'my_old_name and old_name_too', '``[api] other`` stays', 'old_name.py'])
      await withNote(`upgrade:\n  - ${JSON.stringify(text)}\n`, one => assert.deepEqual(naming(one), [], text))
  })

  it('satisfy the checklist in the right section only', async () => {
    const ticks = (one: Told): unknown => one.changes.find(({ option }) => option === 'old_name')?.checklist
    const open = [
      { item: 'C24', ok: false },
      { item: 'C25', ok: false },
    ]
    await withNote('upgrade:\n  - old_name went\n', one =>
      assert.deepEqual(ticks(one), [...open, { item: 'C27', ok: true }, { item: 'C28', ok: false }]),
    )
    await withNote('fixes:\n  - old_name went\n', one =>
      assert.deepEqual(ticks(one), [...open, { item: 'C27', ok: false }, { item: 'C28', ok: false }]),
    )
  })

  it('that were edited count by what is new in them', () =>
    inRepository(async ({ folder, commit }) => {
      commit({
        ...note('fixes:\n  - about old_name\n'),
        'nova/conf/api.py': moduleOf('api', ["StrOpt('old_name')", "StrOpt('new_name')"]),
      })
      commit({ ...note('fixes:\n  - about   old_name\n  - about new_name\n'), 'nova/conf/api.py': moduleOf('api', []) })
      assert.deepEqual(naming(await told(folder, 'HEAD~1', 'HEAD')), ['new_name'])
    }))

  it('that are wrong are told, and still read', async () => {
    await withNote('upgrades:\n  - old_name went\n', one => {
      assert.deepEqual(naming(one), ['old_name'])
      assert.match(one.noteProblems[0]?.reason ?? '', /sections that reno does not know: upgrades/)
    })
    await withNote('upgrade:\n  - "old_name\n', one => {
      assert.deepEqual(naming(one), ['old_name'])
      assert.match(one.noteProblems[0]?.reason ?? '', /no YAML: .* in line 3/)
    })
  })

  it('that repeat themselves by aliases are read once', async () => {
    const doubled = Array.from({ length: 60 }, (_, n) => `  - &a${String(n + 1)} [*a${String(n)}, *a${String(n)}]\n`)
    await withNote(`upgrade:\n  - &a0 [old_name went]\n${doubled.join('')}`, one => {
      assert.deepEqual(naming(one), ['old_name'])
    })
    await withNote('upgrade: &all\n  - old_name went\n  - *all\n', one => assert.deepEqual(naming(one), ['old_name']))
  })

  it('stand beside the tags of commits', () =>
    inRepository(async ({ folder, commit }) => {
      commit({
        'nova/conf/api.py': moduleOf('api', ["StrOpt('a')"]),
        'nova/conf/vnc.py': moduleOf('vnc', ["StrOpt('b')"]),
      })
      commit({ 'nova/conf/api.py': moduleOf('api', []) }, 'It goes\n\nUpgradeImpact: tell operators')
      commit({ 'nova/conf/vnc.py': moduleOf('vnc', []) }, 'It goes, without UpgradeImpact')
      const { changes } = await told(folder, 'HEAD~2', 'HEAD')
      assert.deepEqual(
        changes.map(one => one.tags),
        [['UpgradeImpact'], []],
      )
      assert.deepEqual(
        changes.map(one => one.checklist.find(({ item }) => item === 'C28')?.ok),
        [true, false],
      )
    }))
})
