import type { Option } from '../engine/index'
import type { OptionParams } from '../protocol'
import type { Facts } from './facts'

/** A row's id, unique in the tree: an option in two groups stands in both sections. */
export function rowId(section: string, option: Option): string {
  return `${section}|${option.file}#${option.id}`
}

/** The option that a row or an `Option.id` speaks of; undefined when it is gone. */
export function optionOfRow(facts: Facts, { uri, id }: OptionParams): Option | undefined {
  const mark = `|${uri}#`
  const at = id.indexOf(mark)
  return facts.option(uri, at < 0 ? id : id.slice(at + mark.length))
}
