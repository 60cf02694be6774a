import fc, { type Arbitrary } from 'fast-check'
import {
  anyExpression,
  boolExpression,
  dictExpression,
  intExpression,
  listExpression,
  setExpression,
  stringExpression,
  tupleExpression,
} from './expressions'
import { one, text } from './pieces'

/** Python programs that bind the names of `expressions.ts`, change what they stand for, and declare options. */

const simple: Arbitrary<string> = fc.oneof(
  text(one('i', 'j'), one(' = ', ' += ', ' -= ', ' *= '), intExpression),
  text(one('s', 't'), one(' = ', ' += ', ': str = '), stringExpression),
  text(one('l', 'm'), ' = ', listExpression),
  text('l', one(' += ', ' *= 2; l += '), listExpression),
  text('d = ', dictExpression),
  text('d |= ', dictExpression),
  text('v = ', setExpression),
  text('v', one(' |= ', ' &= ', ' -= '), setExpression),
  text('u = ', tupleExpression),
  text('b = ', boolExpression),
  text(
    one(
      'x',
      'y',
      'x = y',
      'l = m',
      'x = m',
      'd["k"]',
      'A.n',
      'A.l',
      'd[s]',
      'l[0]',
      'l[-1]',
      'd[outside.give()]',
      'l[0:1]',
      'd["a"]',
    ),
    ' = ',
    anyExpression,
  ),
  text(
    one(
      'x = l',
      'y = d',
      'x = v',
      'x = d["a"]',
      'm = l',
      'x = copy.deepcopy(d)',
      'x = A()',
      'A.l = l',
      'y = [l, l]',
      'x = l.copy()',
      'y = d.keys()',
      'x = f',
      'x = lambda: i',
    ),
  ),
  text('l.append(', anyExpression, ')'),
  text('l.extend(', fc.oneof(listExpression, setExpression, stringExpression), ')'),
  text('l.insert(', one('0', '1', '-1'), ', ', anyExpression, ')'),
  text(
    'l.',
    one(
      'remove(1)',
      'pop()',
      'clear()',
      'sort()',
      'sort(reverse=True)',
      'sort(key=str)',
      'reverse()',
      'remove(i)',
      'remove("a")',
      'count(1)',
    ),
  ),
  text('d.update(', fc.oneof(dictExpression, one('k=2', '{"a": 1}, k=s', '[("k", 3)]')), ')'),
  text(
    'd.',
    one('pop("k")', 'pop("zz", None)', 'clear()', 'setdefault("k", 9)', 'setdefault("new", []).append(1)', 'popitem()'),
  ),
  text('v.', one('add(5)', 'add(x)', 'discard(1)', 'update([7])', 'remove(1)')),
  one('del d["k"]', 'del l[0]', 'del x', 'del l[:]', 'del A.n', 'x = d.pop("k")', 'x = l.pop()'),
  text(
    one('x, y', 'x, *y', '(x, y), i', '[x, y]', 'i, j', 's, t', 'x, l[0]'),
    ' = ',
    fc.oneof(tupleExpression, listExpression, stringExpression),
  ),
  text('outside.use(', one('l', 'd', 'v', '[l]', '(l, d)', '{"n": l}', 'd["a"]', '*[l]', 'l=l', 'A', 'u'), ')'),
  one(
    'pass',
    'i += 1',
    'assert True',
    's += "x"',
    'l = l + [i]',
    'd["k"] = i',
    'x = [i]',
    'l.append(i)',
    'x = i',
    'y = x',
    'u = (i,)',
    'setattr(A, "n", 9)',
    'i, j = j, i',
    '[l.append(k) for k in [1, 2]]',
    '[x := k for k in [1, 2]]',
    'print',
    'global i',
    'x = A(); x.own = i',
    'x.own = 7',
    'd["a"].append(i)',
    'd["a"] += [1]',
    'import os as t',
    'from os import sep as s',
    'A.E = l',
    'nested = {"l": l}; nested["l"].append(0)',
  ),
)

type Blocks = {
  /** A statement that stands for itself: it may define what others call. */
  outer: string
  statement: string
  block: string
}

const indent = (block: string): string => block.replace(/^/gm, '    ')
/** Statements without strings that go over lines, whose text indenting would change. */
const safe = simple.filter(statement => !statement.includes('\n'))

