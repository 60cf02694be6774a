import { check } from '../engine'

const library =
  "NAME = 'lib'\nITEMS = ['a', 'b']\n_PRIVATE = 'p'\ndef shout(x): return x.upper()\nclass Box:\n  size = 5\n"

describe('A constant of another file', () => {
  it('is followed through every way to import it', () =>
    check(
      {
        'lib.NAME': "'lib'",
        'other.NAME': "'lib'",
        'proj.lib.NAME': "'lib'",
        NAME: "'lib'",
        ALIAS: "['a', 'b']",
        "lib.shout('x') + str(lib.Box.size)": "'X5'",
      },
      'import proj.lib\nimport proj.lib as other\nfrom proj import lib\nfrom proj.lib import NAME, ITEMS as ALIAS',
      { 'proj/__init__.py': '', 'proj/lib.py': library },
    ))

  it('is followed relative to the file, from packages and through their __init__', () =>
    check(
      { 'lib.NAME': "'lib'", NAME: "'lib'", 'sub.DEEP': "'deep'", UP: "'up'" },
      'from . import lib, sub\nfrom .lib import NAME\nfrom .sub import UP',
      {
        'proj/__init__.py': '',
        'proj/lib.py': library,
        'proj/sub/__init__.py': 'from ..lib import NAME\nfrom .deep import DEEP\nfrom ..up import UP',
        'proj/sub/deep.py': "DEEP = 'deep'",
        'proj/up.py': "UP = 'up'",
      },
    ))

  it('comes through a wildcard, unless its name begins with an underscore', () =>
    check({ NAME: "'lib'", _PRIVATE: 'unknown' }, 'from proj.lib import *', {
      'proj/__init__.py': '',
      'proj/lib.py': library,
    }))

  it('is that of the last wildcard, also over a value of the file itself', () =>
    check(
      { A: "'two'", B: "'one'", C: "'two'", D: "'mine'" },
      "C = 'mine'\nfrom proj.one import *\nfrom proj.two import *\nD = 'mine'",
      {
        'proj/__init__.py': '',
        'proj/one.py': "A = 'one'\nB = 'one'\nD = 'one'",
        'proj/two.py': "A = 'two'\nC = 'two'",
      },
    ))

  it('that is imported round in a circle is found, and what never gets a value is unknown', () =>
    check({ 'a.X': "'x'", 'a.Y': "'y'", 'a.Z': 'unknown' }, 'from proj import a', {
      'proj/__init__.py': '',
      'proj/a.py': "X = 'x'\nfrom proj.b import Y\nfrom proj.b import Z",
      'proj/b.py': "from proj import a\nY = 'y'\nfrom proj.a import Z",
    }))

  it('is unknown when a function there rebinds it, or when it is bound in several branches', () =>
    check(
      { 'lib.A': 'unknown', 'lib.B': 'unknown', 'lib.C': '[1, 2]', 'lib.D': '1', 'lib.E': '2' },
      'from proj import lib',
      {
        'proj/__init__.py': '',
        'proj/lib.py':
          'import outside\nA = 1\ndef f():\n  global A\n  A = 2\nif outside.flag():\n  B = 1\nelse:\n  B = 2\nC = [1]\ndef add():\n  C.append(2)\nadd()\nE = 1\nD = E\nE = 2',
      },
    ))

  it('of a module that may be missing is what both ways agree on', () =>
    check(
      { A: 'unknown', B: "'b'" },
      "try:\n  from missing import A\n  B = 'b'\nexcept ImportError:\n  A = None\n  B = 'b'",
    ))

  it('comes from the nearest of several files that the name may mean', () =>
    check({ NAME: "'near'" }, 'from lib.names import NAME', {
      'far/lib/__init__.py': '',
      'far/lib/names.py': "NAME = 'far'",
      'proj/lib/__init__.py': '',
      'proj/lib/names.py': "NAME = 'near'",
    }))

  it('comes from the package where a module of that name lies beside it', async () => {
    const beside = { 'proj/lib/names/__init__.py': "NAME = 'package'", 'proj/lib/names.py': "NAME = 'module'" }
    for (const files of [beside, Object.fromEntries(Object.entries(beside).reverse())]) {
      await check({ NAME: "'package'" }, 'from lib.names import NAME', { 'proj/lib/__init__.py': '', ...files })
      await check({ NAME: "'package'" }, 'from .lib.names import NAME', { 'proj/lib/__init__.py': '', ...files })
    }
  })

  it('never comes from a file of the package when the name is absolute', () =>
    check({ 'types.NAME': 'unknown' }, 'import types', { 'proj/__init__.py': '', 'proj/types.py': "NAME = 'mine'" }))
})
