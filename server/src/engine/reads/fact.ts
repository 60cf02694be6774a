import type { Span } from '../text'
import type { Carried } from './carried'

/**
 * What one file says of reads and writes of options, as plain data. Names of other modules are left as they are written:
 * `resolve.ts` follows them once all files' facts are at hand.
 */
export interface FileReads {
  /** The dotted name of the module. */
  readonly module: string
  readonly isTest: boolean
  readonly accesses: readonly Access[]
  /** Where the lines of the text start: offsets become positions when somebody asks. */
  readonly lineStarts: Uint32Array
  /** What the module's names stand for, as far as that may be a ConfigOpts, a group, a text or something that leads there. */
  readonly names: ReadonlyMap<string, readonly Bound[]>
  /** By the names of the classes, `Outer.Inner` for one in another. */
  readonly classes: ReadonlyMap<string, ClassNames>
  /** Modules all of whose names are imported. */
  readonly stars: readonly string[]
}

/** A class, as far as its attributes may lead to options. */
export interface ClassNames {
  readonly bases: readonly Chain[]
  readonly attributes: ReadonlyMap<string, readonly Bound[]>
}

/** What a name may stand for. Something that is neither makes it uncertain. */
export type Bound = { readonly chain: Chain } | { readonly text: Text } | 'other'

export type AccessKind = 'read' | 'write' | 'import'

/** A chain of attributes and items that may lead to an option. */
export interface Access extends Span {
  readonly kind: AccessKind
  readonly chain: Chain
  /** The first step that is written here: those before it belong to a name's value. */
  readonly own: number
  /** Where the value goes in its function, and from there. */
  readonly carried: Carried
}

/** A way from a name through attributes and items. */
export interface Chain {
  /**
   * The absolute dotted name where it starts (`nova.conf.CONF`, `nova.utils.Class`); behind `?` the name of a parameter
   * or attribute that is called like a ConfigOpts.
   */
  readonly root: string
  readonly steps: readonly Step[]
}

export type Step =
  | { readonly attribute: string; readonly end: number }
  /** An item, or an attribute by name; `option`: it names an option, whatever groups there are. */
  | { readonly item: Text; readonly end: number; readonly option: boolean }
  | 'call'

/** A text that may be computed: the alternatives, each in pieces, of which undefined may be anything. */
export type Text = readonly (readonly Piece[])[]
export type Piece = string | Chain | undefined
