import { optionKey, touches } from '../engine/index'
import type { Option, OptionKey, Position, Use } from '../engine/index'
import type { Facts } from './facts'
import { type Uses, keysOf } from './uses'

/** An option that a text names, by its declaration or where it is used. */
export interface NamedOption {
  /** Its declarations: none for one of a library. */
  readonly options: readonly Option[]
  /** Empty where its name or group is not known. */
  readonly keys: readonly OptionKey[]
  /** The use that names it; undefined at a declaration. */
  readonly use: Use | undefined
}

/** The option whose name a position touches; undefined where there is none. */
export function optionAt(facts: Facts, uses: Uses, uri: string, position: Position): NamedOption | undefined {
  const use = uses.at(uri, position)
  if (use !== undefined) {
    return { options: uses.declarationsOf(use), keys: [optionKey(use.group, use.option)], use }
  }
  const options = (facts.module(uri)?.options ?? []).filter(option => touches(option.nameRange, position))
  return options.length === 0 ? undefined : { options, keys: options.flatMap(keysOf), use }
}
