import assert from 'node:assert/strict'
import { Project } from '../../server/src/engine/index'
import { loadParser } from '../rules/engine'
import { told } from './engine'

const base = `
from oslo_config import cfg
opts = [cfg.StrOpt('name', default='a'), cfg.IntOpt('count', default=1)]
def register_opts(conf):
    conf.register_opts(opts, group='g')
def set_defaults(conf):
    cfg.set_defaults(opts, count=2)
`

describe('Another default than the declared one', () => {
  async function changesIn(files: Readonly<Record<string, string>>) {
    const project = new Project(await loadParser())
    project.setText('p/conf.py', base)
    for (const [file, text] of Object.entries(files)) project.setText(file, text)
    const module = [...project.modules()].find(each => each.file === 'p/conf.py')
    return (module?.options ?? []).map(option => [
      option.displayName,
      told(option.default),
      ...option.defaultChanges.map(({ value, file, range }) => `${told(value)} ${file}:${range.start.line + 1}`),
    ])
  }

  it('is told beside it, with the place, when set for the option object', async () => {
    assert.deepEqual(await changesIn({}), [
      ['name', "'a'"],
      ['count', '1', '2 p/conf.py:7'],
    ])
  })

  it('is told when set under its name and group, from another file', async () => {
    const main = `
from oslo_config import cfg
cfg.CONF.set_default('name', 'b', group='g')
cfg.CONF.set_override('name', 'c', 'g')
cfg.CONF.set_default('name', 'd', group='other')
cfg.set_defaults([], x=1)
`
    assert.deepEqual((await changesIn({ 'p/main.py': main }))[0], ['name', "'a'", "'b' p/main.py:3", "'c' p/main.py:4"])
  })

  it('does not count when tests set it', async () => {
    const test = "from oslo_config import cfg\no = cfg.StrOpt('x')\ncfg.CONF.set_default('name', 'b', group='g')\n"
    assert.deepEqual((await changesIn({ 'p/tests/test_conf.py': test }))[0], ['name', "'a'"])
  })
})
