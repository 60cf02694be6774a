import { check } from '../engine'

describe('An expression', () => {
  it('of strings is concatenated, repeated and cut', () =>
    check({
      "'a' + 'b' 'c'": "'abc'",
      "'ab' * 2 + '-' * 0": "'abab'",
      "'abc'[1] + 'abc'[-1] + 'abcd'[1:3]": "'bcbc'",
      "'😀b'[1]": "'b'",
      "'a' + 1": 'unknown',
      "'abc'[7]": 'unknown',
    }))

  it('with % follows Python’s conversions', () =>
    check({
      "'%s-%s' % ('a', 1)": "'a-1'",
      "'%(a)s %(b)d' % {'a': None, 'b': 2}": "'None 2'",
      "'%5s|%-5s|%05d|%x|%.2f|%%' % ('a', 'b', 42, 255, 1.005)": 'unknown',
      "'%r' % 'a'": `"'a'"`,
      "'%s' % (('a', 1),)": `"('a', 1)"`,
      "'%s' % 'a' 'b'": "'ab'",
      "'%s %s' % 'a'": 'unknown',
      "'%d %%' % -2": "'-2 %'",
      "'%d' % 'a'": 'unknown',
      "'100%' % ()": 'unknown',
      "'%.0f' % 0.5": 'unknown',
    }))

  it('with format follows Python’s fields', () =>
    check({
      "'{} {}'.format('a', 1)": "'a 1'",
      "'{1}{0}{name}'.format('a', 'b', name='c')": "'bac'",
      "'{{{0}}}'.format('ab')": "'{ab}'",
      "'{:04d}'.format(7)": 'unknown',
      "'{!r}'.format('a')": `"'a'"`,
      "'{:5}'.format(True)": 'unknown',
      "'{:5}'.format([1])": 'unknown',
      "'{}{0}'.format('a')": 'unknown',
      "'{0.real}'.format(1)": 'unknown',
      "'{}'.format()": 'unknown',
    }))

  it('of string methods gives what they return', () =>
    check({
      "' a '.strip() + ' b'.lstrip() + 'c '.rstrip()": "'abc'",
      "'xxb'.lstrip('x')": 'unknown',
      "'a,b'.split(',')": "['a', 'b']",
      "' a  b '.split()": "['a', 'b']",
      "','.join(['a', 'b'])": "'a,b'",
      "'aXb'.upper() + 'AxB'.lower()": "'AXBaxb'",
      "'a-b'.replace('-', '_')": "'a_b'",
      "'abc'.startswith('ab') and 'abc'.endswith('bc')": 'True',
      "'É'.lower()": 'unknown',
      "'a'.join({'x', 'y'})": 'unknown',
    }))

  it('with textwrap.dedent loses its indentation', () =>
    check(
      {
        "textwrap.dedent('''\\\n    a\n      b\n\n    c''')": "'a\\n  b\\n\\nc'",
        "dedent('\\ta\\n    b')": "'\\ta\\n    b'",
      },
      'import textwrap\nfrom textwrap import dedent',
    ))

  it('marked for translation is the text itself', () =>
    check(
      { "_('a') + _LE('b') + i18n._('c') + u_('d')": "'abcd'", "_('a %s') % 'b'": "'a b'", "shout('a')": "'A'" },
      'from proj import i18n\nfrom proj.i18n import _, _LE, u_\ndef shout(text): return text.upper()',
    ))

  it('of numbers is computed as Python does, in any size', () =>
    check({
      '24 * 3600': '86400',
      '2 ** 64 - 1': '18446744073709551615',
      '-7 // 2': 'unknown',
      '-7 % 3': 'unknown',
      '7 / 2': '3.5',
      '4 / 2': '2.0',
      '1.0 // 0.1': 'unknown',
      '1 << 10': '1024',
      '-(-3)': '3',
      'True + True': '2',
      '-2 ** 2': '-4',
      '1 / 0': 'unknown',
      '2 ** -1': 'unknown',
      '9007199254740993 + 0.0': '9007199254740992.0',
      "int('42') + int(2.9) + len('abc') + max(1, 2)": '49',
      "int('ff', 16)": 'unknown',
      "int('10', base=2)": 'unknown',
    }))

  it('of comparisons and truth values is what Python makes of them', () =>
    check({
      '1 < 2 <= 2 != 3': 'True',
      "'a' in 'abc' and 1 not in (2, 3)": 'True',
      'None is None and 1 is not None': 'True',
      '1 == 1.0 == True': 'True',
      '2 ** 100 == 2.0 ** 100': 'unknown',
      '2 ** 53 + 1 == 9007199254740992.0': 'False',
      '[1, [2]] == [1, [2]] and (1,) != [1]': 'True',
      "not '' and not [] and not 0": 'True',
      "'' or 'a' and 'b'": "'b'",
      "'a' if 1 > 2 else 'b'": "'b'",
      'unknown_thing == unknown_thing': 'unknown',
      "{'a': 1} == {'a': 1} or {1} == {1}": 'unknown',
      '[dict.fromkeys(range(200))] == [dict.fromkeys(range(200))]': 'unknown',
      '[dict(enumerate(range(200)))] == [dict(enumerate(range(200)))]': 'unknown',
      "{'k': dict(enumerate(range(200)))} == {'k': dict(enumerate(range(200)))}": 'unknown',
      "unknown_thing or 'a'": 'unknown',
      "'a' if unknown_thing else 'a'": "'a'",
    }))

  it('of sequences keeps their kind, order and items', () =>
    check(
      {
        '[1, *[2, 3], 4]': '[1, 2, 3, 4]',
        "(1,) + ('a',)": "(1, 'a')",
        '[1] + [2] * 2': '[1, 2, 2]',
        "list('ab') + sorted([3, 1, 2], reverse=True)": "['a', 'b', 3, 2, 1]",
        'list(range(3)) + list(range(5, 0, -2))': '[0, 1, 2, 5, 3, 1]',
        "list(zip('ab', [1, 2])) + list(enumerate('c', 5))": "[('a', 1), ('b', 2), (5, 'c')]",
        'list(itertools.chain([1], (2,)))': '[1, 2]',
        '[1, 2, 3][1:]': '[2, 3]',
        '{2, 1, 1}': '{2, 1}',
        "sorted({'b', 'a'})": "['a', 'b']",
      },
      'import itertools',
    ))

  it('of dicts keeps the last of equal keys in the first one’s place', () =>
    check({
      "{'a': 1, 'b': 2, 'a': 3}": "{'a': 3, 'b': 2}",
      "{1: 'a', True: 'b'}": "{1: 'b'}",
      "{**{'a': 1}, 'b': 2}": "{'a': 1, 'b': 2}",
      "dict(a=1, **{'b': 2})['b']": '2',
      "{'a': 1} | {'a': 2}": 'unknown',
      "{'a': 1}.get('b', 5) + {'a': 1}['a']": '6',
      "list({'a': 1}.items()) + list({'b': 2})": "[('a', 1), 'b']",
      "{k: v for k, v in [('a', 1), ('a', 2)]}": "{'a': 2}",
      "{'a': 1}['b']": 'unknown',
    }))

  it('of comprehensions is followed item by item', () =>
    check({
      '[x * 2 for x in range(4) if x != 2]': '[0, 2, 6]',
      "[(x, y) for x in 'ab' for y in (1, 2) if y > 1]": "[('a', 2), ('b', 2)]",
      "','.join(str(x) for x in [1, 2])": "'1,2'",
      '[x for x in unknown_thing]': 'unknown',
      '[x for x in [1, 2] if unknown_thing]': 'unknown',
    }))

  it('that gives items one by one is no list', () =>
    check({
      'range(3)': 'unknown',
      '(x for x in [1])': 'unknown',
      "{'a': 1}.keys()": 'unknown',
      'str(range(3))': 'unknown',
      'range(3) == [0, 1, 2]': 'unknown',
    }))

  it('of a set has no order', () =>
    check({
      "list({'a', 'b'})": 'unknown',
      "[x for x in {'a', 'b'}]": 'unknown',
      "tuple({'a'})": "('a',)",
      "len({'a', 'b'})": '2',
      'len({unknown_thing, 1})': 'unknown',
      'len({unknown_thing})': 'unknown',
      '{1, 2} - {2, 3}': '{1}',
      '{1, 2} - {unknown_thing}': 'unknown',
    }))

  it('that depends on the machine is unknown, with that as its reason', () =>
    check(
      {
        'socket.gethostname()': 'unknown: depends on the machine',
        'os.cpu_count()': 'unknown: depends on the machine',
        "os.environ.get('A')": 'unknown: depends on the machine',
        cores: 'unknown: depends on the machine',
        "os.environ['A']": 'unknown: depends on the machine',
        'cores * 2': 'unknown: depends on the machine',
        'os.cpu_count() or 1': 'unknown: depends on the machine',
        'socket.gethostname() == socket.gethostname()': 'unknown',
      },
      'import os, socket\nfrom oslo_concurrency import processutils\ncores = processutils.get_worker_count()',
    ))

  it('of library constants is the same on every machine', () =>
    check(
      {
        'sys.maxsize': '9223372036854775807',
        'units.Gi * 2': '2147483648',
        "os.path.join('/a', 'b')": "'/a/b'",
        "os.path.join(os.environ['X'], 'a', '/b', 'c')": "'/b/c'",
        'logging.INFO': '20',
      },
      'import logging, os, sys\nfrom oslo_utils import units',
    ))
})
