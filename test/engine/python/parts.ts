import fc, { type Arbitrary } from 'fast-check'
import { one, text } from './pieces'

/** Expressions by the type that they mostly have. */
export type Types = {
  int: string
  float: string
  bool: string
  str: string
  bytes: string
  list: string
  tuple: string
  dict: string
  set: string
  any: string
}

/** What expressions of each type are made of. */
export type Parts = ReturnType<typeof partsFrom>

export function partsFrom(tie: (type: keyof Types) => Arbitrary<string>) {
  const int = tie('int')
  const str = tie('str')
  const any = tie('any')
  const list = tie('list')
  const bool = tie('bool')
  const dict = tie('dict')
  const set = tie('set')
  const iterable = fc.oneof(
    list,
    str,
    tie('tuple'),
    dict,
    set,
    one('range(3)', 'range(min(i, 6))', 'range(1, len(s))'),
    text('sorted(', list, ')'),
    text('reversed(', list, ')'),
    text('(k for k in ', list, ')'),
    text(dict, one('.items()', '.keys()', '.values()')),
    text('outside.items()'),
    text('zip(', list, ', ', str, ')'),
    text('enumerate(', list, ')'),
    text('map(str, ', list, ')'),
    text('filter(None, ', list, ')'),
  )
  const items = fc.array(any, { maxLength: 3 })
  const listed = items.map(all => all.join(', '))
  const starred = fc.tuple(listed, iterable).map(([before, star]) => `${before === '' ? '' : before + ', '}*${star}`)
  const generatorClause = fc
    .tuple(iterable, fc.option(bool))
    .map(([source, test]) => `for k in ${source}${test === null ? '' : ' if ' + test}`)
  const element = one('k', 'str(k)', '(k, i)', 'k == i', '"%s" % (k,)', 'k * 2', '[k]', 'i', 'f"{k}"', 'k and s')
  const limited = { maxDepth: 3, depthSize: 'small' } as const
  return {
    int,
    str,
    any,
    list,
    bool,
    dict,
    set,
    float: tie('float'),
    bytes: tie('bytes'),
    tuple: tie('tuple'),
    iterable,
    items,
    listed,
    starred,
    generatorClause,
    element,
    limited,
  }
}
