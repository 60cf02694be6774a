import { equal } from '../values/identity'
import { unknownFrom } from './doubt'
import { isObject, unknown, type ClassObj, type ListObj, type ModuleObj, type Obj } from '../values/object'

/*
 * What names stand for. A scope has its names and, for each way that is being followed and may not happen, a journal of what
 * they stood for before: so the bindings of one way can be taken back, the next way begins where the first one did, and
 * afterwards it is known which names they do not agree on.
 */

/** What a name stood for before a branch, and all objects that it has stood for in it. */
interface Rebound {
  readonly before: Obj | undefined
  readonly stoodFor: Set<Obj>
}

/** The names of a module, class body, function call or comprehension. */
export class Scope {
  readonly names = new Map<string, Obj>()
  /** Names that are declared global or nonlocal here, and whose they are. */
  readonly elsewhere = new Map<string, Scope>()
  /** Names that code outside this block rebinds, too, with all that they may stand for. */
  private readonly unstable = new Map<string, Set<Obj>>()
  /** What a function call has returned so far. */
  readonly returned: Obj[] = []
  /** What a generator has yielded so far; undefined in any other scope. */
  yielded: ListObj | undefined
  /** Of a method's call: the class that defines the method, and what it is called on. What `super()` means rests on them. */
  method: { readonly owner: ClassObj; readonly self: Obj } | undefined
  /** The class whose body this is. */
  type: ClassObj | undefined
  /** What became of names in the branches being followed, innermost last. */
  private readonly journals: Map<string, Rebound>[] = []

  constructor(
    readonly kind: 'module' | 'class' | 'function' | 'comprehension',
    readonly parent: Scope | undefined,
    private readonly owner: () => ModuleObj,
  ) {}

  /** The module that the code stands in. */
  get module(): ModuleObj {
    return this.owner()
  }

  /** A scope inside this one. */
  inner(kind: 'class' | 'function' | 'comprehension'): Scope {
    return new Scope(kind, this, this.owner)
  }

  /** What a name stands for, as Python looks it up; undefined where nothing binds it. */
  lookup(name: string): Obj | undefined {
    const mine = this.own(name)
    if (mine !== undefined) return mine
    const owner = this.elsewhere.get(name)
    if (owner) return owner.own(name)
    // Functions do not see the names of the class they stand in.
    let outer = this.parent
    while (outer?.kind === 'class') outer = outer.parent
    return outer?.lookup(name)
  }

  /** A name of this very scope. */
  own(name: string): Obj | undefined {
    const unstable = this.unstable.get(name)
    if (unstable) return unknownFrom([...unstable])
    return this.names.get(name)
  }

  bind(name: string, value: Obj): void {
    // A name of elsewhere is kept here like any other: its owner tells nobody what it stands for.
    this.note(name, [value])
    this.names.set(name, value)
    const owner = this.elsewhere.get(name) ?? this
    owner.mayStandFor(name, value)
  }

  /** Notes what an unstable name may stand for, too. */
  mayStandFor(name: string, value: Obj): void {
    this.unstable.get(name)?.add(value)
  }

  /** From here on, code outside this block rebinds the name: what it stands for depends on what has been called. */
  destabilize(name: string): void {
    if (!this.unstable.has(name)) this.unstable.set(name, new Set([this.names.get(name) ?? null]))
  }

  private note(name: string, values: Iterable<Obj>): void {
    const journal = this.journals.at(-1)
    if (!journal) return
    const rebound = journal.get(name) ?? { before: this.names.get(name), stoodFor: new Set() }
    journal.set(name, rebound)
    for (const value of values) if (isObject(value)) rebound.stoodFor.add(value)
  }

  unbind(name: string): void {
    this.bind(name, unknown)
  }

  /** Leaves a name unbound that this branch has bound. */
  drop(name: string): void {
    this.names.delete(name)
  }

  /** Starts a branch: what is bound from here on can be taken back. */
  begin(): void {
    this.journals.push(new Map())
  }

  /** All objects that names have stood for since the branch began, also in branches within it that have been left. */
  sinceBegin(): ReadonlyMap<string, readonly Obj[]> {
    return new Map([...(this.journals.at(-1) ?? [])].map(([name, { stoodFor }]) => [name, [...stoodFor]]))
  }

  /** Ends the branch: takes its bindings back and returns them. */
  takeBack(): Map<string, Obj> {
    const made = new Map<string, Obj>()
    for (const [name, { before, stoodFor }] of this.journals.pop() ?? []) {
      const value = this.names.get(name)
      if (value !== undefined) made.set(name, value)
      if (before === undefined) this.names.delete(name)
      else this.names.set(name, before)
      this.note(name, stoodFor)
    }
    return made
  }

  /** Binds what alternative branches have bound: a name keeps a value on which all agree. */
  merge(branches: readonly ReadonlyMap<string, Obj>[]): void {
    const names = new Set(branches.flatMap(branch => [...branch.keys()]))
    for (const name of names) {
      const values = branches.map(branch => (branch.has(name) ? branch : this.names).get(name))
      // Where one path leaves the name unbound, its use there would raise an error: the others count.
      const bound = values.filter(value => value !== undefined)
      // In a class, it is then what stands outside it, or one that it derives from.
      if (this.kind === 'class' && bound.length < values.length) bound.push(unknown, this.lookup(name) ?? null)
      this.bind(name, join(bound))
    }
  }
}

/** The one value that all have, or unknown. */
export function join(values: readonly Obj[]): Obj {
  const [first, ...rest] = values
  if (first === undefined) return unknown
  if (rest.every(value => agree(first, value))) return first
  return unknownFrom(values)
}

/** Whether two values are the same for certain. Equal things that can change apart later do not count. */
function agree(a: Obj, b: Obj): boolean {
  if (a === b) return true
  if (!isObject(a) || !isObject(b)) return typeof a === typeof b && equal(a, b) === true
  if (a.kind === 'lazy' && b.kind === 'lazy') return agree(a.resolve(), b.resolve())
  if (a.kind === 'external' && b.kind === 'external') return a.path === b.path
  return (a.kind === 'tuple' || a.kind === 'float' || a.kind === 'bytes') && equal(a, b) === true
}
