import { check } from '../engine'

describe('A container', () => {
  it('shows what was changed in place, whoever did it', () =>
    check(
      {
        L: "['a', 'b', 'c', 'd']",
        D: "{'a': 1, 'b': 2}",
        M: "['a', 'b', 'c', 'd']",
        S: 'unknown',
        T: '[2]',
        U: "{'b': 2}",
      },
      `
L = ['a']
M = L
L.append('b')
L.extend(('c',))
M += ['d']
D = {'a': 1}
D['b'] = 2
S = {1}
S2 = S
S2 |= {2}
T = [1, 2]
del T[0]
U = dict(a=1, b=2)
del U['a']
`,
    ))

  it('is unknown once it was changed in a way that is not followed', () =>
    check(
      { A: 'unknown', B: 'unknown', C: 'unknown', D: 'unknown', E: 'unknown', F: 'unknown' },
      `
import outside
A, B, C, D, E, F = [1], [1], [1], {'a': 1}, [1], [1]
outside.change(A)
outside.change({'b': (B,)})
if outside.flag(): C.append(2)
D[outside.key()] = 2
E.sort(key=outside.key)
either = E if outside.flag() else F
either.append(2)
`,
    ))

  it('is unknown once an expression may have changed it', () =>
    check(
      { a: 'unknown', b: '[1, 2]', 'len(a)': 'unknown' },
      'from elsewhere import open\na = [1]\nb = [1]\nopen and a.append(2)\nTrue and b.append(2)\n',
    ))

  it('is unknown once something that may be it was changed', () =>
    check(
      { a: 'unknown', b: 'unknown', c: "{'k': [1]}", d: "{'k': [1]}" },
      `
import outside
a, b = {'k': [1]}, [2]
x = a[outside.key()]
x.append(2)
outside.use((b, *outside.items()) + ())
c, d = {'k': [1]}, {'k': [1]}
x = c[outside.key()].keys()
`,
    ))

  it('is unknown once a class body may have changed it', () =>
    check(
      { a: 'unknown', b: 'unknown', c: '[3, 1, 2]' },
      `
import outside
a, b, c = [1], [2], [3]
class A:
    x = outside.use(a)
    y = 1, outside.use([b])
    [c.append(k) for k in [1, 2]]
`,
    ))

  it('that gives its items one by one is certain where it is made, and under a name no more', () =>
    check(
      { first: 'unknown', second: 'unknown', keys: 'unknown', now: "['k', 'l']", live: 'unknown' },
      `
once = (x for x in [1, 2])
first = list(once)
second = list(once)
d = {'k': 1}
view = d.keys()
d['l'] = 2
keys = list(view)
now = list(d.keys())
live = []
for item in d.items():
    d['l'] = 3
    live.append(item)
`,
    ))

  it('that grows while it is gone through is unknown', () =>
    check(
      { a: 'unknown', b: 'unknown', c: '[1]' },
      `
import outside
m, n = [1], [1]
a = [m.append(2) for k in m if len(m) < 4]
b = ['1' for k in n if [outside.use(n)]]
c = [k for k in [1] if [outside.use(m)]]
`,
    ))

  it('is unknown once a handler may have changed it under a name that the try has bound', () =>
    check(
      { a: 'unknown', b: 'unknown', c: 'unknown', d: '[4]', fine: '[5]' },
      `
import outside
a, b, c, d = [1], [2], [3], [4]
e = [8]
try:
    if outside.flag():
        e = a
        raise ValueError
    e = b
    e = 1
    new = c
    fine = [5]
except Exception:
    new.append(6)
    e = e[0:] + [e.append(7)]
    d[0:1]
`,
    ))

  it('is unknown once a handler in a class may have changed it under a name that is not the class’s yet', () =>
    check(
      { a: 'unknown', b: '[2]' },
      `
a, b = [1], [2]
class A:
    try:
        import outside
        a = b = 1
    except ImportError:
        a += [3]
`,
    ))

  it('of something unknown has no place that is known', () =>
    check(
      {
        'l.index(outside.x)': 'unknown',
        'l.index(outside.f())': 'unknown',
        'outside.f() in l': 'unknown',
        'l.index(1)': 'unknown',
      },
      'import outside\nl = [outside.f(), 1]',
    ))

  it('is unknown once something that may have come out of an operation was changed', () =>
    check(
      { L: 'unknown', M: 'unknown', N: 'unknown', O: 'unknown', P: 'unknown', Q: '[6]' },
      `
import outside
L, M, N, O, P, Q = [1], [2], [3], [4], [5], [6]
outside.use((outside.f() + (True, L))[:])
outside.use([M].pop())
@outside.decorator
def f(): return N
outside.use(f())
outside.use(max([O], key=outside.k))
outside.use([P] - outside.f())
outside.use(str(Q) + outside.f())
`,
    ))
})
