import type { Call, Expression, Statement } from '../syntax/ast'
import { blocksOf, expressionsOf, partsOf } from '../syntax/walk'
import { type SinkKind, fillingMethods, isPassingMethod, passesOn, sinkAt, sinkOfKeyword } from './sinks'

/** A call that a value reaches. */
export interface Reached {
  readonly kind: SinkKind
  /** Offset of the call. */
  readonly start: number
  /** 0: in the statement that reads the value; 1: by way of a name, container or attribute in the same function. */
  readonly hops: number
}

/** The dotted path of what an expression stands for; undefined where it stands for nothing that has one. */
export type PathOf = (callee: Expression) => string | undefined

/** What holds the value at one point: names and attributes, with the keys by which a dict holds it. */
type State = Map<string, Set<string>>

/**
 * The calls that the value of `read` reaches within the statements of one function: statements are followed in their
 * order, what a branch says holds behind it, and a name that is given something else is let go. A test or a comparison
 * lets nothing through. `work.left` is how many expressions may still be looked at: where there are more, what lies
 * behind them is not told.
 */
export function reachedFrom(
  read: Expression,
  body: readonly Statement[],
  pathOf: PathOf,
  work: { left: number },
): readonly Reached[] {
  const flow = new Flow(read, pathOf, work)
  flow.block(body, new Map())
  return [...flow.reached.values()]
}

class Flow {
  readonly reached = new Map<string, Reached>()
  private hops = 0

  constructor(
    private readonly read: Expression,
    private readonly pathOf: PathOf,
    private readonly work: { left: number },
  ) {}

  block(body: readonly Statement[], state: State): void {
    for (const statement of body) {
      // Nothing before the read is of interest, and functions within run at another time.
      if (statement.kind === 'function' || statement.kind === 'class') continue
      if (this.work.left <= 0) return
      if (state.size > 0 || statement.end > this.read.start) this.statement(statement, state)
    }
  }

  private statement(statement: Statement, state: State): void {
    const own = expressionsOf(statement)
    this.hops = own.some(({ start, end }) => start <= this.read.start && this.read.end <= end) ? 0 : 1
    const carrying = own.map(each => this.carries(each, state))
    switch (statement.kind) {
      case 'assign': {
        const isCarrying = statement.value !== undefined && carrying.at(-1) === true
        for (const target of statement.targets) this.assign(target, isCarrying, state)
        break
      }
      case 'augmentedAssign':
        if (carrying.at(-1)) this.assign(statement.target, true, state)
        break
      case 'for':
        this.assign(statement.target, carrying.at(-1) === true, state)
        break
      case 'with':
        break
      default:
    }
    const blocks = blocksOf(statement)
    const ends = blocks.map(block => {
      const inner: State = new Map([...state].map(([name, keys]) => [name, new Set(keys)]))
      this.block(block, inner)
      return inner
    })
    if (statement.kind === 'with') replace(state, ends)
    else for (const end of ends) for (const [name, keys] of end) hold(state, name, keys)
  }

  private assign(target: Expression, isCarrying: boolean, state: State): void {
    if (target.kind === 'tuple' || target.kind === 'list') {
      for (const item of target.items) this.assign(item, isCarrying, state)
    } else if (target.kind === 'subscript') {
      const name = nameOf(target.object)
      const key = target.index.kind === 'string' ? target.index.value : ''
      if (isCarrying && name !== undefined) hold(state, name, [key])
    } else {
      const name = nameOf(target)
      if (name === undefined) return
      state.delete(name)
      if (isCarrying) hold(state, name, [''])
    }
  }

  /** Whether an expression's value has the read one in it; calls in it that it reaches are noted. */
  private carries(node: Expression, state: State): boolean {
    if (this.work.left-- <= 0) return false
    if (node.start === this.read.start && node.end === this.read.end) return true
    const name = nameOf(node)
    if (name !== undefined && state.has(name)) return true
    switch (node.kind) {
      case 'call':
        return this.call(node, state)
      case 'subscript':
        this.carries(node.index, state)
        return this.carries(node.object, state)
      case 'attribute':
      case 'compare':
      case 'unary':
        for (const part of partsOf(node)) this.carries(part, state)
        return false
      case 'conditional':
        this.carries(node.test, state)
        return some([node.then, node.otherwise].map(each => this.carries(each, state)))
      case 'logical': {
        const left = this.carries(node.left, state)
        return this.carries(node.right, state) || (node.operator === 'or' && left)
      }
      case 'comprehension': {
        const inner: State = new Map(state)
        for (const clause of node.clauses) {
          if (clause.kind === 'for') this.assign(clause.target, this.carries(clause.iterable, inner), inner)
          else this.carries(clause.test, inner)
        }
        return some([...(node.key ? [node.key] : []), node.element].map(each => this.carries(each, inner)))
      }
      case 'lambda':
        return false
      default:
        return some(partsOf(node).map(each => this.carries(each, state)))
    }
  }

  private call(call: Call, state: State): boolean {
    const { callee } = call
    const isMethodOf = callee.kind === 'attribute' && this.carries(callee.object, state)
    if (callee.kind !== 'attribute') this.carries(callee, state)
    const carrying = call.arguments.filter(({ value }) => this.carries(value, state))
    const path = this.pathOf(callee) ?? ''
    if (carrying.length > 0) {
      const kind = sinkAt(path)
      if (kind) this.note(kind, call)
      else {
        for (const { keyword, value } of carrying) {
          const keywords = keyword === '**' ? (state.get(nameOf(value) ?? '') ?? []) : [keyword ?? '']
          for (const each of keywords) {
            const kindOfKeyword = sinkOfKeyword(each)
            if (kindOfKeyword) this.note(kindOfKeyword, call)
          }
        }
      }
      const filled = callee.kind === 'attribute' && fillingMethods.has(callee.name) ? nameOf(callee.object) : undefined
      if (filled !== undefined) hold(state, filled, [''])
    }
    if (callee.kind === 'attribute' && isPassingMethod(callee.name)) return isMethodOf || carrying.length > 0
    return carrying.length > 0 && passesOn(path)
  }

  private note(kind: SinkKind, { start }: Call): void {
    const key = `${kind} ${start}`
    const known = this.reached.get(key)
    if (!known || known.hops > this.hops) this.reached.set(key, { kind, start, hops: this.hops })
  }
}

function some(all: readonly boolean[]): boolean {
  return all.includes(true)
}

function hold(state: State, name: string, keys: Iterable<string>): void {
  const held = state.get(name)
  if (held) for (const key of keys) held.add(key)
  else state.set(name, new Set(keys))
}

function replace(state: State, ends: readonly State[]): void {
  state.clear()
  for (const end of ends) for (const [name, keys] of end) hold(state, name, keys)
}

/** A name, or an attribute of a name, as a text. */
function nameOf(node: Expression): string | undefined {
  if (node.kind === 'name') return node.id
  return node.kind === 'attribute' && node.object.kind === 'name' ? `${node.object.id}.${node.name}` : undefined
}
