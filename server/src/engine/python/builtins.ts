import { distinct, isCertain, isUncertain, itemsIn, toNumber, truth } from './certainty'
import { isObject, kindOf, unknown, type Obj, type Passed } from './object'
import { compareOrder, longest } from './operators'
import { decodeNumber } from '../syntax/literals'
import { repr, str } from './format'
import { attributeOf } from './attributes'
import type { Run } from './run'
import { cleanDoc, dedent } from './strings'

/** What a function of Python or its standard library returns; undefined: not one that is followed. */
export function callBuiltin(path: string, passed: Passed, run: Run): Obj | undefined {
  if (passed.open) return undefined
  const builtin = Object.hasOwn(functions, path) ? functions[path] : undefined
  return builtin?.(passed.positional, passed, run)
}

type Builtin = (args: readonly Obj[], passed: Passed, run: Run) => Obj | undefined

function list(items: readonly Obj[], run: Run, uncertain = false): Obj {
  return { kind: 'list', items: [...items], branch: run.branch, uncertain }
}

/** A list of what several iterables hold; what is not known of them makes it uncertain. */
function listOf(sources: readonly Obj[], run: Run): Obj {
  const uncertain = sources.some(source => itemsIn(source) === undefined || isUncertain(source))
  return list(
    sources.flatMap(source => itemsIn(source) ?? []),
    run,
    uncertain,
  )
}

const makeList: Builtin = ([source], _, run) => (source === undefined ? list([], run) : listOf([source], run))

const makeTuple: Builtin = ([source]) => {
  if (source === undefined) return { kind: 'tuple', items: [] }
  const items = itemsIn(source)
  return items && !isUncertain(source) ? { kind: 'tuple', items } : unknown
}

const makeSet: Builtin = ([source], _, run) => {
  const items = source === undefined ? [] : itemsIn(source)
  return {
    kind: 'set',
    items: distinct(items ?? []),
    branch: run.branch,
    uncertain: !items || isUncertain(source ?? null),
  }
}

const makeDict: Builtin = ([source], passed, run) => {
  const entries: [Obj, Obj][] = []
  let uncertain = false
  if (source !== undefined && isObject(source) && source.kind === 'dict') {
    entries.push(...source.entries.map(([key, value]) => [key, value] as [Obj, Obj]))
    uncertain = source.uncertain
  } else if (source !== undefined) {
    const pairs = itemsIn(source)?.map(itemsIn)
    if (!pairs || isUncertain(source) || pairs.some(pair => pair?.length !== 2)) uncertain = true
    else for (const pair of pairs) entries.push([pair![0]!, pair![1]!])
  }
  for (const [key, value] of passed.keywords) entries.push([key, value])
  return { kind: 'dict', entries, branch: run.branch, uncertain }
}

const sorted: Builtin = ([source], passed, run) => {
  const items = source === undefined ? undefined : itemsIn(source)
  if (!items || isUncertain(source!) || passed.keywords.has('key') || !items.every(item => isCertain(item))) {
    return source === undefined || !items ? unknown : list(items, run, true)
  }
  let comparable = true
  const copy = [...items].sort((a, b) => {
    const order = compareOrder(a, b)
    if (order === undefined) comparable = false
    return order ?? 0
  })
  const reverse = truth(passed.keywords.get('reverse') ?? false)
  if (!comparable || reverse === undefined) return unknown
  return list(reverse ? copy.reverse() : copy, run)
}

const range: Builtin = (args, _, run) => {
  const bounds = args.map(argument => (typeof argument === 'number' ? argument : undefined))
  if (bounds.includes(undefined) || bounds.length === 0 || bounds.length > 3) return unknown
  const [start = 0, stop = 0, step = 1] = bounds.length === 1 ? [0, bounds[0]] : bounds
  if (step === 0 || Math.abs((stop - start) / step) > longest / 20) return unknown
  const items: Obj[] = []
  for (let at = start; step > 0 ? at < stop : at > stop; at += step) items.push(at)
  return list(items, run)
}

