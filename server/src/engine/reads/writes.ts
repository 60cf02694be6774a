import type { Call, Expression } from '../syntax/ast'
import type { AccessKind } from './fact'
import type { Entry } from './items'

/** One option that a call changes, registers for others or imports. */
export interface Write {
  readonly kind: AccessKind
  /** The ConfigOpts, or the fixture of one; undefined: the global one. */
  readonly of: Expression | undefined
  readonly group: Expression | undefined
  readonly name: Expression | string
  readonly start: number
  readonly end: number
}

/** Where oslo.config's methods take the group. */
const groupAt: Readonly<Record<string, number>> = {
  set_override: 2,
  set_default: 2,
  clear_override: 1,
  clear_default: 1,
  import_opt: 2,
  override_config: 2,
}

/** The options that a call names and changes: by methods of oslo.config, of its fixture, or of OpenStack's test cases. */
export function* writesOf(call: Call, entriesOf: (node: Expression) => readonly Entry[]): Generator<Write> {
  const { callee } = call
  if (callee.kind === 'name' && callee.id === 'setattr') {
    const [of, name] = call.arguments
    if (of && name)
      yield { kind: 'write', of: of.value, group: undefined, name: name.value, start: call.start, end: call.end }
  }
  if (callee.kind !== 'attribute') return
  if (Object.hasOwn(groupAt, callee.name)) {
    const name = argumentOf(call, 0, 'name')
    const group = argumentOf(call, groupAt[callee.name]!, 'group')
    const kind = callee.name === 'import_opt' ? 'import' : 'write'
    const of = callee.name === 'override_config' ? undefined : callee.object
    if (name) yield { kind, of, group: isNone(group) ? undefined : group, name, start: call.start, end: call.end }
  } else if (callee.name === 'flags' || callee.name === 'config') {
    const spread = call.arguments.flatMap(({ keyword, value }) =>
      keyword === '**' ? entriesOf(value).map(entry => ({ ...entry, isHere: value.kind === 'dict' })) : [],
    )
    const group =
      call.arguments.find(({ keyword }) => keyword === 'group')?.value ??
      spread.find(({ key }) => key?.kind === 'string' && key.value === 'group')?.value
    const shared = {
      kind: 'write',
      of: callee.name === 'flags' ? undefined : callee.object,
      group: isNone(group) ? undefined : group,
    } as const
    for (const { keyword, start, end } of call.arguments)
      if (keyword !== undefined && !keyword.startsWith('*') && keyword !== 'group')
        yield { ...shared, name: keyword, start, end }
    for (const { key, isHere } of spread) {
      if (!key || (key.kind === 'string' && key.value === 'group')) continue
      // What a name holds is written where the call is.
      const { start, end } = isHere ? key : call
      yield { ...shared, name: key, start, end }
    }
  }
}

function argumentOf(call: Call, at: number, keyword: string): Expression | undefined {
  const named = call.arguments.find(each => each.keyword === keyword)
  const placed = call.arguments[at]
  return named?.value ?? (placed?.keyword === undefined ? placed?.value : undefined)
}

function isNone(node: Expression | undefined): boolean {
  return node?.kind === 'constant' && node.value === null
}
