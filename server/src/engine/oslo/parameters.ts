import { longestText } from '../python/values/limits'
import { isObject, type Obj } from '../python/values/object'
import { absent, type Value } from '../python/value'
import type { LineIndex, Range } from '../text'
import type { OptionObj } from './objects'
import type { CallArgument } from './option'

/** Where an option's text stands. */
export interface SourceText {
  readonly file: string
  readonly text: string
  readonly lines: LineIndex
}

/** Reads an option's parameters as three-valued facts, with the place where each is written. */
export class ParameterReader {
  constructor(
    private readonly option: OptionObj,
    private readonly source: SourceText,
    private readonly written: readonly CallArgument[],
  ) {}

  /** The object that was passed; null for `None` and for nothing; undefined where it cannot be told. */
  object(parameter: string): Obj | undefined {
    const value = this.option.parameters.get(parameter)
    return value === undefined && !this.option.open ? null : value
  }

  /** The fact that `convert` makes of the parameter; what it returns undefined for is unknown. */
  value<T>(parameter: string, convert: (value: Exclude<Obj, null>) => T | undefined): Value<T> {
    const value = this.object(parameter)
    if (value === null) return absent
    if (value === undefined) return this.unknown(parameter)
    const range = this.rangeOf(parameter)
    const converted = convert(value)
    if (converted !== undefined) return { kind: 'known', value: converted, ...(range && { range }) }
    return this.unknown(parameter, value)
  }

  /** The parameter as an unknown fact: its expression as written. */
  unknown(parameter: string, value?: Obj): Value<never> {
    const range = this.rangeOf(parameter)
    const reason = value === undefined ? undefined : reasonOf(value)
    const place = range ?? this.written.find(argument => argument.keyword?.startsWith('*'))?.range
    const text = place
      ? this.source.text.slice(this.source.lines.offsetAt(place.start), this.source.lines.offsetAt(place.end))
      : '?'
    return { kind: 'unknown', source: oneLine(text), ...(range && { range }), ...(reason !== undefined && { reason }) }
  }

  /** Where a parameter's value is written in the call. */
  rangeOf(parameter: string): Range | undefined {
    return this.written.find(argument => argument.parameter === parameter)?.valueRange
  }
}

/** An expression shortened to a line. */
export function oneLine(text: string): string {
  const line = text.slice(0, 2000).replace(/\s+/g, ' ').trim()
  return line.length > 120 ? line.slice(0, 119) + '…' : line
}

/** A text; undefined for anything else, and for one that is too long to be judged. */
export function asString(value: Obj): string | undefined {
  return typeof value === 'string' && value.length <= longestText ? value : undefined
}

function reasonOf(value: Obj): string | undefined {
  if (typeof value === 'string' && value.length > longestText) return 'the text is too long'
  return isObject(value) && value.kind === 'unknown' ? value.reason : undefined
}

/** oslo.config takes any value where it wants a flag, by its truth; only plain ones are certain here. */
export function asBoolean(value: Obj): boolean | undefined {
  if (typeof value === 'number') return value !== 0
  return typeof value === 'boolean' ? value : undefined
}
