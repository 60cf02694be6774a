import assert from 'node:assert/strict'
import fc from 'fast-check'
import { Project } from '../../../server/src/engine/index'
import { python } from '../engine'

/** A project of a few modules that import each other, register each other's options and take each other's values. */
const modules = ['p', 'p.a', 'p.b', 'p.q', 'p.q.c', 'p.q.d', 'main', 'p.tests.test_t', 'p.tests'] as const
const packages = ['p', 'p.q', 'p.tests']

const fileOf = (module: string): string =>
  `w/${module.replaceAll('.', '/')}${packages.includes(module) ? '/__init__' : ''}.py`
const files = modules.map(fileOf)

/** What a module may say: `m` is the last part of its own name, `other` the name of any. */
const statements: readonly ((m: string, other: string) => string)[] = [
  (_, other) => `import ${other}\n`,
  (_, other) => `from ${other} import X_${last(other)}\n`,
  (_, other) => `from ${other} import opts_${last(other)}\n`,
  (_, other) => `from ${other} import *\n`,
  (_, other) => `${imported(other)}\n`,
  (_, other) => `${imported(other)}\n${last(other)}.register_${last(other)}(cfg.CONF)\n`,
  (_, other) => `${imported(other)}\n${last(other)}.register_${last(other)}(cfg.CONF)\n`,
  (m, other) => `${imported(other)}\ncfg.CONF.register_opts(${last(other)}.opts_${last(other)}, group='by_${m}')\n`,
  (m, other) => `cfg.CONF.register_opts(opts_${last(other)}, group='for_${m}')\n`,
  (m, other) => `${imported(other)}\nX_${m} = ${last(other)}.X_${last(other)} + '!'\n`,
  m => `X_${m} = 'x'\n`,
  m => `X_${m} = 'y'\n`,
  m => `opts_${m} = [cfg.StrOpt('o_${m}', default=X_${m})]\n`,
  m => `opts_${m} = [cfg.StrOpt('o_${m}', help='h'), cfg.IntOpt('n', default=2 ** 70)]\n`,
  m => `opts_${m} = [make('made')]\n`,
  () => `def make(name):\n    return cfg.StrOpt(name)\n`,
  (_, other) => `${imported(other)}\ncfg.CONF.register_opt(${last(other)}.make('z'), 'zz')\n`,
  m => `def register_${m}(conf):\n    conf.register_opts(opts_${m}, group='g_${m}')\n`,
  (m, other) =>
    `def register_${m}(conf):\n    ${imported(other)}\n    conf.register_opts(${last(other)}.opts_${last(other)}, group=X_${m})\n`,
  m => `def list_opts():\n    return [('l_${m}', opts_${m})]\n`,
  (m, other) => `if X_${m} == 'x':\n    ${imported(other)}\n    ${last(other)}.register_${last(other)}(cfg.CONF)\n`,
  (_, other) => `cfg.CONF.set_default('o_${last(other)}', 2 ** 70, 'g_${last(other)}')\n`,
  () => '# a comment\n',
]

function last(module: string): string {
  return module.split('.').at(-1)!
}

function imported(module: string): string {
  const [, from, name] = /^(?:(.*)\.)?(\w+)$/.exec(module)!
  return from === undefined ? `import ${name!}` : `from ${from} import ${name!}`
}

const textOf = (module: string): fc.Arbitrary<string> =>
  fc
    .array(
      fc
        .tuple(fc.constantFrom(...statements), fc.constantFrom(...modules))
        .map(([make, other]) => make(last(module), other)),
      { minLength: 0, maxLength: 7 },
    )
    .chain(lines =>
      fc.constantFrom(
        `from oslo_config import cfg\n${lines.join('')}`,
        lines.filter(line => !line.includes('Opt')).join(''),
      ),
    )

type Step = (project: Project, texts: Map<string, string>) => void

const step: fc.Arbitrary<{ name: string; run: Step }> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom(...modules).chain(module =>
      textOf(module).map(text => ({
        name: `set ${fileOf(module)} ${JSON.stringify(text)}`,
        run: put(fileOf(module), () => text),
      })),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(...files).map(file => ({
      name: `comment ${file}`,
      run: put(file, before => `# typed\n${before}`),
    })),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(...files).map(file => ({
      name: `help ${file}`,
      run: put(file, before => before.replace("help='h", "help='hh")),
    })),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(...files).map(file => ({
      name: `remove ${file}`,
      run: (project: Project, texts: Map<string, string>) => {
        project.remove(file)
        texts.delete(file)
      },
    })),
  },
  {
    weight: 3,
    arbitrary: fc
      .constantFrom(...files)
      .map(file => ({ name: `ask ${file}`, run: (project: Project) => void project.module(file) })),
  },
  { weight: 1, arbitrary: fc.constant({ name: 'ask all', run: (project: Project) => void [...project.modules()] }) },
)

function put(file: string, change: (before: string) => string): Step {
  return (project, texts) => {
    const text = change(texts.get(file) ?? '')
    project.setText(file, text)
    texts.set(file, text)
  }
}

function factsIn(project: Project): string {
  const plain = (_: string, value: unknown): unknown => (typeof value === 'bigint' ? `${String(value)}n` : value)
  return JSON.stringify([...project.modules()], plain, 1)
}

describe('Facts', () => {
  it('are the same whatever was asked, typed and handed in before, and in which order', async function () {
    this.timeout(120_000)
    const parser = await python()
    const everything = fc.record({
      texts: fc.tuple(...modules.map(textOf)),
      order: fc.shuffledSubarray(files, { minLength: files.length }),
      steps: fc.array(step, { maxLength: 12 }),
    })
    fc.assert(
      fc.property(everything, ({ texts: first, order, steps }) => {
        const texts = new Map<string, string>()
        const lived = new Project(parser)
        lived.complete = true
        files.forEach((file, at) => put(file, () => first[at]!)(lived, texts))
        for (const { run } of steps) run(lived, texts)
        const fresh = new Project(parser)
        for (const file of order) if (texts.has(file)) fresh.setText(file, texts.get(file)!)
        fresh.complete = true
        for (const file of order) fresh.module(file)
        assert.equal(factsIn(lived), factsIn(fresh), [...texts].map(([file, text]) => `--- ${file}\n${text}`).join(''))
      }),
      { numRuns: 100 },
    )
  })

  it('are not those that a test gave, once no file with options imports it', async () => {
    const cfg = 'from oslo_config import cfg\n'
    const project = new Project(await python())
    project.complete = true
    project.setText('w/p/tests/test_t.py', `${cfg}from p import b\ncfg.CONF.register_opt(b.make('z'), 'zz')\n`)
    project.setText('w/p/b.py', `${cfg}def make(name):\n    return cfg.StrOpt(name)\n`)
    project.setText(
      'w/p/__init__.py',
      `${cfg}from p.tests import test_t\ntest_t.register(cfg.CONF)\ndef register(conf):\n    conf.register_opts(opts)\n`,
    )
    const ids = (): unknown => [...project.modules()].flatMap(({ options }) => options.map(({ id }) => id))
    assert.deepEqual(ids(), ['z'])
    project.setText('w/p/__init__.py', cfg)
    assert.deepEqual(ids(), ['<StrOpt>'])
  })
})