const extreme =
  (sign: 1 | -1): Builtin =>
  (args, passed) => {
    const items = args.length === 1 ? itemsIn(args[0]!) : args
    if (!items || items.length === 0 || passed.keywords.size > 0 || (args.length === 1 && isUncertain(args[0]!)))
      return unknown
    let best: Obj = items[0] ?? null
    for (const item of items.slice(1)) {
      const order = compareOrder(item, best)
      if (order === undefined) return unknown
      if (order * sign > 0) best = item
    }
    return isCertain(best) ? best : unknown
  }

const toInt: Builtin = ([value, base]) => {
  if (typeof value === 'string' && base === undefined && /^\s*[-+]?\d+\s*$/.test(value)) {
    const digits = decodeNumber(value.trim().replace(/^[-+]?0*(?=\d)/, ''))?.value
    return digits === undefined ? unknown : value.trim().startsWith('-') ? -digits : digits
  }
  if (typeof value === 'number' || typeof value === 'bigint') return base === undefined ? value : unknown
  const number = value === undefined ? undefined : toNumber(value)
  return number !== undefined && Number.isSafeInteger(Math.trunc(number)) && base === undefined
    ? Math.trunc(number)
    : unknown
}

const joinPath: Builtin = args => {
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

const copy: Builtin = ([object], _, run) => {
  if (object === undefined || !isObject(object)) return object
  if (object.kind === 'list' || object.kind === 'set')
    return { ...object, items: [...object.items], branch: run.branch }
  if (object.kind === 'dict') return { ...object, entries: object.entries.map(([k, v]) => [k, v]), branch: run.branch }
  return object
}

const text =
  (render: (value: Obj) => string | undefined): Builtin =>
  ([value]) => {
    if (value === undefined) return ''
    const rendered = render(value)
    if (rendered !== undefined) return rendered
    return isObject(value) && value.kind === 'unknown' && value.pattern !== undefined ? value : unknown
  }

const functions: Readonly<Record<string, Builtin>> = {
  'builtins.list': makeList,
  'builtins.tuple': makeTuple,
  'builtins.set': makeSet,
  'builtins.frozenset': makeSet,
  'builtins.dict': makeDict,
  'collections.OrderedDict': makeDict,
  'builtins.sorted': sorted,
  'builtins.range': range,
  'builtins.xrange': range,
  'six.moves.range': range,
  'builtins.reversed': ([source], _, run) => {
    const items = source === undefined ? undefined : itemsIn(source)
    return items ? list([...items].reverse(), run, isUncertain(source!)) : unknown
  },
  'builtins.enumerate': ([source, start], passed, run) => {
    const first = start ?? passed.keywords.get('start') ?? 0
    const items = source === undefined ? undefined : itemsIn(source)
    if (!items || typeof first !== 'number') return unknown
    return list(
      items.map((item, at) => ({ kind: 'tuple', items: [at + first, item] })),
      run,
      isUncertain(source!),
    )
  },
  'builtins.zip': (args, passed, run) => {
    const columns = args.map(itemsIn)
    if (columns.includes(undefined) || passed.keywords.size > 0) return unknown
    const rows = Math.min(...columns.map(column => column!.length))
    return list(
      Array.from({ length: Number.isFinite(rows) ? rows : 0 }, (_, row) => ({
        kind: 'tuple',
        items: columns.map(column => column![row]!),
      })),
      run,
      args.some(isUncertain),
    )
  },
  'builtins.map': ([callee, source], passed, run) => {
    const items = source === undefined ? undefined : itemsIn(source)
    if (!items || passed.positional.length !== 2) return unknown
    const results = items.map(item =>
      run.call(callee!, { positional: [item], keywords: new Map(), open: false }, undefined),
    )
    return list(results, run, isUncertain(source!))
  },
  'builtins.filter': ([callee, source], _, run) => {
    const items = source === undefined ? undefined : itemsIn(source)
    if (!items) return unknown
    const kept = items.map(item =>
      truth(
        callee === null ? item : run.call(callee!, { positional: [item], keywords: new Map(), open: false }, undefined),
      ),
    )
    return list(
      items.filter((_, at) => kept[at] !== false),
      run,
      isUncertain(source!) || kept.includes(undefined),
    )
  },
  'builtins.sum': ([source, start = 0], _, run) => {
    const items = source === undefined ? undefined : itemsIn(source)
    if (!items || isUncertain(source!)) return unknown
    if (kindOf(start) === 'list') return listOf([start, ...items], run)
    let total = 0
    for (const item of [...items, start]) {
      if (typeof item !== 'number') return unknown
      total += item
    }
    return Number.isSafeInteger(total) ? total : unknown
  },
  'builtins.len': ([source]) => {
    const items = source === undefined || isUncertain(source) ? undefined : itemsIn(source)
    return items ? items.length : unknown
  },
  'builtins.max': extreme(1),
  'builtins.min': extreme(-1),
  'builtins.abs': ([value]) => (typeof value === 'number' ? Math.abs(value) : unknown),
  'builtins.int': toInt,
  'builtins.float': ([value]) => {
    const number = value === undefined ? undefined : toNumber(value)
    return number === undefined ? unknown : { kind: 'float', value: number }
  },
  'builtins.bool': ([value]) => (value === undefined ? false : (truth(value) ?? unknown)),
  'builtins.str': text(str),
  'builtins.unicode': text(str),
  'six.text_type': text(str),
  'builtins.repr': text(repr),
  'builtins.any': ([source]) => quantify(source, true),
  'builtins.all': ([source]) => quantify(source, false),
  'builtins.getattr': ([object, name, otherwise], _, run) => {
    if (object === undefined || typeof name !== 'string') return unknown
    const found = attributeOf(object, name, run)
    return kindOf(found) === 'unknown' && otherwise !== undefined ? unknown : found
  },
  'builtins.isinstance': ([value, type]) => {
    const path = isObject(type ?? null) && kindOf(type!) === 'external' ? (type as { path: string }).path : ''
    if (value === undefined || kindOf(value) === 'unknown' || !path.startsWith('builtins.')) return unknown
    const own = { string: 'str', number: 'int', boolean: 'bool', none: 'NoneType' }[kindOf(value)] ?? kindOf(value)
    const simple = ['str', 'int', 'bool', 'NoneType', 'list', 'tuple', 'dict', 'set', 'float', 'bytes']
    if (!simple.includes(own) || !simple.includes(path.slice(9))) return unknown
    return own === path.slice(9) || (own === 'bool' && path === 'builtins.int')
  },
  'itertools.chain': (args, _, run) => listOf(args, run),
  'itertools.chain.from_iterable': ([source], _, run) => {
    const items = source === undefined ? undefined : itemsIn(source)
    return items ? listOf(items, run) : unknown
  },
  'copy.copy': copy,
  'copy.deepcopy': copy,
  'os.path.join': joinPath,
  'posixpath.join': joinPath,
  'os.path.normpath': ([path]) => (typeof path === 'string' && !/\/\/|\/\.|^\.|\/$/.test(path) ? path : unknown),
  'textwrap.dedent': ([source]) => (typeof source === 'string' ? dedent(source) : unknown),
  'inspect.cleandoc': ([source]) => (typeof source === 'string' ? cleanDoc(source) : unknown),
  'six.u': identity,
  'builtins.property': () => undefined,
  'functools.reduce': ([callee, source, start], _, run) => {
    const items = source === undefined || isUncertain(source) ? undefined : itemsIn(source)
    if (!items) return unknown
    const all = start === undefined ? items : [start, ...items]
    return all.reduce<Obj | undefined>(
      (left, right) =>
        left === undefined
          ? right
          : run.call(callee!, { positional: [left, right], keywords: new Map(), open: false }, undefined),
      undefined,
    )
  },
}

function quantify(source: Obj | undefined, wanted: boolean): Obj {
  const items = source === undefined || isUncertain(source) ? undefined : itemsIn(source)
  if (!items) return unknown
  const truths = items.map(truth)
  if (truths.includes(wanted)) return wanted
  return truths.includes(undefined) ? unknown : !wanted
}
