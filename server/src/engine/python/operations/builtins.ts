import { compactInteger } from '../../syntax/literals'
import { setAttribute } from '../run/assign'
import { attributeOf } from '../run/attributes'
import { toNumber, truth } from '../values/certainty'
import { unknownFrom } from '../run/doubt'
import { assemble, field } from './format'
import { iterableFunctions, type Builtin } from './iterables'
import { isObject, isUnknown, kindOf, orUnknown, unknown, valuesOf, type Obj, type Passed } from '../values/object'
import type { Run } from '../run/run'
import { dedent } from './strings'

/** What a function of Python or its standard library returns; undefined: not one that is followed. */
export function callBuiltin(path: string, passed: Passed, run: Run): Obj | undefined {
  if (passed.open || (passed.keywords.size > 0 && !takesKeywords.test(path))) return undefined
  const builtin = Object.hasOwn(functions, path) ? functions[path] : undefined
  const result = builtin?.(passed.positional, passed, run)
  return result === unknown ? unknownFrom(valuesOf(passed)) : result
}

/** Functions that look at their keywords. */
const takesKeywords = /\.(dict|OrderedDict|sorted|enumerate|zip|max|min)$/

const toInt: Builtin = ([value, base]) => {
  if (value === undefined || base !== undefined) return unknown
  if (typeof value === 'string') return /^-?[1-9]\d{0,99}$/.test(value) ? compactInteger(BigInt(value)) : unknown
  if (typeof value === 'bigint') return value
  const number = Math.trunc(toNumber(value) ?? NaN)
  return Number.isSafeInteger(number) ? number + 0 : unknown
}

/** posixpath.join: a later absolute part starts over, whatever stands before it. */
const joinPath: Builtin = all => {
  const absolute = all.findLastIndex(part => typeof part === 'string' && part.startsWith('/'))
  const parts = all.slice(Math.max(0, absolute))
  // What follows something unknown may or may not need a separator, or start over.
  const text = (part: Obj): string | undefined =>
    typeof part === 'string' ? part : isUnknown(part) ? part.pattern : undefined
  if (parts.length === 0 || parts.some(part => text(part) === undefined)) return unknown
  const pieces = parts.flatMap((part, at) => {
    const before = at === 0 ? '/' : text(parts[at - 1]!)!
    return before === '' || before.endsWith('/') ? [part] : ['/', part]
  })
  return assemble(pieces)
}

const text =
  (conversion: 's' | 'r'): Builtin =>
  ([value, encoding]) =>
    value === undefined ? '' : encoding === undefined ? field(value, conversion) : unknown

const functions: Readonly<Record<string, Builtin>> = {
  ...iterableFunctions,
  'builtins.int': toInt,
  'builtins.float': ([value]) => {
    const number = value === 'inf' ? Infinity : toNumber(orUnknown(value))
    return number === undefined ? unknown : { kind: 'float', value: number }
  },
  'builtins.bool': ([value]) => (value === undefined ? false : (truth(value) ?? unknown)),
  'builtins.str': text('s'),
  'six.text_type': text('s'),
  'builtins.repr': text('r'),
  'builtins.getattr': ([object, name, otherwise], _, run) => {
    if (object === undefined || typeof name !== 'string') return unknown
    const found = attributeOf(object, name, run)
    return isUnknown(found) && otherwise !== undefined ? unknown : found
  },
  'builtins.setattr': ([object, name, value], _, run) => {
    if (object === undefined || typeof name !== 'string' || value === undefined) return undefined
    setAttribute(object, name, value, run)
    return null
  },
  'builtins.isinstance': ([value, type], _, run) => {
    const types = type !== undefined && isObject(type) && type.kind === 'tuple' ? type.items : [orUnknown(type)]
    if (value === undefined) return unknown
    const answers = types.map(one => isInstance(value, one, run))
    return answers.includes(true) ? true : answers.includes(undefined) ? unknown : false
  },
  'os.path.join': joinPath,
  'posixpath.join': joinPath,
  'os.path.normpath': ([path]) =>
    typeof path === 'string' && path !== '' && !/\/\/|\/\.|^\.|\/$/.test(path) ? path : unknown,
  'textwrap.dedent': ([source]) => (typeof source === 'string' ? dedent(source) : unknown),
  'builtins.property': () => undefined,
}

/** Classes of which the values that are followed are; anything else is of none of them. */
const simple = ['str', 'int', 'bool', 'NoneType', 'list', 'tuple', 'dict', 'float', 'bytes']

/** Whether a value is of a class; undefined where that cannot be told. */
function isInstance(value: Obj, type: Obj, run: Run): boolean | undefined {
  if (!isObject(type) || type.kind !== 'external') return undefined
  const path = type.path.replace(/^six\.string_types$/, 'builtins.str')
  const answer = run.world.library.isInstance(value, path)
  if (answer !== undefined) return answer
  const own = { string: 'str', number: 'int', boolean: 'bool', none: 'NoneType' }[kindOf(value)] ?? kindOf(value)
  const asked = path.replace(/^builtins\./, '')
  if (!simple.includes(own) || !simple.includes(asked)) return undefined
  return own === asked || (own === 'bool' && asked === 'int')
}
