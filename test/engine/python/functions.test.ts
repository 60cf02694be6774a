import { check } from '../engine'

describe('A function', () => {
  it('returns what its arguments make of it, by position, keyword and default', () =>
    check(
      {
        "f('a')": "('a', 2, (), [])",
        'f(b=1, a=0)': '(0, 1, (), [])',
        'f(1, 2, 3, c=4)': "(1, 2, (3,), ['c'])",
        'f(*[1, 2])': '(1, 2, (), [])',
        "f(**{'a': 5})": '(5, 2, (), [])',
      },
      'def f(a, b=2, *rest, **others):\n  return (a, b, rest, sorted(others))',
    ))

  it('that formats help texts, as keystone’s does, is followed', () =>
    check(
      { "fmt('''\n    a\n      b\n    ''')": "'a\\n  b'", "join_lines('a', 'b')": "'a\\nb'" },
      `
import textwrap
def fmt(docstr):
    """Format a docstring for use as documentation in sample config."""
    # Replace newlines with spaces.
    docstr = textwrap.dedent(docstr)
    docstr = docstr.strip()
    return docstr
def join_lines(*lines): return '\\n'.join(lines)
`,
    ))

  it('whose way depends on something unknown returns what all ways agree on', () =>
    check(
      { 'same()': "'a'", 'other()': 'unknown', 'perhaps()': 'unknown', 'loop()': 'unknown', 'raises()': "'b'" },
      `
import outside
def same():
    if outside.flag(): return 'a'
    return 'a'
def other():
    if outside.flag(): return 'a'
    return 'b'
def perhaps():
    if outside.flag(): return 'a'
def loop():
    for x in [1, 2]:
        if outside.flag(): continue
        return 'a'
    return 'b'
def raises():
    if outside.flag(): raise ValueError()
    return 'b'
`,
    ))

  it('that returns nothing returns None', () => check({ 'f()': 'absent' }, 'def f(): pass'))

  it('that is called with what is not known is unknown where that matters', () =>
    check(
      { 'f(*unknown_thing)': 'unknown', 'f(1, **unknown_thing)': 'unknown', 'g(*unknown_thing)': "'g'" },
      "def f(a, b=2): return b\ndef g(a=1): return 'g'",
    ))

  it('that calls itself, or others in a circle, is followed so far and no further', () =>
    check(
      { 'factorial(2)': '2', 'factorial(2000)': 'unknown', 'a()': 'unknown' },
      'def factorial(n): return 1 if n <= 0 else n * factorial(n - 1)\ndef a(): return b()\ndef b(): return a()',
    ))

  it('behind a decorator that is not known is unknown, behind a known one it is not', () =>
    check(
      { 'f()': 'unknown', 'g()': '1' },
      'import functools, outside\n@outside.change\ndef f(): return 1\n@functools.lru_cache\ndef g(): return 1',
    ))

  it('changes the lists that it is given, and those that it finds outside', () =>
    check({ L: '[1, 2, 3]' }, 'L = [1]\ndef add(items): items.append(2)\nadd(L)\ndef more(): L.append(3)\nmore()'))

  it('that generates gives its items, unless some may be missing', () =>
    check(
      { 'list(gen(3))': '[0, 2, 9]', 'list(may())': 'unknown', 'list(outer())': '[1, 1]' },
      `
import outside
def gen(n):
    for x in range(n):
        if x == 1: continue
        yield x
    yield from [9]
def may():
    if outside.flag(): yield 1
def outer():
    def inner(): yield 1
    return list(inner()) * 2
`,
    ))

  it('without a name is followed, too', () => check({ '(lambda x, y=2: x + y)(1)': '3' }))

  it('that is not followed may change all that its scopes hold, and no other names', () =>
    check(
      { A: 'unknown', B: 'unknown', C: "'c'", 'made()': '[4]' },
      `
A, B, C = [1], {'k': [2]}, 'c'
def made(): return [4]
def long():
    """${'Too long to be kept. '.repeat(100)}"""
    A.append(0)
    B['k'].append(0)
long()
`,
    ))

  it('that is not followed may set attributes, but makes no other functions and classes', () =>
    check(
      { 'A.n': 'unknown', 'a.own': 'unknown', 'A.m()': '6', 'A.Inner().k()': '7' },
      `
class A(object):
    n = 1
    class Inner(object):
        def k(self): return 7
    def __init__(self):
        self.own = 4
    @staticmethod
    def m(): return 6
    def long(self):
        """${'Too long to be followed. '.repeat(100)}"""
        self.own = A.n = 5
a = A()
a.long()
`,
    ))

  it('that is not followed may change what it is given, and what code gets at that it is given', () =>
    check(
      { 'given()': 'unknown', 'by_code()': 'unknown', 'by_method()': 'unknown', 'apart()': '[1]' },
      `
def long(what):
    """${'Too long to be followed. '.repeat(100)}"""
    for each in what: each()
def given():
    A = [1]
    long(A)
    return A
def by_code():
    A = [1]
    long([lambda: A.append(2)])
    return A
def by_method():
    A = [1]
    class K(object):
        def m(self): A.append(2)
    long([K().m])
    return A
def apart():
    A = [1]
    long([])
    return A
`,
    ))

  it('that calls itself too often to be followed may change what it finds outside', () =>
    check({ A: 'unknown' }, 'A = []\ndef deep(n):\n    A.append(n)\n    if n > 0: deep(n - 1)\ndeep(9)\n'))

  it('called for items that are not known may change what it finds outside', () =>
    check(
      { A: 'unknown', B: 'unknown', C: 'unknown', D: '[4]' },
      `
import outside
A, B, C = [1], [2], [3]
list(map(lambda each: A.append(each), outside.items()))
[B.append(each) for each in list(outside.items())]
for each in filter(None, list(outside.items())): C.append(each)
D = [4]
[D.append(each) for each in []]
`,
    ))
})
