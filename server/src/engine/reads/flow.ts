import type {
  Argument,
  Call,
  ClassDefinition,
  Comprehension,
  Expression,
  FunctionDefinition,
  Lambda,
  Statement,
  Try,
} from '../syntax/ast'
import { blocksOf, expressionsOf, partsOf } from '../syntax/walk'
import type { Holder, Trail } from './carried'
import {
  type Held,
  type State,
  add,
  flat,
  heldBy,
  itemOf,
  joined,
  keyAt,
  nothing,
  placeIn,
  replace,
  trailsOf,
  under,
  without,
} from './held'
import type { Scope } from './scopes'
import {
  type SinkAt,
  type SinkCall,
  type SinkKind,
  concerns,
  fillingMethods,
  isHarmlessMethod,
  isPassingMethod,
  keepsKeys,
  passesOn,
  sinkOfKeyword,
} from './sinks'

/** What the expressions of a module mean, as far as values that go through them are concerned. */
export interface Meanings {
  /** Where the value that an expression reads goes. */
  sourceOf(node: Expression): Trail | undefined
  /** What a call of a function gives back; undefined where no such call is of interest. */
  readonly resultOf: ((path: string) => Held | undefined) | undefined
  /** Whether a value is read between two offsets. */
  hasSourceIn(start: number, end: number): boolean
  /** What a function's names hold at its beginning. */
  atStartOf(node: FunctionDefinition, scope: Scope): State
  /** The dotted path of what is called, `()` behind what is called on the way; undefined for what has none. */
  pathOf(callee: Expression, scope: Scope): string | undefined
  /** Whether a path leads to a function of this module. */
  isFunction(path: string): boolean
  /** What holds on to a value that is given to a name or attribute there, for other functions. */
  holderOf(target: Expression, scope: Scope): Holder | undefined
  /** What others get when they call a function, or ask for a property. */
  returnedBy(node: FunctionDefinition, scope: Scope): Holder | undefined
  scopeOf(node: FunctionDefinition | ClassDefinition | Lambda | Comprehension, scope: Scope): Scope
}

/**
 * Follows values through the statements of a module, each function by itself: statements in their order, what a branch
 * says holds behind it, and a name that is given something else is let go. A test or a comparison lets nothing through.
 * `work.left` is how many expressions may still be looked at: where there are more, what lies behind them is not told.
 */
export class Flow {
  private own: readonly Expression[] = []
  private returned: Holder | undefined

  constructor(
    private readonly meanings: Meanings,
    private readonly work: { left: number },
    private readonly sinkAt: SinkAt,
  ) {}

  block(body: readonly Statement[], state: State, scope: Scope): void {
    for (const statement of body) {
      if (this.work.left <= 0) return
      if (state.size === 0 && !this.meanings.hasSourceIn(statement.start, statement.end)) continue
      if (statement.kind === 'function') this.function(statement, state, scope)
      else if (statement.kind === 'class')
        this.block(statement.body, new Map(), this.meanings.scopeOf(statement, scope))
      else this.statement(statement, state, scope)
    }
  }

  /** A function within another knows what that one's names hold. */
  private function(node: FunctionDefinition, state: State, scope: Scope): void {
    const inner = this.meanings.scopeOf(node, scope)
    const within: State = new Map(scope.kind === 'function' ? state : [])
    this.own = expressionsOf(node)
    for (const decorator of node.decorators) this.held(decorator, state, scope)
    for (const { name, default: value } of node.parameters) {
      within.delete(name)
      if (value) add(within, name, this.held(value, state, scope))
    }
    if (this.meanings.hasSourceIn(node.start, node.end))
      for (const [name, held] of this.meanings.atStartOf(node, inner)) add(within, name, held)
    if (within.size === 0 && !this.meanings.hasSourceIn(node.start, node.end)) return
    const before = this.returned
    this.returned = scope.kind === 'function' ? undefined : this.meanings.returnedBy(node, scope)
    this.block(node.body ?? [], within, inner)
    this.returned = before
  }

  private statement(statement: Statement, state: State, scope: Scope): void {
    const own = expressionsOf(statement)
    this.own = own
    const held = own.map(each => this.held(each, state, scope))
    const last = held.at(-1) ?? nothing
    switch (statement.kind) {
      case 'assign':
        if (!statement.value) break
        for (const target of statement.targets) this.assign(target, last, state, scope)
        break
      case 'augmentedAssign':
        if (last.size > 0) this.assign(statement.target, flat(joined(held)), state, scope)
        break
      case 'for':
        this.assign(statement.target, flat(last), state, scope)
        break
      case 'with':
        for (const { target } of statement.items) if (target) this.assign(target, nothing, state, scope)
        break
      case 'return':
        if (this.returned) this.giveBack(last, this.returned, statement.start)
        break
      default:
    }
    if (statement.kind === 'try') this.try(statement, state, scope)
    else {
      const ends = blocksOf(statement).map(block => this.endOf(block, state, scope))
      if (ends.length > 0)
        replace(state, statement.kind === 'with' || statement.kind === 'if' ? ends : [state, ...ends])
    }
  }

