import type { Span } from '../text'
import type { SinkKind } from './sinks'

/** A call that a value reaches. */
export interface Reached {
  readonly kind: SinkKind
  /** Offset of the call. */
  readonly start: number
  /** 0: in the statement that reads the value; 1: by way of a name, container or attribute in the same function. */
  readonly hops: number
}

/** What holds a value beyond the function that it comes from; paths are dotted and begin at an import or the own module. */
export type Holder =
  /** A parameter, by its place or keyword, of the function or class that is called. */
  | { readonly kind: 'argument'; readonly path: string; readonly argument: number | string }
  /** A name of a module, or an attribute of a class's instances. */
  | { readonly kind: 'held'; readonly path: string }
  /** What a function gives back; `item`: of a tuple only that one. */
  | { readonly kind: 'result'; readonly path: string; readonly item?: number }

/** That a value goes on to other functions. */
export interface Handed {
  readonly to: Holder
  /** Offset of the call, or of what is given the value. */
  readonly start: number
  /** As of a call that is reached. */
  readonly hops: number
  /** That the call is known, and harmless with this argument. */
  readonly isKnown?: true
}

/** A call of which not even the target is known: `self.client.connect(value)`. */
export interface Lost {
  /** The name that is called. */
  readonly call: string
  readonly start: number
}

/** Where a value goes within one function, or from it. */
export interface Carried {
  readonly reached: readonly Reached[]
  readonly handed: readonly Handed[]
  /** Left out where there is none. */
  readonly lost?: readonly Lost[]
}

export const nothingCarried: Carried = { reached: [], handed: [] }

export function holderKey(to: Holder): string {
  return `${to.kind} ${to.path} ${to.kind === 'argument' ? to.argument : to.kind === 'result' ? (to.item ?? '') : ''}`
}

/** Notes where one value goes while its function is followed. */
export class Trail implements Carried {
  private readonly calls = new Map<string, Reached>()
  private readonly holders = new Map<string, Handed>()
  private readonly unknown = new Map<string, Lost>()

  /** `from`: the expression that the value is read by; `isGiven`: it is what a function is given by its caller. */
  constructor(
    readonly from?: Span,
    private readonly isGiven = false,
  ) {}

  reach(kind: SinkKind, start: number, hops: number): void {
    const key = `${kind} ${start}`
    const known = this.calls.get(key)
    if (!known || known.hops > hops) this.calls.set(key, { kind, start, hops })
  }

  hand(to: Holder, start: number, hops: number, isKnown = false): void {
    // What a function is given and gives back goes back to that caller, not to all.
    if (this.isGiven && to.kind === 'result') return
    const key = holderKey(to)
    if (!this.holders.has(key) && this.holders.size < mostHolders)
      this.holders.set(key, isKnown ? { to, start, hops, isKnown } : { to, start, hops })
  }

  lose(call: string, start: number): void {
    if (!this.unknown.has(call) && this.unknown.size < mostLost) this.unknown.set(call, { call, start })
  }

  get reached(): readonly Reached[] {
    return [...this.calls.values()]
  }

  get handed(): readonly Handed[] {
    return [...this.holders.values()]
  }

  get carried(): Carried {
    const { reached, handed } = this
    const lost = [...this.unknown.values()]
    if (reached.length + handed.length + lost.length === 0) return nothingCarried
    return lost.length === 0 ? { reached, handed } : { reached, handed, lost }
  }
}

/** How many calls that nobody knows are told of one value in a function. */
const mostLost = 5

/** To how many places one function hands a value on before no more are told. */
const mostHolders = 100
