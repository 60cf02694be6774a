import { strict as assert } from 'node:assert'
import { Project } from '../../../server/src/engine/index'
import { moduleIn, projectOf, python, told } from '../engine'

const lib = 'proj/lib.py'
const conf = 'proj/conf.py'
const files = {
  'proj/__init__.py': '',
  [lib]: "NAME = 'old'\n",
  [conf]: "from oslo_config import cfg\nfrom proj import lib\nopts = [cfg.StrOpt('a', default=lib.NAME)]\n",
  'proj/main.py': "from oslo_config import cfg\nfrom proj import conf\ncfg.CONF.register_opts(conf.opts, group='g')\n",
  'proj/apart.py': "from oslo_config import cfg\ncfg.CONF.register_opts([cfg.StrOpt('z')])\n",
}

const defaultOf = (project: Project, name = conf): string => {
  const [option] = moduleIn(project, name).options
  return option ? told(option.default) : 'none'
}

const groupsOf = (project: Project): readonly string[] => project.module(conf)?.options[0]?.membership.groups ?? []

describe('A project', () => {
  it('follows a change into all that rests on it', async () => {
    const project = await projectOf(files)
    assert.deepEqual([defaultOf(project), groupsOf(project)], ["'old'", ['g']])
    project.setText(lib, "NAME = 'new'\n")
    assert.equal(defaultOf(project), "'new'")
    project.remove(lib)
    assert.equal(defaultOf(project), 'unknown')
    project.setText(lib, "NAME = 'back'\n")
    assert.equal(defaultOf(project), "'back'")
  })

  it('keeps the facts of files that a change does not concern, and says so by its epoch', async () => {
    const project = await projectOf(files)
    const apart = moduleIn(project, 'proj/apart.py')
    const { epoch } = project
    project.setText(lib, "NAME = 'new'\n")
    assert.equal(moduleIn(project, 'proj/apart.py'), apart)
    project.setText('proj/apart.py', `${files['proj/apart.py']}# a comment\n`)
    moduleIn(project, 'proj/apart.py')
    assert.equal(project.epoch, epoch)
    project.setText('proj/apart.py', files['proj/apart.py'].replace("'z'", "'y'"))
    moduleIn(project, 'proj/apart.py')
    assert.notEqual(project.epoch, epoch)
  })

  it('tells its modules in an order that does not depend on which text came first', async () => {
    const namesOf = (project: Project): string[] => [...project.modules()].map(module => module.file)
    const backwards = Object.fromEntries(Object.entries(files).reverse())
    assert.deepEqual(namesOf(await projectOf(backwards)), namesOf(await projectOf(files)))
  })

  it('does nothing when the text is the same', async () => {
    const project = await projectOf(files)
    const before = moduleIn(project, conf)
    project.setText(conf, files[conf])
    assert.equal(moduleIn(project, conf), before)
  })

  it('asks for the texts that would help, and takes an unreadable one as empty', async () => {
    const project = new Project(await python())
    for (const name of Object.keys(files)) project.addPath(name)
    project.addPath('proj/unrelated.py')
    project.setText(conf, files[conf])
    assert.ok(project.wanted().includes(lib))
    project.setText('proj/__init__.py', '')
    assert.deepEqual(project.wanted(), [lib])
    assert.equal(defaultOf(project), 'unknown')
    project.setText(lib, 'from proj import deeper\nNAME = deeper.X\n')
    assert.deepEqual(project.wanted(), [])
    project.addPath('proj/deeper.py')
    project.setText(conf, `${files[conf]}# again\n`)
    project.setText(lib, 'from proj import deeper\nNAME = deeper.X')
    assert.deepEqual(project.wanted(), ['proj/deeper.py'])
    project.setText('proj/deeper.py', '')
    assert.deepEqual(project.wanted(), [])
    assert.equal(defaultOf(project), 'unknown')
  })

  it('remembers what other files said of a file’s options while it is being typed in', async () => {
    const project = await projectOf(files)
    moduleIn(project, conf)
    assert.deepEqual(groupsOf(project), ['g'])
    project.setText(conf, files[conf].replace('lib.NAME', "'typed'"))
    assert.deepEqual(groupsOf(project), ['g'])
    project.setText('proj/main.py', files['proj/main.py'].replace("'g'", "'h'"))
    assert.deepEqual(project.module(conf) && [...project.modules()].length > 0 && groupsOf(project), ['h'])
  })

  it('names options by ids that stay while the text around them changes', async () => {
    const text = "cfg.StrOpt('a')\ncfg.StrOpt('a')\ncfg.StrOpt(name())\n"
    const project = await projectOf({ [conf]: text })
    const ids = (): string[] => moduleIn(project, conf).options.map(option => option.id)
    const before = ids()
    assert.equal(new Set(before).size, 3)
    project.setText(conf, `from oslo_config import cfg, types\n# comment\nX = 1\n${text}`)
    assert.deepEqual(ids(), before)
  })

  it('finds options by their group and name, wherever they are declared', async () => {
    const project = await projectOf({
      ...files,
      'other/conf.py': "cfg.CONF.register_opts([cfg.IntOpt('a')], group='g')",
    })
    assert.deepEqual([...project.modules()].length > 0 && project.optionsNamed('g', 'a').map(option => option.file), [
      'other/conf.py',
      conf,
    ])
    project.remove('other/conf.py')
    assert.equal(project.optionsNamed('g', 'a').length, 1)
    assert.deepEqual(project.optionsNamed('g', 'missing'), [])
  })

  it('finds no option any more in a file that declares none any more', async () => {
    const project = await projectOf(files)
    moduleIn(project, 'proj/apart.py')
    const { epoch } = project
    project.setText('proj/apart.py', '')
    assert.deepEqual(project.optionsNamed('DEFAULT', 'z'), [])
    assert.notEqual(project.epoch, epoch)
  })

  it('forgets what a file said once the file is gone', async () => {
    const setter =
      "from oslo_config import cfg\nown = [cfg.StrOpt('own')]\ncfg.CONF.set_default('a', 'set', group='g')\n"
    const project = await projectOf({ ...files, 'proj/set.py': setter })
    const told = (): unknown => {
      const [option] = moduleIn(project, conf).options
      return [option?.membership.groups, option?.membership.registered, option?.defaultChanges.length]
    }
    assert.deepEqual(told(), [['g'], true, 1])
    project.remove('proj/set.py')
    assert.deepEqual(told(), [['g'], true, 0])
    project.remove('proj/main.py')
    assert.deepEqual(told(), [[], false, 0])
    assert.deepEqual(project.optionsNamed('g', 'a'), [])
    project.remove(conf)
    assert.equal(project.module(conf), undefined)
    assert.ok([...project.modules()].every(module => module.file !== conf))
    assert.ok(!project.wanted().includes(conf))
  })

  it('forgets a file that was looked for once it exists no more', async () => {
    const project = new Project(await python())
    project.addPath(lib)
    project.setText(conf, files[conf])
    assert.deepEqual([project.wanted(), project.wanted()], [[lib], [lib]])
    project.remove(lib)
    assert.deepEqual(project.wanted(), [])
  })

  it('has no facts of files that have nothing to do with options', async () => {
    const project = await projectOf(files)
    assert.equal(project.module(lib), undefined)
    assert.equal(project.module('missing.py'), undefined)
  })

  it('follows a chain of imports so far and no further', async () => {
    const chain = Object.fromEntries(
      Array.from({ length: 3000 }, (_, at) => [`proj/m${at}.py`, `from proj.m${at + 1} import X\n`]),
    )
    const project = await projectOf({
      'proj/__init__.py': '',
      ...chain,
      [conf]:
        "from proj.m0 import X\nfrom proj.m2990 import X as Y\nopts = [cfg.StrOpt('a', default=X), cfg.StrOpt('b', default=Y)]",
      'proj/m3000.py': "X = 'x'",
    })
    assert.deepEqual(
      moduleIn(project, conf).options.map(option => told(option.default)),
      ['unknown', "'x'"],
    )
  })

  it('survives files that import each other, and themselves', async () => {
    const project = await projectOf({
      'proj/__init__.py': 'from proj.a import *\nfrom proj.b import *',
      'proj/a.py': "from proj import b\nimport proj.a\nfrom proj import *\nopts = [cfg.StrOpt('a', default=b.X)]",
      'proj/b.py': "from proj import a\nX = 'x'\ncfg.CONF.register_opts(a.opts, group='g')",
    })
    const [option] = moduleIn(project, 'proj/a.py').options
    assert.equal(option && told(option.default), "'x'")
  })

  it('asks for what a file imports before it follows the file', async () => {
    const project = new Project(await python())
    const paths = ['proj/conf.py', 'proj/a.py', 'proj/b/__init__.py', 'proj/b/c.py', 'proj/d.py', 'proj/inside.py']
    for (const path of paths) project.addPath(path)
    project.setText(
      'proj/conf.py',
      `from oslo_config import cfg
from proj import a, unheard_of
import proj.b as b, sys
from .b.c import (
    X,  # a constant, not a module
    Y)
from . import d
cfg.StrOpt('a', default=X)
def f():
    from proj import inside
`,
    )
    assert.deepEqual([...project.wanted()].sort(), ['proj/a.py', 'proj/b/__init__.py', 'proj/b/c.py', 'proj/d.py'])
    assert.deepEqual(project.wanted(), ['proj/b/c.py'], 'asks again only for what it needs')
  })
})