  private try({ body, handlers, otherwise, finally: last }: Try, state: State, scope: Scope): void {
    const whole = this.endOf(body, state, scope)
    const broken: State = new Map()
    replace(broken, [state, whole])
    const ends = handlers.map(handler => this.endOf(handler.body, broken, scope))
    replace(state, [isLeft(body) ? new Map<string, Held>() : this.endOf(otherwise, whole, scope), ...ends])
    this.block(last, state, scope)
  }

  /** What holds at the end of a block; nothing where nothing comes after it. */
  private endOf(block: readonly Statement[], state: State, scope: Scope): State {
    const inner: State = new Map(state)
    this.block(block, inner, scope)
    return isLeft(block) ? new Map<string, Held>() : inner
  }

  private assign(target: Expression, held: Held, state: State, scope: Scope): void {
    if (target.kind === 'tuple' || target.kind === 'list') {
      target.items.forEach((item, at) => {
        this.assign(item, itemOf(held, keyAt(at)), state, scope)
      })
    } else if (target.kind === 'subscript') {
      const name = nameOf(target.object)
      if (name === undefined) return
      const key = keyOf(target.index)
      const before = state.get(name)
      // What a key held is gone.
      if (key !== '' && before?.has(key)) state.set(name, without(before, key))
      add(state, name, under(key, trailsOf(held)))
    } else {
      const name = nameOf(target)
      if (name === undefined) return
      state.delete(name)
      add(state, name, held)
      const holder = held.size > 0 ? this.meanings.holderOf(target, scope) : undefined
      if (holder) this.hand(held, holder, target.start)
    }
  }

  /** The values that an expression's value has in it; calls in it that they reach are noted. */
  private held(node: Expression, state: State, scope: Scope): Held {
    if (this.work.left-- <= 0) return nothing
    const name = nameOf(node)
    const known = name === undefined ? undefined : state.get(name)
    if (known) return known
    const source = this.meanings.sourceOf(node)
    const made = this.made(node, state, scope)
    return source ? joined([heldBy(source), made]) : made
  }

  /** What an expression makes of what its parts have in them. */
  private made(node: Expression, state: State, scope: Scope): Held {
    const inside = (part: Expression): Held => this.held(part, state, scope)
    switch (node.kind) {
      case 'call':
        return this.call(node, state, scope)
      case 'subscript':
        inside(node.index)
        return itemOf(inside(node.object), keyOf(node.index) || undefined)
      case 'tuple':
        return joined(
          node.items.map((item, at) => {
            const held = inside(item)
            return item.kind === 'starred' ? flat(held) : under(keyAt(at), trailsOf(held))
          }),
        )
      case 'dict':
        return joined(
          node.entries.map(({ key, value }) => {
            if (key === undefined) return inside(value)
            inside(key)
            return under(keyOf(key), trailsOf(inside(value)))
          }),
        )
      case 'attribute':
      case 'compare':
      case 'unary':
        for (const part of partsOf(node)) inside(part)
        return nothing
      case 'conditional':
        inside(node.test)
        return joined([inside(node.then), inside(node.otherwise)])
      case 'logical': {
        const [left, right] = [inside(node.left), inside(node.right)]
        return node.operator === 'or' ? joined([left, right]) : right
      }
      case 'walrus': {
        const held = inside(node.value)
        state.delete(node.name)
        add(state, node.name, held)
        return held
      }
      case 'comprehension': {
        const inner: State = new Map(state)
        const own = this.meanings.scopeOf(node, scope)
        for (const clause of node.clauses) {
          if (clause.kind === 'for')
            this.assign(clause.target, flat(this.held(clause.iterable, inner, own)), inner, own)
          else this.held(clause.test, inner, own)
        }
        return joined([...(node.key ? [node.key] : []), node.element].map(each => flat(this.held(each, inner, own))))
      }
      case 'lambda': {
        const inner: State = new Map(state)
        for (const { name } of node.parameters) inner.delete(name)
        this.held(node.body, inner, this.meanings.scopeOf(node, scope))
        return nothing
      }
      default:
        return flat(joined(partsOf(node).map(inside)))
    }
  }

  private call(call: Call, state: State, scope: Scope): Held {
    const { callee } = call
    const method = callee.kind === 'attribute' ? callee : undefined
    const object = method ? this.held(method.object, state, scope) : this.held(callee, state, scope)
    const given = call.arguments.map(argument => ({ ...argument, held: this.held(argument.value, state, scope) }))
    const all = joined(given.map(({ held }) => held))
    const { resultOf } = this.meanings
    const path = all.size > 0 || resultOf ? this.meanings.pathOf(callee, scope) : undefined
    if (all.size > 0) {
      const sink = this.sinkAt(path ?? '')
      given.forEach((argument, at) => this.argument(argument.keyword, argument.held, at, path, call, sink))
      this.fill(call, given, state, scope)
    }
    const result = path === undefined ? undefined : resultOf?.(path)
    if (result) return result
    if (method && itemMethods.has(method.name) && call.arguments[0]) {
      const item = object.size > 0 ? itemOf(object, keyOf(call.arguments[0].value) || undefined) : nothing
      return joined([item, given[1]?.held ?? nothing])
    }
    if (path !== undefined && keepsKeys(path)) {
      const named = given.map(({ keyword, held }) =>
        keyword === undefined || keyword.startsWith('*') ? held : under(keyword, trailsOf(held)),
      )
      return joined(named)
    }
    if (method?.name === 'copy') return object
    if (method && isPassingMethod(method.name)) {
      // A text takes named arguments in `format` alone: others have methods of the same names.
      const taken = given.filter(({ keyword }) => keyword === undefined || method.name === 'format')
      return flat(joined([object, ...taken.map(({ held }) => held)]))
    }
    return all.size > 0 && passesOn(path ?? '') ? flat(all) : nothing
  }

