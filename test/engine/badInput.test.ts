import { strict as assert } from 'node:assert'
import { Project } from '../../server/src/engine/index'
import type { Option } from '../../server/src/engine/index'
import { optionsOf, python } from './engine'

/** The options of a text, whatever the text is, and the milliseconds that took. */
async function timed(text: string): Promise<{ options: readonly Option[]; time: number }> {
  const project = new Project(await python())
  const start = performance.now()
  project.setText('proj/bad.py', text)
  const options = [...project.modules()].flatMap(module => module.options)
  return { options, time: performance.now() - start }
}

/**
 * Asserts that four times as much takes at most eight times as long, give or take the noise of short times: what grows
 * with the square of the text would take sixteen times. What the machine did meanwhile is no fault: a second look decides.
 */
async function growsWithItsSize(make: (size: number) => string, size: number): Promise<void> {
  const times = async () => [(await timed(make(size))).time, (await timed(make(4 * size))).time] as const
  const grows = ([small, large]: readonly [number, number]) => large < 8 * small + 200
  if (grows(await times())) return
  const [small, large] = await times()
  assert.ok(grows([small, large]), `${small.toFixed(0)} ms grow to ${large.toFixed(0)} ms`)
}

const start = "from oslo_config import cfg\ncfg.StrOpt('first')\n"

