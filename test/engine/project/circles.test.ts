import assert from 'node:assert/strict'
import { Project } from '../../../server/src/engine/index'
import { projectOf, python } from '../engine'
import { circular, compute, init } from './circularImports'

const groupsIn = (project: Project, file: string, name: string): readonly string[] | undefined =>
  project.module(file)?.options.find(option => option.displayName === name)?.membership.groups

const files = Object.keys(circular) as (keyof typeof circular)[]

describe('Modules that import each other', () => {
  for (const order of [files, [...files].reverse()]) {
    for (const first of [init, compute]) {
      it(`are followed as Python runs them: ${order[0]!} handed in first, ${first} asked first`, async () => {
        const project = new Project(await python())
        for (const file of order) project.setText(file, circular[file])
        project.complete = true
        project.module(first)
        assert.deepEqual(groupsIn(project, compute, 'cpu_mode'), ['g', 'listed'])
      })
    }
  }

  for (const typed of [init, compute] as const) {
    it(`keep what they say of each other while a comment is typed in ${typed}`, async () => {
      const project = await projectOf(circular)
      for (const text of [`# c\n${circular[typed]}`, `# co\n${circular[typed]}`, circular[typed]]) {
        project.setText(typed, text)
        assert.deepEqual(groupsIn(project, compute, 'cpu_mode'), ['g', 'listed'])
      }
    })
  }

  it('say something else as soon as one of them does', async () => {
    const project = await projectOf(circular)
    assert.deepEqual(groupsIn(project, compute, 'cpu_mode'), ['g', 'listed'])
    project.setText(compute, circular[compute].replace("'g'", "'h'"))
    assert.deepEqual(groupsIn(project, compute, 'cpu_mode'), ['h', 'listed'])
    project.setText(init, circular[init].replace('compute.register_opts(CONF)', ''))
    // Now nobody is seen to call it, which may be all the same.
    assert.deepEqual(groupsIn(project, compute, 'cpu_mode'), ['h', 'listed'])
    project.setText(init, circular[init])
    assert.deepEqual(groupsIn(project, compute, 'cpu_mode'), ['h', 'listed'])
    project.setText(compute, circular[compute].replace(/ +conf.register_opts[^\n]*/, '    pass'))
    assert.deepEqual(groupsIn(project, compute, 'cpu_mode'), ['listed'])
  })

  it('are followed from another one when that comes into their circle', async () => {
    const texts = {
      'p/__init__.py': '',
      'p/a.py': 'from oslo_config import cfg\nA = cfg.StrOpt("a")\n',
      'p/b.py': 'from oslo_config import cfg\nfrom p import c\nc.go(cfg.CONF)\nopts = [cfg.StrOpt("b")]\n',
      'p/c.py': `import p.a
from p import b
mine = b.opts
def go(conf):
    conf.register_opts(b.opts, 'g')
`,
    }
    const edited = texts['p/a.py'].replace('A =', 'from p import c\nA = c.mine and')
    const project = await projectOf(texts)
    const before = groupsIn(project, 'p/b.py', 'b')
    project.setText('p/a.py', edited)
    const fresh = await projectOf({ ...texts, 'p/a.py': edited })
    assert.deepEqual(groupsIn(project, 'p/b.py', 'b'), groupsIn(fresh, 'p/b.py', 'b'))
    assert.notDeepEqual(groupsIn(project, 'p/b.py', 'b'), before)
  })

  it('may take all names of each other, and of themselves', async () => {
    const module = (name: string, other: string): string =>
      `X = 'x'\nfrom p.${other} import *\nif X == 'x':\n    cfg.CONF.register_opts([cfg.StrOpt('${name}')], 'g')`
    const project = await projectOf({
      'p/__init__.py': '',
      'p/a.py': module('a', 'a'),
      'p/b.py': module('b', 'c'),
      'p/c.py': module('c', 'b'),
    })
    for (const name of ['a', 'b', 'c']) assert.deepEqual(groupsIn(project, `p/${name}.py`, name), ['g'])
  })
})

describe('A file whose folder becomes a package', () => {
  it('belongs to a test suite by its new name', async () => {
    const project = await projectOf({
      'tests/w/a/b.py': "opt = cfg.StrOpt('a')",
      'tests/w/a/__init__.py': '',
      'tests/w/__init__.py': '',
      'tests/__init__.py': '',
    })
    assert.equal(project.module('tests/w/a/b.py')?.isTest, true)
    project.remove('tests/__init__.py')
    assert.equal(project.module('tests/w/a/b.py')?.isTest, false)
  })
})
