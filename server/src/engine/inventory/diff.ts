import type { Option } from '../oslo/option'
import { aliasesOf } from './aliases'
import { changeKinds, type Change, type OldName } from './change'
import { anyLine, differencesOf, visible, type Difference } from './compare'
import { added, lost, type Judgement } from './impact'
import { pairUp, type Pair } from './pairing'
import { keyOf, placedIn, shown, type Placed } from './placed'

/**
 * What changed about the options of a project, in each of their groups: one change for each thing that is otherwise, by
 * group, name and kind. Both inventories name files alike; where a declaration stands, and how it is written, is nothing.
 */
export function diffInventories(base: readonly Option[], head: readonly Option[]): Change[] {
  const { same, renamed, removed, added: come, likely } = pairUp(base, head)
  const readable = namesRead(head)
  const changes = [
    ...removed.map(one => gone(one, likely.find(pair => pair.base === one)?.head)),
    ...come.map(one => new_(one, likely.find(pair => pair.head === one)?.base)),
    ...renamed.map(named),
    ...[...same, ...renamed].flatMap(pair => [...lostAliases(pair, readable), ...others(pair)]),
  ]
  return changes.sort(inOrder)
}

/** The keys of all names that some option is read by. */
function namesRead(options: readonly Option[]): ReadonlySet<string> {
  return new Set(placedIn(options).flatMap(one => [one.key, ...(aliasesOf(one)?.keys() ?? [])]))
}

function gone(one: Placed, likely: Placed | undefined): Change {
  const { option } = one
  const before = option.deprecatedForRemoval
  const deprecatedBefore = before.kind === 'unknown' ? null : before.kind === 'known' && before.value
  const what = deprecatedBefore === true ? 'removed as announced' : 'removed without notice'
  const parts = { kind: 'removed', from: option.className, to: null, deprecatedBefore, ...lost(option, what) } as const
  return { ...at(one, 'base'), ...parts, ...anyLine(one), ...maybe(likely) }
}

function new_(one: Placed, likely: Placed | undefined): Change {
  const parts = { kind: 'added', from: null, to: one.option.className, ...added(one.option) } as const
  return { ...at(one, 'head'), ...parts, ...maybe(likely) }
}

function maybe(likely: Placed | undefined): Pick<Change, 'likely'> {
  return likely === undefined ? {} : { likely: shown(likely.group, likely.name) }
}

function named({ base, head }: Pair): Change {
  const isMove = base.name.replaceAll('-', '_') === head.name.replaceAll('-', '_')
  const before = base.option.deprecatedForRemoval
  return {
    ...at(head, 'head', [base]),
    kind: isMove ? 'moved' : 'renamed',
    from: shown(base.group, base.name),
    to: shown(head.group, head.name),
    aliasKept: true,
    deprecatedBefore: before.kind === 'unknown' ? null : before.kind === 'known' && before.value,
    ...visible('the old name is still read'),
  }
}

function others(pair: Pair): Change[] {
  // An option whose group is known on one side only is still the one that it was.
  const place = pair.head.group === null ? { ...pair.head, group: pair.base.group } : pair.head
  return differencesOf(pair).map((difference: Difference): Change => ({
    ...at(place, 'head', [pair.base]),
    ...difference,
  }))
}

/** Old names of the option that nothing reads any more, and old names that it has got. */
function lostAliases({ base, head }: Pair, readable: ReadonlySet<string>): Change[] {
  const [before, after] = [aliasesOf(base), aliasesOf(head)]
  if (before === undefined || after === undefined) return undecidedAliases(base, head)
  const missing = [...before].filter(([key]) => !readable.has(key)).map(([, name]) => name)
  const more = [...after].filter(([key]) => !before.has(key) && key !== base.key).map(([, name]) => name)
  if (missing.length === 0 && more.length === 0) return []
  const [first] = missing
  const what = `${missing.map(text).join(', ')} ${missing.length > 1 ? 'are' : 'is'} no longer read`
  const judgement: Judgement =
    first === undefined ? visible(`${more.map(text).join(', ')} is read as well`) : lost(head.option, what)
  return [
    {
      ...at(head, 'head', [base, ...missing]),
      kind: 'alias',
      from: [...before.values()].map(text),
      to: [...after.values()].map(text),
      aliasKept: missing.length === 0,
      ...judgement,
      ...(first !== undefined && anyLine({ ...head, ...first })),
    },
  ]
}

/** Names that are computed say nothing, unless they are computed otherwise. */
function undecidedAliases(base: Placed, head: Placed): Change[] {
  const source = ({ option: { deprecatedOpts } }: Placed): string | null =>
    deprecatedOpts.kind === 'unknown' ? deprecatedOpts.source.replace(/\s+/g, '') : null
  if (source(base) === source(head)) return []
  const judgement = {
    impact: 'breaking',
    why: 'whether old names are still read cannot be told from the source',
  } as const
  const parts = { kind: 'alias', from: source(base), to: source(head), undecided: true, ...judgement } as const
  return [{ ...at(head, 'head', [base]), ...parts }]
}

function text({ group, name }: OldName): string {
  return shown(group, name)
}

type Where = Pick<Change, 'group' | 'option' | 'file' | 'range' | 'side' | 'aliasKept' | 'deprecatedBefore' | 'names'>

function at({ group, name, option }: Placed, side: 'base' | 'head', before: readonly OldName[] = []): Where {
  const names = new Map(
    [{ group, name }, ...before].map(one => [keyOf(one.group, one.name), { group: one.group, name: one.name }]),
  )
  return {
    group,
    option: name,
    file: option.file,
    range: option.range,
    side,
    aliasKept: null,
    deprecatedBefore: null,
    names: [...names.values()],
  }
}

function inOrder(a: Change, b: Change): number {
  return (
    compare(a.group ?? '', b.group ?? '') ||
    compare(a.option, b.option) ||
    changeKinds.indexOf(a.kind) - changeKinds.indexOf(b.kind) ||
    compare(a.file, b.file) ||
    a.range.start.line - b.range.start.line
  )
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