const blocks = fc.letrec<Blocks>(tie => {
  const block = tie('block').map(indent)
  const leaving = one('break', 'continue', 'pass', 'break', 'raise ValueError')
  const test = fc
    .oneof(one('outside.flag()', 'outside.flag()', 'b', 'i == 3', 'outside.give()', 'True', 's'), boolExpression)
    .filter(each => !each.includes('\n'))
  const source = fc
    .oneof(
      one('[1, 2]', 'l', 'd', 'd.items()', 'outside.items()', 'range(3)', 'v', 's', 'u', '()', '"ab"', 'gen()'),
      listExpression,
    )
    .filter(each => !each.includes('\n'))
  return {
    statement: fc.oneof(
      { maxDepth: 2 },
      { weight: 5, arbitrary: safe },
      { weight: 2, arbitrary: text('if ', test, ':\n', block) },
      text('if ', test, ':\n', block, '\nelif ', test, ':\n', block, '\nelse:\n', block),
      { weight: 2, arbitrary: text('for ', one('k', 'x', 'i', '_', 'k, n'), ' in ', source, ':\n', block) },
      text('for k in ', source, ':\n', block, '\n    if ', test, ': ', leaving, '\n', block),
      text(
        'for k in ',
        source,
        ':\n    if ',
        test,
        ':\n    ',
        safe.map(each => '    ' + each),
        '\n        ',
        leaving,
        '\n',
        block,
        '\nelse:\n',
        block,
      ),
      text('for _ in range(outside.number()):\n', block),
      text(
        'n = 0\nwhile ',
        one('n < 3', 'outside.flag()', 'n < outside.number()', 'True'),
        ':\n    n += 1\n',
        block,
        '\n    if n > 4: break',
        one('', '\nelse:\n    x = 8'),
      ),
      text(
        'try:\n',
        block,
        '\n',
        one('except ValueError:', 'except Exception as y:'),
        '\n',
        block,
        one('', '\nelse:\n    x = "else"', '\nfinally:\n    y = "finally"'),
      ),
      text('try:\n', block, '\n    if outside.flag(): raise ValueError\n', block, '\nexcept Exception:\n', block),
      text('try:\n    import missing_module as x\n', block, '\nexcept ImportError:\n', block),
      text(
        'def change():\n    global ',
        one('i', 'x', 's', 'l', 'd'),
        '\n',
        block,
        '\n',
        one('change()', 'pass', 'x = change()'),
      ),
      text('def change(l):\n', block, '\n', one('change(l)', 'change(m)', 'change(x)', 'change([l])')),
      text(
        'def outer():\n    q = 1\n    def inner():\n        nonlocal q\n        q = ',
        anyExpression.filter(each => !each.includes('\n')),
        '\n    ',
        one('inner()', 'pass'),
        '\n    return q\nx = outer()',
      ),
      text(
        'def made():\n    ',
        one(
          'if outside.flag(): yield 1',
          'for q in outside.items(): yield q',
          'yield from outside.items()',
          'yield i; yield s',
          'return; yield',
        ),
        '\n    yield 9\nx = list(made())',
      ),
      text(
        'class A(A):\n',
        block.filter(each => !each.includes('global')),
        '\n    ',
        one('n = 1', 'pass', 'l = [x for x in (1, 2)]'),
      ),
      text('with open(os.devnull) as x:\n', block),
      text(
        'match ',
        anyExpression.filter(each => !each.includes('\n')),
        ':\n    case 1:\n',
        block.map(indent),
        '\n    case ',
        one('_', 'x', '[x, *y]', '"a" | "b"', '{"k": x}'),
        ':\n',
        block.map(indent),
      ),
    ),
    outer: fc.oneof(
      { weight: 8, arbitrary: tie('statement') },
      text(
        'def f(n, k=',
        one('i', 's', 'l', '[]', 'j + 1', 'd["k"]'),
        '):\n',
        block,
        '\n    ',
        one('return n', 'return k', 'return (n, k)', 'k = n', 'return i'),
      ),
      text(
        'def f(n, k=2):\n    for q in ',
        source,
        ':\n        if ',
        test,
        ': ',
        one('return 1', 'continue', 'break'),
        '\n        ',
        one('return 2', 'n = 3', 'return q'),
        '\n    return n',
      ),
      text('def f(n, k=2):\n    if ', test, ': return 1\n', block, '\n    return n'),
    ),
    block: fc.array(tie('statement'), { minLength: 1, maxLength: 2 }).map(all => all.join('\n')),
  }
})

const names = ['i', 's', 'l', 'd', 'x', 'y', 'm', 'u', 'v', 'b', 'f(1)', 'A.n', 'len(l)', 'A.l', 'j', 't']

/** A program as a list of statements, to stand behind the prelude; the last ones declare options `o0`, `o1`, ... */
export const program: Arbitrary<string[]> = fc
  .tuple(fc.array(blocks.outer, { maxLength: 4 }), fc.array(anyExpression, { minLength: 4, maxLength: 8 }))
  .map(([all, expressions]) => {
    const told = all.length > 0 ? [...names, ...expressions] : expressions
    return [...all, ...told.map((expression, at) => `cfg.Opt('o${at}', default=${expression})`)]
  })