describe('Bad input', function () {
  this.timeout(120_000)

  it('that is no text at all has no options', async () => {
    let binary = ''
    for (let at = 0; at < 100_000; at++) binary += String.fromCharCode((at * 2654435761) % 256)
    assert.deepEqual((await timed(binary)).options, [])
    assert.deepEqual((await timed('\0'.repeat(1000) + start)).options.length <= 1, true)
    assert.deepEqual((await timed('')).options, [])
  })

  it('with a byte order mark, \\r\\n or \\r as line ends is read like any other', async () => {
    const source = "from oslo_config import cfg\ncfg.StrOpt('a',\n           help='''x\ny''')\ncfg.StrOpt('b')\n"
    const ends = ['\r\n', '\r'].map(end => source.replaceAll('\n', end))
    for (const text of [`\ufeff${source}`, ...ends]) {
      const { options } = await timed(text)
      assert.deepEqual(
        options.map(option => [option.displayName, option.range.start.line]),
        [
          ['a', 1],
          ['b', 4],
        ],
      )
      assert.equal(options[0]?.help.kind === 'known' && options[0].help.value, 'x\ny')
    }
  })

  it('ends no line at a form feed, U+0085, U+2028 or \\v, as Python', async () => {
    for (const character of '\f\x85\u2028\v') {
      const { options } = await timed(`${start}# ${character}cfg.StrOpt('no')\ncfg.StrOpt('b') # ${character}\n`)
      const places = options.map(option => [option.displayName, option.range.start.line])
      assert.deepEqual(places.slice(1), [['b', 3]])
    }
  })

  it('that is unbalanced keeps the options before it', async () => {
    for (const end of [
      'x = (',
      'x = [[[',
      "x = '''",
      'def f(',
      'class A',
      'if x',
      '"',
      'cfg.IntOpt(',
      ')]}',
      '    y\n\tz',
      'for x in',
      '@',
      'lambda',
      'f"{',
      "cfg.StrOpt('a', help='b",
    ]) {
      const { options } = await timed(`${start}${end}`)
      assert.ok(
        options.some(option => option.displayName === 'first'),
        end,
      )
    }
  })

  it('that is half typed gives an option with what there is, marked as broken', async () => {
    const [option] = await optionsOf("cfg.StrOpt('a', default=, secret=True)\n")
    assert.deepEqual([option?.displayName, option?.call.broken], ['a', true])
  })

  it('that is nested deeply ends somewhere', async () => {
    const deep = 20_000
    const nested = [
      `x = ${'['.repeat(deep)}y${', z]'.repeat(deep)}`,
      `x = 1${' < 1'.repeat(deep)}`,
      `x = 1${' or 1'.repeat(deep)}`,
      `try: pass\n${'except a: pass\n'.repeat(deep)}`,
      `class A:\n${' b = 1\n'.repeat(deep)}`,
      `(${'x = 1\n'.repeat(deep)}`,
      `x = ${'('.repeat(deep)}1${')'.repeat(deep)}`,
      `x = ${'['.repeat(deep)}`,
      `x = ${'f('.repeat(deep)}`,
      `x = ${'-'.repeat(deep)}1`,
      `x = ${'not '.repeat(deep)}1`,
      `x = 1${' + 1'.repeat(deep)}`,
      `x = a${'.b'.repeat(deep)}`,
      `x = a${'[0]'.repeat(deep)}`,
      `x = a${'(0)'.repeat(deep)}`,
      `x = ${'lambda: '.repeat(deep)}1`,
      `x = ${'a if b else '.repeat(deep)}c`,
      `if a: pass\n${'elif a: pass\n'.repeat(deep)}`,
      Array.from({ length: 300 }, (_, depth) => `${' '.repeat(depth)}if a:\n`).join(''),
      Array.from({ length: 300 }, (_, depth) => `${' '.repeat(depth)}def f():\n`).join(''),
      `x = ${"f'{".repeat(200)}`,
      `x = ${'{1: '.repeat(deep)}`,
      `x${' = x'.repeat(deep)}`,
      `with a as b${', a as b'.repeat(deep)}: pass`,
    ]
    for (const text of nested) {
      const { options } = await timed(`${start}${text}\n`)
      assert.ok(
        options.some(option => option.displayName === 'first'),
        text.slice(0, 30),
      )
    }
  })

  it('that would make enormous values makes none', async () => {
    const growing = [
      "x = 'a'\n" + 'x = x + x\n'.repeat(60),
      'x = [1]\n' + 'x = x + x\n'.repeat(60),
      'x = [1]\n' + 'x += x\n'.repeat(60),
      'x = [1]\n' + 'x.extend(x)\n'.repeat(60),
      'x = (1,)\n' + 'x = x * 1000\n'.repeat(20),
      'x = [0]\n' + 'x = [x] * 10\n'.repeat(30),
      'x = [0]\n' + 'x = [x, x]\n'.repeat(100) + 'y = str(x) + "%s" % x + f"{x}"\ny = x == [x]\nz = sorted([x, x])',
      "x = 'a' * 100000\ny = x.replace('a', x)\nz = x.join([x, x])\nx = '%s' * 1000 % tuple([x] * 1000)",
      "x = '%999999999d' % 1\ny = '{:999999999}'.format('a')\nz = f'{1:>999999999}'",
      "x = '%.200f' % 1.0\ny = '{:.9999f}'.format(1.0)",
      'x = 9 ** 9 ** 9 ** 9\ny = 1 << 10 ** 20\nz = 2 ** 100000',
      'x = [] * 10 ** 12\ny = () * 2 ** 62\nz = "" * 2 ** 62',
      'x = list(range(10 ** 12))\ny = range(-10 ** 15, 10 ** 15)',
      'f(*([0] * 200000))\nx = [*([0] * 200000)]\ny = max(*([0] * 200000))\nz = []\nz += [0] * 200000\nz.extend([0] * 200000)',
      "x = (' ' * 200000 + 'x').rstrip()\ny = (' ' * 200000 + 'x').split()",
      'import os\nx = os.path.join()\ny = "a"\n' + 'y = os.path.join(y, y)\n'.repeat(60),
      'x = {}\n' + 'x["a"] = x\n'.repeat(3) + 'y = str(x)\nz = x == x',
      'x = [1]\nx.append(x)\ny = x == x\nz = str(x)\nimport copy\nw = copy.deepcopy(x)',
      'for a in range(5000):\n  for b in range(5000):\n    for c in range(5000):\n      x = a',
      'x = [a for a in range(5000) for b in range(5000) for c in range(5000)]',
      'x = [1]\nfor a in x:\n  x.append(a)',
      'x = [1]\n[x.append(a) for a in x]',
      'def f(x): return f(f(f(x)))\ny = f(1)',
      'class A(B): pass\nclass B(A): pass\nx = B.y\nclass C(C): pass\ny = C.z',
      `x = 'a' * 200000\nz = '%s' * 1000 % tuple([x] * 1000)\nz = '%.1s' * 1000 % tuple([x] * 1000)\nz = '%9s' * 1000 % tuple([x] * 1000)`,
      `import itertools\nx = ['a' * 200000] * 5000\ny = list(itertools.chain.from_iterable(x))\nz = list(zip(*x))`,
      `x = [0] * 200000\ny = [${'*x, '.repeat(5000)}]\nz = f(${'*x, '.repeat(5000)})`,
      "x = ['a' * 200000 + 'b', 'a' * 200000 + 'c'] * 5000\ny = sorted(x)\nz = max(x)",
      'x = set(enumerate([0] * 200000))\ny = x - set(enumerate([1] * 200000))\nz = [0] * 300\nw = [[z, [1] * 300]] * 200000\ny = z in w',
      'x = dict(enumerate([0] * 200000))\nx.update(x)\ny = x == dict(x)',
    ]
    const repeatedly = [
      'y = list(x)',
      'y = x + x',
      'y = "%s%s" % (x, f"{x}")',
      'y = sorted(x)',
      'y = x == list(x)',
      'y = i in x',
      'y = {**z, i: i}',
      'z[i] = i',
      'z.update({i: i})',
      'w |= {i}',
      'w.add(i)',
      'y = x[1:]',
      'a, *b = x',
      'for c in x: break',
      'y = [*x]',
      'somewhere(x)',
      'y = x.split("a")',
      'y = x.strip()',
    ]
    for (const made of ["'a' * 200000", '[[0] * 300] * 300']) {
      const round = (each: string): string => `x = ${made}\nz = {}\nw = set()\nfor i in range(5000):\n    ${each}\n`
      growing.push(...repeatedly.map(round))
    }
    for (const text of growing) {
      const { options } = await timed(`${start}${text}\ncfg.StrOpt('last', default=x, help=y)\n`)
      assert.ok(
        options.some(option => option.displayName === 'first'),
        text.slice(0, 60),
      )
    }
  })

  it('that calls what is not followed over and over, with much in its reach, is given up soon', async function () {
    this.timeout(60_000)
    const many = Array.from({ length: 2000 }, (_, at) => `n${at}`)
    const long = `"${'Too long to be followed. '.repeat(100)}"`
    const reaching = [
      `class A:\n${many.map(name => `  ${name} = []\n`).join('')}  def f(self):\n    ${long}\n${many.map(name => `    self.${name} = 1\n`).join('')}x = A()\n${'x.f()\n'.repeat(1000)}`,
      `${many.map(name => `${name} = []\n`).join('')}def f():\n  ${long}\n${many.map(name => `  ${name}.pop()\n`).join('')}${'f()\n'.repeat(1000)}`,
      `class n0: pass\n${many
        .slice(1, 300)
        .map((name, at) => `class ${name}(${many[at]}):\n  def f(self):\n    ${long}\n    self.x\n`)
        .join('')}x = n299()\n${'x.f()\n'.repeat(300)}`,
      `try:\n${many.map(name => `  ${name} = []\n`).join('')}except Exception:\n${many.map(name => `  ${name}.pop()\n`).join('')}`,
    ]
    for (const text of reaching) {
      const { options } = await timed(`${start}${text}`)
      assert.ok(
        options.some(option => option.displayName === 'first'),
        text.slice(0, 60),
      )
    }
  })

  it('of 10 000 options in one file has them all, in time that grows with their number', async () => {
    const file = (count: number) =>
      `from oslo_config import cfg\nopts = [\n${Array.from({ length: count }, (_, at) => `    cfg.StrOpt('option_${at}', default='a' + 'b', help='The text '\n               'of %d.' % ${at}),`).join('\n')}\n]\ncfg.CONF.register_opts(opts, group='g')\n`
    const { options } = await timed(file(10_000))
    assert.equal(options.length, 10_000)
    assert.ok(options.every(option => option.membership.groups[0] === 'g' && option.help.kind === 'known'))
    await growsWithItsSize(file, 1500)
  })

  it('of repetitions takes time that grows with its size', async () => {
    const repeated = [
      'import ',
      'Opt',
      '%(',
      '# ',
      'x = 1\n',
      'as ',
      "'a' ",
      'cfg.StrOpt(',
      '(',
      'if a:\n',
      '\\\n',
      '"""',
      '#',
      '\t',
      'register_',
      '#\n',
      'x = 1 # a\n# b\n',
      'with (',
      '"\\N{',
      'f"{x}" ',
      'class A:\n',
      'x.',
    ]
    for (const piece of repeated) await growsWithItsSize(size => start + piece.repeat(size / piece.length), 30_000)
  })

  it('that tree-sitter would read over and over is left out, and says so', async () => {
    const project = new Project(await python())
    project.setText('proj/bad.py', `${start}x = 1\n${'#\n'.repeat(100_000)}x = 2\n`)
    assert.equal(project.module('proj/bad.py')?.options.length, 0)
    assert.equal(project.shortfall('proj/bad.py'), 'is left out: reading it as Python would take too long')
    project.setText('proj/bad.py', `${start}x = 1\n${'#\n'.repeat(1000)}x = 2\n`)
    assert.equal(project.module('proj/bad.py')?.options.length, 1)
    assert.equal(project.shortfall('proj/bad.py'), undefined)
  })

  it('that takes too many steps to follow says so', async () => {
    const project = new Project(await python())
    const loops = 'for a in range(5000):\n  for b in range(5000):\n    c = a\n'
    project.setText('proj/bad.py', `${start}${loops}cfg.StrOpt('last', default=c)\n`)
    const options = project.module('proj/bad.py')?.options ?? []
    assert.ok(options.every(option => option.default.kind !== 'known'))
    assert.equal(project.shortfall('proj/bad.py'), 'is read in part: following its statements would take too long')
  })

  it('of 10 MB is let be, and costs no more than being looked at', async () => {
    const line = "x = cfg.StrOpt('a', help='text')\n"
    const { options, time } = await timed(line.repeat(10_000_000 / line.length))
    assert.deepEqual(options, [])
    const smaller = await timed(line.repeat(1_000_000 / line.length))
    assert.ok(time < 5 * smaller.time + 500, `${time.toFixed(0)} ms, and ${smaller.time.toFixed(0)} ms for a tenth`)
  })
})
