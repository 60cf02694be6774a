import { compactInteger, decodeNumber } from '../../syntax/literals'
import { setAttribute } from '../run/assign'
import { attributeOf } from '../run/attributes'
import { toNumber, truth } from '../values/certainty'
import { unknownFrom } from '../run/doubt'
import { repr, str } from './format'
import { iterableFunctions, type Builtin } from './iterables'
import { longest } from '../values/limits'
import { isObject, kindOf, unknown, valuesOf, type Obj, type Passed } from '../values/object'
import type { Run } from '../run/run'
import { cleanDoc, dedent } from './strings'

/** What a function of Python or its standard library returns; undefined: not one that is followed. */
export function callBuiltin(path: string, passed: Passed, run: Run): Obj | undefined {
  if (passed.open || (passed.keywords.size > 0 && !takesKeywords.test(path))) return undefined
  const builtin = Object.hasOwn(functions, path) ? functions[path] : undefined
  const result = builtin?.(passed.positional, passed, run)
  return result === unknown ? unknownFrom(valuesOf(passed)) : result
}

/** Functions that look at their keywords. */
const takesKeywords = /\.(dict|OrderedDict|sorted|enumerate|zip|max|min|sum)$/

const toInt: Builtin = ([value, base]) => {
  if (typeof value === 'string' && base === undefined && /^\s*[-+]?\d+\s*$/.test(value)) {
    const digits = decodeNumber(value.trim().replace(/^[-+]?0*(?=\d)/, ''))?.value
    if (digits === undefined) return unknown
    return compactInteger(value.trim().startsWith('-') ? -BigInt(digits) : BigInt(digits))
  }
  if (typeof value === 'number' || typeof value === 'bigint') return base === undefined ? value : unknown
  const number = value === undefined ? undefined : toNumber(value)
  return number !== undefined && Number.isSafeInteger(Math.trunc(number)) && base === undefined
    ? Math.trunc(number) + 0
    : unknown
}

const joinPath: Builtin = all => {
  // What stands before an absolute path has no say.
  const absolute = all.findLastIndex(part => typeof part === 'string' && part.startsWith('/'))
  const args = all.slice(Math.max(0, absolute))
  const length = args.reduce<number>((sum, part) => sum + (typeof part === 'string' ? part.length : 1), 0)
  if (args.length === 0 || length > longest) return unknown
  if (!args.every(part => typeof part === 'string')) {
    const known = args.map(part =>
      typeof part === 'string' ? part : isObject(part) && part.kind === 'unknown' ? part.pattern : undefined,
    )
    return known.every(part => part !== undefined) && known.length > 0
      ? { kind: 'unknown', pattern: joinSegments(known) }
      : unknown
  }
  return joinSegments(args)
}

/** posixpath.join: a later absolute part starts over. */
function joinSegments(segments: readonly string[]): string {
  return segments.reduce((path, part) => {
    if (part.startsWith('/')) return part
    return path === '' || path.endsWith('/') ? path + part : `${path}/${part}`
  })
}

const identity: Builtin = ([value]) => value

const text =
  (render: (value: Obj) => string | undefined): Builtin =>
  ([value]) => {
    if (value === undefined) return ''
    const rendered = render(value)
    if (rendered !== undefined) return rendered
    return isObject(value) && value.kind === 'unknown' && value.pattern !== undefined ? value : unknown
  }

/** The one text that `float` is given in earnest. */
function infinity(value: Obj): number | undefined {
  const sign = typeof value === 'string' ? /^([-+]?)inf(?:inity)?$/i.exec(value)?.[1] : undefined
  return sign === undefined ? undefined : sign === '-' ? -Infinity : Infinity
}

const functions: Readonly<Record<string, Builtin>> = {
  ...iterableFunctions,
  'builtins.abs': ([value]) => (typeof value === 'number' ? Math.abs(value) : unknown),
  'builtins.int': toInt,
  'builtins.float': ([value]) => {
    const number = value === undefined ? undefined : (toNumber(value) ?? infinity(value))
    return number === undefined ? unknown : { kind: 'float', value: number }
  },
  'builtins.bool': ([value]) => (value === undefined ? false : (truth(value) ?? unknown)),
  'builtins.str': text(str),
  'builtins.unicode': text(str),
  'six.text_type': text(str),
  'builtins.repr': text(repr),
  'builtins.getattr': ([object, name, otherwise], _, run) => {
    if (object === undefined || typeof name !== 'string') return unknown
    const found = attributeOf(object, name, run)
    return kindOf(found) === 'unknown' && otherwise !== undefined ? unknown : found
  },
  'builtins.setattr': ([object, name, value], _, run) => {
    if (object === undefined || typeof name !== 'string' || value === undefined) return undefined
    setAttribute(object, name, value, run)
    return null
  },
  'builtins.isinstance': ([value, type], _, run) => {
    const types = type === undefined ? undefined : isObject(type) && type.kind === 'tuple' ? type.items : [type]
    if (value === undefined || !types) return unknown
    const answers = types.map(one => isInstance(value, one, run))
    return answers.includes(true) ? true : answers.includes(undefined) ? unknown : false
  },
  'os.path.join': joinPath,
  'posixpath.join': joinPath,
  'os.path.normpath': ([path]) =>
    typeof path === 'string' && path !== '' && !/\/\/|\/\.|^\.|\/$/.test(path) ? path : unknown,
  'textwrap.dedent': ([source]) => (typeof source === 'string' ? dedent(source) : unknown),
  'inspect.cleandoc': ([source]) => (typeof source === 'string' ? (cleanDoc(source) ?? unknown) : unknown),
  'six.u': identity,
  'builtins.property': () => undefined,
}

/** Classes of which the values that are followed are; anything else is of none of them. */
const simple = ['str', 'int', 'bool', 'NoneType', 'list', 'tuple', 'dict', 'set', 'float', 'bytes']
const sequences = ['Iterable', 'Collection', 'Sequence', 'Sized', 'Container']

/** Whether a value is of a class; undefined where that cannot be told. */
function isInstance(value: Obj, type: Obj, run: Run): boolean | undefined {
  if (!isObject(type) || type.kind !== 'external') return undefined
  const path = type.path.replace(/^six\.string_types$/, 'builtins.str').replace(/^collections\.abc\./, 'collections.')
  const answer = run.world.library.isInstance(value, path)
  if (answer !== undefined) return answer
  const own = { string: 'str', number: 'int', boolean: 'bool', none: 'NoneType' }[kindOf(value)] ?? kindOf(value)
  if (!simple.includes(own)) return undefined
  const asked = path.slice(path.lastIndexOf('.') + 1)
  if (path.startsWith('collections.') && sequences.includes(asked)) {
    return ['list', 'tuple', 'dict', 'set', 'str', 'bytes'].includes(own)
      ? asked === 'Sequence'
        ? !/set|dict/.test(own)
        : true
      : false
  }
  // It may be a frozenset.
  if (!path.startsWith('builtins.') || !simple.includes(asked) || (own === 'set' && asked === 'set')) return undefined
  return own === asked || (own === 'bool' && asked === 'int')
}
