import type { Range } from '../text'

/** The plain facts of one configuration file, as oslo.config's own parser reads its text. */
export interface ConfFile {
  /** As the host named it when it handed the text in. */
  readonly file: string
  /** In the order they are written; a name may come again. */
  readonly sections: readonly Section[]
  /** In the order they are written. */
  readonly settings: readonly Setting[]
  /**
   * What cannot be read. oslo.config ends at the first and then reads nothing from any file; what stands around them is
   * here all the same, for somebody who is still typing.
   */
  readonly faults: readonly ConfFault[]
}

/** A `[name]` line. */
export interface Section {
  /** As written: case and blanks between the brackets count. */
  readonly name: string
  /** The line without white space at its end. */
  readonly range: Range
  readonly nameRange: Range
  /** Where the section's last line ends. */
  readonly end: Range['end']
}

/** A `key = value`, with the lines that continue it. */
export interface Setting {
  readonly file: string
  /** The section's name as written. */
  readonly section: string
  readonly key: string
  /** Without the quotes around its first line; its lines joined by `\n`. */
  readonly value: string
  /** From the key to the end of the value. */
  readonly range: Range
  readonly keyRange: Range
  /** As written, quotes included; empty, behind the sign, for no value. */
  readonly valueRange: Range
}

export interface ConfFault {
  /** In oslo.config's own words. */
  readonly message: string
  /** The line that oslo.config names, from 0; not always that of `range`. */
  readonly line: number
  /** The line's text, without white space at its end; undefined where oslo.config does not tell it. */
  readonly source: string | undefined
  /** What is wrong. */
  readonly range: Range
}

/** A group's name as it is compared in files: DEFAULT as it is, all others in small letters. */
export function comparedGroup(name: string): string {
  return name === 'DEFAULT' ? name : name.toLowerCase()
}
