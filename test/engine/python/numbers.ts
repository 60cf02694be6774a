import fc from 'fast-check'
import type { Parts } from './parts'
import { text, one, intLiteral, floatLiteral, small } from './pieces'

/** Numbers and truth values. */
export function numbers({ int, str, any, list, bool, float, iterable, limited }: Parts) {
  return {
    int: fc.oneof(
      limited,
      fc.oneof({ weight: 3, arbitrary: intLiteral }, { weight: 2, arbitrary: one('i', 'j') }),
      text('(', int, one(' + ', ' - ', ' * ', ' // ', ' % ', ' & ', ' | ', ' ^ '), int, ')'),
      text('(', int, one(' ** ', ' << ', ' >> '), one('0', '1', '2', '5', '16'), ')'),
      text(one('-', '~', '+', '- '), int),
      text(int, one(' + ', ' * ', ' - ', ' // ', ' % '), int, one(' * ', ' + ', ' - ', ' ** 2 + '), int),
      text('len(', iterable, ')'),
      text(
        'int(',
        fc.oneof(int, bool, float, one('"12"', '" -7 "', '"007"', '"1_0"', '"ff", 16', '"10", base=2', '')),
        ')',
      ),
      text(
        one('max', 'min', 'sum'),
        '(',
        fc.oneof(text(int, ', ', int), text('[', int, ', ', int, ']'), list),
        one('', '', ', 3', ', start=2', ', default=4', ', key=lambda k: -k'),
        ')',
      ),
      text('abs(', int, ')'),
      text('(', int, ' if ', bool, ' else ', int, ')'),
      text(list, '.index(', any, ')'),
      text('f(', int, ')'),
      one('A.n', 'A().n', 'outside.number()', 'True + 1', 'True & False', 'i and j'),
    ),
    float: fc.oneof(
      limited,
      floatLiteral,
      text('(', float, one(' + ', ' - ', ' * ', ' / ', ' // ', ' % '), fc.oneof(int, float), ')'),
      text('(', int, ' / ', int, ')'),
      text('float(', int, ')'),
      text('-', float),
      text('(', float, ' ** ', small, ')'),
      text('(', int, ' ** -', one('1', '2'), ')'),
    ),
    bool: fc.oneof(
      limited,
      one('True', 'False', 'b', 'outside.flag()'),
      text('(', any, one(' == ', ' != ', ' is ', ' is not '), any, ')'),
      text('(', int, one(' < ', ' <= ', ' > ', ' >= '), int, one('', '', ' < 5', ' == 1'), ')'),
      text('(', any, one(' in ', ' not in '), iterable, ')'),
      text('(', list, ' < ', list, ')'),
      text('(', str, one(' < ', ' >= '), str, ')'),
      text('(', bool, one(' and ', ' or ', ' & ', ' | ', ' ^ '), bool, ')'),
      text('(not ', any, ')'),
      text('bool(', any, ')'),
      text(one('any', 'all'), '(', iterable, ')'),
      text(
        'isinstance(',
        any,
        ', ',
        one('str', 'int', 'list', 'dict', 'tuple', 'bool', 'float', '(str, int)', 'set', 'object'),
        ')',
      ),
      text(str, one('.startswith(', '.endswith('), str, ')'),
      text(str, one('.isdigit()', '.isupper()')),
    ),
  }
}
