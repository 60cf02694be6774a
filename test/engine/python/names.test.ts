import { check } from '../engine'

describe('A name', () => {
  it('bound once stands for its value, through other names, too', () =>
    check({ 'A + B': "'aab'", C: '(1, 2)', 'D[0]': '1' }, "A = 'a'\nB = A + 'b'\nC = D = (1, 2)"))

  it('rebound stands for its latest value where it is used', () =>
    check({ A: "'b'", FIRST: "'a'" }, "A = 'a'\nFIRST = A\nA = 'b'"))

  it('bound otherwise in a branch that may not be taken is unknown', () =>
    check(
      { A: 'unknown', B: "'b'", C: 'unknown', D: "'d'", E: 'unknown' },
      `
import outside
A = C = D = 'd'
E = 'e'
if outside.flag():
    A = 'a'
    B = 'b'
else:
    A = 'c'
    B = 'b'
    C = None
try:
    E = outside.get()
except Exception:
    E = None
`,
    ))

  it('bound in a branch whose test is known is what that branch says', () =>
    check(
      { A: "'new'", B: "'other'" },
      "import six\nif six.PY3:\n  A = 'new'\nelse:\n  A = 'old'\nB = 'x' if six.PY2 else 'other'",
    ))

  it('declared global by a function that is called is unknown, also for nonlocal', () =>
    check(
      { A: 'unknown', 'outer()': 'unknown' },
      `
A = 1
def change():
    global A
    A = 2
change()
def outer():
    x = 1
    def inner():
        nonlocal x
        x = 2
    inner()
    return x
`,
    ))

  it('bound by a loop over known items has its last value', () =>
    check(
      { x: "'b'", n: '3', found: "'b'" },
      "n = 1\nfor x in ['a', 'b']:\n  n += 1\n  if x == 'b':\n    found = x\n    break\nelse:\n  found = None",
    ))

  it('bound by a loop that may go any number of rounds is unknown, inside it and behind it', () =>
    check(
      { n: 'unknown', seen: 'unknown', kept: "'kept'", last: 'unknown', L: 'unknown' },
      `
import outside
n, kept, previous, L = 0, 'kept', None, []
for x in outside.items():
    seen = previous
    previous = 'a'
    n = n + 1
    L.append(x)
while outside.flag():
    last = n
`,
    ))

  it('bound before a break or continue that may happen is unknown behind the loop', () =>
    check(
      { a: 'unknown', b: 'unknown', c: "'c'" },
      `
import outside
a = b = c = 'c'
for x in [1, 2]:
    if outside.flag():
        a = 'left'
        break
for x in [1, 2]:
    if outside.flag():
        b = 'skipped'
        continue
`,
    ))

  it('unpacked from a known sequence has its part, and is unknown otherwise', () =>
    check(
      { a: 'unknown', b: 'unknown', c: "'x'", d: 'unknown', e: 'unknown' },
      "a, *b = 1, 2, 3\n(c, _), = [('x', 'y')]\nd, e = {1, 2}",
    ))

  it('deleted, or bound by something that is not followed, is unknown', () =>
    check(
      { a: 'unknown', f: 'unknown: depends on the machine', k: 'unknown' },
      "a = k = 1\ndel a\nwith open('x') as f: pass\nmatch unknown_thing:\n  case [k]: pass",
    ))

  it('of a class gives its attributes, those of its bases included', () =>
    check(
      {
        'A.x + A.y': '3',
        'B.x': '1',
        'B().y': '5',
        'B().double()': '10',
        'B.made()': "'B'",
        'A.Inner.z': "'z'",
        'B.missing': 'unknown',
      },
      `
class A(object):
    x = 1
    y = x + 1
    class Inner: z = 'z'
    def double(self): return self.y * 2
    @classmethod
    def made(cls): return cls.__name__
class B(A):
    y = 5
`,
    ))

  it('set as an attribute from outside changes what the class gives', () =>
    check(
      { 'A.x': '2', 'A.y': '1', 'A.z': 'unknown' },
      'import outside\nclass A:\n  x = 1\n  y = x\n  z = 3\nA.x = 2\nif outside.flag(): A.z = 4',
    ))

  it('of a container is unknown once it was changed through an attribute that may hold it', () =>
    check(
      { a: 'unknown', b: 'unknown', c: 'unknown', d: 'unknown', e: '[5]', f: 'unknown' },
      `
import outside
a, b, c, d, e, f = [1], [2], [3], [4], [5], [6]
class Base(object): y = f
class A(Base):
    x = a
    def __init__(self): self.own = c
i = A()
if outside.flag():
    A.x = b
    i.own = d
    i.other = e
    i.y = 1
A.x.append(0)
i.own.append(0)
i.y.append(0)
`,
    ))

  it('taken by a default or a base class is what it was at the definition', () =>
    check(
      { 'f()': "'old'", 'B.x': "'old'" },
      "X = 'old'\nclass A: x = 'old'\ndef f(x=X): return x\nclass B(A): pass\nX = 'new'\nclass A: x = 'new'",
    ))

  it('bound to None in a branch is not taken for unbound', () =>
    check(
      { A: 'unknown', 'f()': 'absent' },
      "import outside\nA = 'a'\nif outside.flag(): A = None\nN = None\ndef f(x=N): return x",
    ))

  it('bound inside an expression that Python may pass over is unknown', async () => {
    const binds = async (expression: string, outcome: string): Promise<void> => {
      await check({ n: outcome }, `from elsewhere import open\nn = 1\nx = ${expression}\n`)
    }
    await binds('open and (n := 2)', 'unknown')
    await binds('open or {open: [n := 2]}', 'unknown')
    await binds('(n := 2) if open else 3', 'unknown')
    await binds('(n := 2) if open else (n := 2)', 'unknown')
    await binds('open < 3 < (n := 2)', 'unknown')
    await binds('open < (n := 2) < 3', 'unknown')
    await binds('1 < 2 < (n := 3)', 'unknown')
    await binds('2 < 1 < (n := 3)', '1')
    await binds('True and (n := 2)', 'unknown')
    await binds('False and (n := 2)', '1')
    await binds('[open and (n := i) for i in [2]]', 'unknown')
  })

  it('bound on the only path that leaves a round of a loop without an error is unknown behind it', () =>
    check(
      { a: 'unknown', b: 'unknown', c: '2', d: '2' },
      `
import outside
a = b = c = d = 1
for k in [1, 2]:
    if outside.flag():
        a = 2
        break
    raise ValueError
for k in [1, 2]:
    if outside.flag():
        b = 2
        continue
    raise ValueError
for k in [1, 2]:
    c = 2
    break
for k in [1, 2]:
    d = 2
    continue
`,
    ))

  it('declared global is the module’s, not that of a function around it', () =>
    check(
      { 'A.l': 'unknown', 'B.l': '2' },
      `
l = 1
class A: l = 0
class B: l = 0
def outer(l):
    def inner():
        global l
        A.l = l
    inner()
    def other(): B.l = l
    other()
outer(2)
`,
    ))

  it('declared nonlocal may stand for all that any function binds to it', () =>
    check(
      { l: 'unknown', m: 'unknown', n: '[3]', 'outer()': 'unknown' },
      `
l, m, n = [1], [2], [3]
kept = 0
def outer():
    q = 1
    def inner():
        nonlocal q
        q = l
        global kept
        kept = m
    inner()
    return q
outer().append(4)
kept.append(5)
`,
    ))

  it('bound by a loop that an error may have ended is unknown behind it', () =>
    check(
      { 'f()': 'unknown', k: 'unknown', once: "'o'" },
      `
import outside
def f():
    try:
        for i in 'st': missing.x
    except Exception: pass
    return i
try:
    once = 'o'
    while True:
        k = 1
        outside.call()
        k = 2
        break
except Exception: pass
`,
    ))
})
