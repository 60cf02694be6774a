import fc from 'fast-check'
import { containers } from './containers'
import { numbers } from './numbers'
import { partsFrom, type Parts, type Types } from './parts'
import { text, one, index } from './pieces'
import { strings } from './strings'

/**
 * Python expressions as text. The names in them are bound by `statements.ts`: `i j` ints, `s t` strings, `l m` lists, `d` a
 * dict, `u` a tuple, `v` a set, `b` a flag, `x y` anything. Powers, shifts and repetitions keep to small literals, so that
 * Python itself stays quick.
 */
const made = fc.letrec<Types>(tie => {
  const parts = partsFrom(type => tie(type))
  return { ...numbers(parts), ...strings(parts), ...containers(parts), ...anything(parts) }
})

function anything({ int, str, any, list, bool, dict, set, float, bytes, tuple, iterable, limited }: Parts) {
  return {
    any: fc.oneof(
      limited,
      one('None', 'x', 'y', 'i', 's', 'outside.give()', 'True', '1', '0', '"a"', 'Ellipsis', 'range(3)', 'u', 'd'),
      int,
      str,
      str,
      float,
      bool,
      bytes,
      list,
      list,
      tuple,
      dict,
      set,
      text(fc.oneof(list, tuple), '[', index, ']'),
      text(dict, '[', one('"k"', '"a"', '1', 's', 'outside.give()'), ']'),
      text(dict, '.get(', one('"k"', '"a"', '1', 'x', '2.0'), one('', ', 5', ', s'), ')'),
      text('(', any, one(' and ', ' or '), any, ')'),
      text('(', any, ' if ', bool, ' else ', any, ')'),
      text('(lambda p, q=', any, ': ', one('p', 'q', '(p, q)', 'p or q', '[q, i]'), ')(', any, ')'),
      text('[n := ', any, ', n]'),
      text('getattr(A, ', one('"n"', '"missing"', 's'), ', ', any, ')'),
      text('outside.use(', fc.oneof(list, dict, tuple), ')'),
      text('next(iter(', iterable, '), None)'),
      text('(yielded if ', any, ' else ', any, ')'),
      text('functools.reduce(lambda p, q: [p, q], ', iterable, ')'),
      one(
        'A().m(i)',
        'A.c()',
        'A.st(s)',
        'A().p',
        'A.E',
        'B.n',
        'B().m(2)',
        'B.l',
        'r(3)',
        'f',
        'A',
        'Color.RED',
        'Color.RED.value',
        'Color.RED == "red"',
      ),
    ),
  }
}

/** An expression of any type. */
export const anyExpression = made.any
export const {
  int: intExpression,
  str: stringExpression,
  list: listExpression,
  dict: dictExpression,
  bool: boolExpression,
  set: setExpression,
  tuple: tupleExpression,
} = made
