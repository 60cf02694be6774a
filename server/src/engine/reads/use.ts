import type { Position, Range } from '../text'
import type { SinkKind } from './sinks'

export type UseKind = 'read' | 'dynamic' | 'write' | 'interpolation' | 'import'

/** One place that reads or writes an option. */
export interface Use {
  readonly file: string
  /** Of a read the whole expression, `CONF.group.option`; of `flags(…)` the keyword; of an interpolation the declaring call. */
  readonly range: Range
  /** What names the option in it: `option`, `['option']`, else all of it. */
  readonly nameRange: Range
  readonly isTest: boolean
  readonly kind: UseKind
  /** As it is registered; as written for a group of a library. */
  readonly group: string
  /** The dest. */
  readonly option: string
  /** Whether it is sure that a ConfigOpts is asked. */
  readonly isSure: boolean
  readonly sinks: readonly Sink[]
  /** Calls that the value is given to, and of which nobody knows what they do with it. */
  readonly notFollowed: readonly NotFollowed[]
}

/** A call that a value is not followed into. */
export interface NotFollowed extends Place {
  /** What is called, as far as its name is known: `netaddr.IPNetwork`, `connect`. */
  readonly call: string
}

export interface Place {
  readonly file: string
  readonly position: Position
}

/** A call that the value of a read reaches. */
export interface Sink extends Place {
  readonly kind: SinkKind
  /**
   * 0: in the same statement; 1: by way of a name, container or attribute in the same function; 2: handed on once within
   * the module, as an argument, a result, an attribute or a name; 3: further.
   */
  readonly hops: number
  /** Where the value is handed on, in order. */
  readonly through: readonly Place[]
}

/** An option with all its uses. */
export interface UsedOption {
  readonly group: string
  readonly option: string
  readonly uses: readonly Use[]
}
