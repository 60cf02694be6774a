import { strict as assert } from 'node:assert'
import { ReadIndex } from '../../../server/src/engine/index'
import { projectOf, python } from '../engine'
import { declarations } from './usesOf'

const head = `import os
import nova.conf
from oslo_concurrency import processutils
CONF = nova.conf.CONF
`
const above = head.split('\n').length - 1

async function indexOf(files: Readonly<Record<string, string>>): Promise<ReadIndex> {
  const all = { 'nova/__init__.py': '', 'nova/conf/__init__.py': declarations, ...files }
  const project = await projectOf(all)
  const index = new ReadIndex(project.moduleNames)
  for (const [file, text] of Object.entries(all)) index.setText(file, text, await python())
  index.declare(project.modules())
  return index
}

/** What the reads of `nova/x.py` reach, as `kind file:line hops <- line where it is handed on`; of that file lines behind `head`. */
function reached(index: ReadIndex): readonly string[] {
  const at = (file: string, line: number): string =>
    file === 'nova/x.py' ? String(line + 1 - above) : `${file}:${line + 1}`
  return index.usesIn('nova/x.py').flatMap(({ sinks }) =>
    sinks.map(({ kind, file, position, hops, through }) => {
      const way = through.map(place => ` <- ${at(place.file, place.position.line)}`)
      return `${kind} ${at(file, position.line)} ${hops}${way.reverse().join('')}`
    }),
  )
}

async function check(
  lines: string,
  expected: readonly string[],
  files: Readonly<Record<string, string>> = {},
): Promise<void> {
  assert.deepEqual(reached(await indexOf({ 'nova/x.py': head + lines, ...files })), expected)
}

describe('The value of an option that is handed on', () => {
  it('goes to the parameter that takes it, by place or by name', () =>
    check(
      `def start(host, *rest, path=None, **more):
    processutils.execute(host)
    open(path)
    os.mkdir(more['dir'])
    os.stat(more['other'])
    os.rmdir(rest[0])


class Driver:
    def __init__(self, path):
        open(path)

    def run(self):
        start(CONF.host)
        start('x', CONF.host)
        start('x', path=CONF.state_path)
        start('x', dir=CONF.state_path)
        self.make(CONF.state_path)
        self.make(path=CONF.state_path, verify=CONF.host)

    def make(self, path, verify=False):
        os.unlink(path)


Driver(CONF.libvirt.virt_type)
`,
      [
        'command 2 2 <- 14',
        'file 6 2 <- 15',
        'file 3 2 <- 16',
        'file 4 2 <- 17',
        'file 22 2 <- 18',
        'file 22 2 <- 19',
        'file 11 2 <- 25',
      ],
    ))

  it('goes to whoever uses the attribute, the name or the result that holds it', () =>
    check(
      `LIMITS = processutils.ProcessLimits(CONF.host)


def helper():
    return 'sudo %s' % CONF.state_path


class Base:
    def open(self):
        open(self.path)


class Driver(Base):
    def __init__(self, path=None):
        self.path = path or CONF.libvirt.virt_type

    @property
    def other(self):
        return CONF.libvirt.images_type

    def run(self):
        processutils.execute('a', prlimit=LIMITS)
        os.stat(self.other)
        self.path = 'x'
        open(self.path)


def execute(**kwargs):
    kwargs['root_helper'] = helper()
    processutils.execute(**kwargs)
`,
      ['command 22 2 <- 1', 'command 30 2 <- 5', 'file 10 2 <- 15', 'file 23 2 <- 19'],
    ))

  it('goes by itself where a pair is given back, and into what an attribute collects', () =>
    check(
      `def pair():
    return 'x', CONF.host


class Driver:
    def __init__(self):
        self.paths = []
        self.paths.append(CONF.state_path)

    def run(self):
        first, second = pair()
        open(second)
        os.stat(pair()[1])
        for path in self.paths:
            os.mkdir(path)
`,
      ['file 12 2 <- 2', 'file 13 2 <- 2', 'file 15 2 <- 8'],
    ))

  it('goes to other modules, by way of imports, classes and what they derive from, twice at most', () =>
    check(
      `from nova import tools as t
from nova.api import load


class Driver(t.Base):
    def __init__(self):
        super().__init__(CONF.libvirt.virt_type)


load(CONF.host)
t.Base('x').work(CONF.state_path)


def helper():
    return CONF.libvirt.images_type
`,
      [
        'file nova/tools.py:8 3 <- nova/tools.py:5 <- 7',
        'command nova/tools.py:13 3 <- 10',
        'file nova/tools.py:11 3 <- 11',
        'file nova/y.py:4 3 <- 15',
      ],
      {
        'nova/api.py': 'from nova.tools import *\n',
        'nova/tools.py': `import os
import subprocess
class Base:
    def __init__(self, path):
        self.path = path

    def stat(self):
        os.stat(self.path)

    def work(self, path):
        open(path)
def load(name):
    subprocess.run(name)
    deep(name)
def deep(name):
    deeper(name)
def deeper(name):
    os.mkdir(name)
`,
        'nova/y.py': 'from nova import x\n\ndef f():\n    open(x.helper())\n',
      },
    ))

  it('reaches a command where a function runs with more rights, and goes on into its neighbours', () =>
    check(
      `import nova.privsep.qemu
nova.privsep.qemu.convert(CONF.host)
nova.privsep.qemu.info(CONF.host)
nova.privsep.elsewhere.run(CONF.host)
`,
      ['command 2 0', 'file nova/privsep/qemu.py:7 3 <- 3', 'command 4 0'],
      {
        'nova/privsep/__init__.py': '',
        'nova/privsep/qemu.py': `import nova.privsep
@nova.privsep.sys_admin_pctxt.entrypoint
def convert(path):
    open(path)

def info(path):
    open(path)
`,
      },
    ))

  it('is followed no further where nobody knows which value it is', () =>
    check(
      `def pair():
    return CONF.host, 'x'


def given(params):
    open(params['a'])


def same(value):
    return value


def run(driver):
    first, second = pair()
    open(second)
    ends = ('x', CONF.host)
    os.stat(ends[0])
    given({'a': 'x', 'b': CONF.host})
    open(same(CONF.host))
    driver.start(CONF.host)
    given = print
    given(CONF.host)
`,
      [],
    ))

  it('reaches what it does not any more once another file is changed', async () => {
    const lines = 'from nova import tools\ntools.load(CONF.host)\n'
    const index = await indexOf({ 'nova/x.py': head + lines, 'nova/tools.py': 'def load(name):\n    open(name)\n' })
    assert.deepEqual(reached(index), ['file nova/tools.py:2 3 <- 2'])
    index.setText('nova/tools.py', 'def load(name):\n    print(name)\n', await python())
    assert.deepEqual(reached(index), [])
    index.setText('nova/tools.py', 'def load(name):\n    print(1)\n    exec(name)\n', await python())
    assert.deepEqual(reached(index), ['import nova/tools.py:3 3 <- 2'])
  })
})
