/** What every program begins with. Its functions and classes are small versions of what configuration modules use. */
export const prelude = `
import collections, copy, enum, functools, itertools, os, sys, textwrap
def _(message): return message
def f(n, k=2): return n + k
def g(*args, **kw): return '%s-%s' % (args, sorted(kw))
def h(*args, k='z', **kw):
    if not args: return k
    return 'h%s' % len(args) + k
def h2(flag):
    made = [1]
    if flag: made.append(2)
    return made
def gen():
    yield 1
    if outside.flag(): yield 2
    yield from [3]
def gen2(n):
    for k in range(n):
        if k == 1: continue
        yield k
def r(n): return 1 if n <= 0 else n * r(n - 1)
class A(object):
    n = 3
    s = 'a' + 's'
    l = [n, n]
    E = None
    def __init__(self): self.own = 5
    def m(self, k): return self.n + k
    @classmethod
    def c(cls): return cls.s
    @staticmethod
    def st(k): return k
    @property
    def p(self): return self.own
class B(A):
    n = 4
    def m(self, k): return super().m(k) * 2
class Color(enum.Enum):
    RED = 'red'
i = 3; j = -2; s = 'st'; t = "T%s"; l = [1, 'a']; m = l; d = {'k': 1, 'a': [2]}; u = ('p', 4); v = {1, 'q'}; b = True; x = None; y = 1.5; yielded = 0
`