  /** What a call does with an argument. */
  private argument(
    keyword: string | undefined,
    held: Held,
    at: number,
    path: string | undefined,
    call: Call,
    sink: SinkCall | undefined,
  ): void {
    if (held.size === 0) return
    if (keyword === '**') {
      for (const [key, trails] of held)
        if (key !== '') this.argument(key, under('', trails), at, path, call, sink)
        else if (sink && !sink.arguments) this.note(sink.kind, call, under('', trails))
    } else if (sink && concerns(sink, at, keyword)) {
      const named = keyword === undefined || sink.kind !== 'http' ? undefined : sinkOfKeyword(keyword)
      this.note(named ?? sink.kind, call, held)
    } else if (keyword !== '*') this.give(keyword ?? at, held, path, call, sink !== undefined)
  }

  private give(argument: number | string, held: Held, path: string | undefined, call: Call, isKnown: boolean): void {
    // What a function of the module does with it is followed, whatever it calls it.
    const isOwn = path !== undefined && this.meanings.isFunction(path)
    const isKey = argument === 'key' && call.arguments.some(({ keyword }) => keyword === 'cert')
    const kind = typeof argument === 'string' && !isOwn ? sinkOfKeyword(isKey ? 'keyfile' : argument) : undefined
    if (kind) this.note(kind, call, held)
    if (path !== undefined && path.includes('.') && !path.startsWith('?'))
      this.hand(held, { kind: 'argument', path, argument }, call.start, isKnown || kind !== undefined)
    else if (!kind && !isKnown && call.callee.kind === 'attribute' && !isHarmlessMethod(call.callee.name))
      for (const trail of held.get('') ?? []) trail.lose(call.callee.name, call.start)
  }

  /** Puts what a method like `append` is given into the container. */
  private fill({ callee }: Call, given: readonly (Argument & { held: Held })[], state: State, scope: Scope): void {
    const name = callee.kind === 'attribute' ? nameOf(callee.object) : undefined
    if (name === undefined || callee.kind !== 'attribute' || !fillingMethods.has(callee.name)) return
    const key = callee.name === 'setdefault' && given[0] ? keyOf(given[0].value) : undefined
    for (const { keyword, held } of given) {
      if (key !== undefined || (keyword !== undefined && !keyword.startsWith('*')))
        add(state, name, under(key ?? keyword ?? '', trailsOf(held)))
      else {
        add(state, name, callee.name === 'update' ? held : flat(held))
        const holder = this.meanings.holderOf(callee.object, scope)
        if (holder && held.size > 0 && callee.object.kind === 'attribute') this.hand(held, holder, callee.start)
      }
    }
  }

  private note(kind: SinkKind, { start }: Call, held: Held): void {
    for (const trail of trailsOf(held)) trail.reach(kind, start, this.hopsOf(trail))
  }

  private hopsOf({ from }: Trail): number {
    return from && this.own.some(each => each.start <= from.start && from.end <= each.end) ? 0 : 1
  }

  /** The items of a tuple are given back each for itself. */
  private giveBack(held: Held, to: Holder, start: number): void {
    this.hand(held, to, start)
    if (to.kind !== 'result') return
    for (const [key, trails] of held) {
      const item = placeIn(key)
      if (item !== undefined) this.hand(under('', trails), { ...to, item }, start)
    }
  }

  /** What a dict holds under its keys is not told apart elsewhere: it is followed no further. */
  private hand(held: Held, to: Holder, start: number, isKnown = false): void {
    for (const trail of held.get('') ?? []) trail.hand(to, start, this.hopsOf(trail), isKnown)
  }
}

/** Methods that give back one item, else what they are given for it. */
const itemMethods: ReadonlySet<string> = new Set(['get', 'pop', 'setdefault'])

/** Whether nothing behind a block comes after it. */
function isLeft(block: readonly Statement[]): boolean {
  const last = block.at(-1)?.kind
  return last === 'return' || last === 'raise'
}

/** By what an item is told from the others; '' for one that nobody knows. */
function keyOf(index: Expression): string {
  if (index.kind === 'number' && typeof index.value === 'number') return keyAt(index.value)
  return index.kind === 'string' ? index.value : ''
}

/** A name, or an attribute of a name, as a text. */
function nameOf(node: Expression): string | undefined {
  if (node.kind === 'name') return node.id
  return node.kind === 'attribute' && node.object.kind === 'name' ? `${node.object.id}.${node.name}` : undefined
}
