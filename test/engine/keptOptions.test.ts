import assert from 'node:assert/strict'
import { Judgements, Project, defaultReviewSettings, review } from '../../server/src/engine/index'
import type { Option } from '../../server/src/engine/index'
import { loadParser } from '../rules/engine'

const text = [
  'from oslo_config import cfg',
  'LIMIT = 5',
  'opts = [',
  "    cfg.StrOpt('admin_password', help='The password.'),",
  "    cfg.IntOpt('workers', default=LIMIT),",
  "    cfg.PortOpt('api_port', default=80),",
  ']',
  'def register_opts(conf):',
  "    conf.register_opts(opts, group='api')",
  '',
].join('\n')
const file = 'nova/conf/api.py'

describe('An option while its file is being typed', () => {
  async function typed(
    change: (text: string) => string,
  ): Promise<{ before: readonly Option[]; after: readonly Option[] }> {
    const project = new Project(await loadParser())
    project.setText(file, text)
    const before = project.module(file)?.options ?? []
    project.setText(file, change(text))
    const after = project.module(file)?.options ?? []
    assert.equal(before.length, 3)
    return { before, after }
  }
  const same = ({ before, after }: { before: readonly Option[]; after: readonly Option[] }) =>
    after.map((option, at) => option === before[at])

  it('keeps its facts where only another one changes', async () => {
    assert.deepEqual(same(await typed(text => text.replace('default=80', 'default=8080'))), [true, true, false])
  })

  it('gets new facts where it moves', async () => {
    assert.deepEqual(same(await typed(text => text.replace('cfg.IntOpt', "cfg.BoolOpt('new'),\n    cfg.IntOpt"))), [
      true,
      false,
      false,
      false,
    ])
  })

  it('gets new facts where a constant that it names becomes another', async () => {
    const { before, after } = await typed(text => text.replace('LIMIT = 5', 'LIMIT = 6'))
    assert.deepEqual(same({ before, after }), [true, false, true])
    assert.equal(after[1]?.default.kind === 'known' && after[1].default.value, 6)
  })

  it('gets new facts where its group becomes another', async () => {
    const { before, after } = await typed(text => text.replace("group='api'", "group='new'"))
    assert.deepEqual(same({ before, after }), [false, false, false])
    assert.deepEqual(after[0]?.membership.groups, ['new'])
  })

  it('gets new facts where importing its module comes to register it', async () => {
    const { before, after } = await typed(text => `${text}\ncfg.CONF.register_opts(opts, group='api')\n`)
    assert.deepEqual(same({ before, after }), [false, false, false])
    assert.deepEqual(after[0]?.membership.onImport, ['api'])
  })

  it('keeps its facts beside another default of any size', async () => {
    const large = `import sys\n${text}cfg.CONF.set_default('workers', sys.maxsize, 'api')\n`
    const project = new Project(await loadParser())
    const [, before] = ['', '# typed'].map(end => {
      project.setText(file, large + end)
      return project.module(file)?.options[1]
    })
    project.setText(file, `${large}# typed on`)
    assert.equal(project.module(file)?.options[1], before)
    assert.equal(before?.defaultChanges.length, 1)
  })

  it('gets new facts where another file gives it another default', async () => {
    const project = new Project(await loadParser())
    project.complete = true
    project.setText(file, text)
    const opening = "from oslo_config import cfg\nCONF = cfg.CONF\nopts = [cfg.StrOpt('own')]\n"
    const told = (calls: string): unknown => {
      project.setText('nova/main.py', `${opening}${calls}`)
      void [...project.modules()]
      return (project.module(file)?.options[1]?.defaultChanges ?? []).map(({ value, range }) => [
        value.kind === 'known' && value.value,
        range.start.line,
      ])
    }
    assert.deepEqual(told(''), [])
    assert.deepEqual(told("CONF.set_default('workers', 1, 'api')"), [[1, 3]])
    assert.deepEqual(told("CONF.set_default('workers', 2, 'api')"), [[2, 3]])
    assert.deepEqual(told("\nCONF.set_default('workers', 2, 'api')"), [[2, 4]])
    assert.deepEqual(told("\nCONF.set_default('workers', 2, 'old')"), [])
  })

  it('is judged again by what looks at other files, when those change', async () => {
    const project = new Project(await loadParser())
    const judgements = new Judgements()
    const other = (size: string): string =>
      `from oslo_config import cfg\nopts = [cfg.IntOpt('workers', default=${size})]\ndef register_opts(conf):\n    conf.register_opts(opts, group='api')\n`
    project.setText(file, text)
    project.complete = true
    const found = ['5', '6', '5'].map(size => {
      project.setText('nova/conf/other.py', other(size))
      void [...project.modules()]
      const findings = review(project, file, defaultReviewSettings, undefined, judgements)
      return findings.filter(({ rule }) => rule === 'duplicate-option').length
    })
    assert.deepEqual(found, [0, 1, 0])
  })

  it('is judged as it would be judged anew, after each of many changes', async () => {
    const project = new Project(await loadParser())
    const judgements = new Judgements()
    const settings = defaultReviewSettings
    const changes = [
      text,
      text.replace("'The password.'", "'The password.', secret=True"),
      text.replace("'admin_password'", "'workers'"),
      text.replace('PortOpt', 'IntOpt'),
      text,
      text.replace('    cfg.IntOpt', '\n\n    cfg.IntOpt'),
      text.replace('    cfg.IntOpt', '\n    cfg.IntOpt'),
      `\n${text.replace('    cfg.StrOpt', '# New\n    cfg.StrOpt')}`,
      text.replace("'The password.'", "\n'The password.'"),
      text,
    ]
    for (const changed of changes) {
      project.setText(file, changed)
      const kept = review(project, file, settings, undefined, judgements)
      assert.deepEqual(kept, review(project, file, settings))
      assert.ok(kept.length > 0)
    }
  })
})
