import type { OptionObj } from '../oslo/objects'
import type { DefaultChange } from '../oslo/option'
import { defaultGroup, optionKey } from '../oslo/optionKey'
import { oneLine } from '../oslo/parameters'
import type { ChangedDefault } from '../oslo/records'
import { toPlain } from '../python/values/plain'
import { LineIndex } from '../text'
import type { FileState } from './fileState'

/**
 * Where an option gets another default: by `cfg.set_defaults(opts, ...)` as the object it is, by `conf.set_default()` and
 * `conf.set_override()` under its name in one of its groups. What tests set says nothing of the product.
 */
export function defaultChangesOf(
  objects: readonly OptionObj[],
  groups: readonly string[],
  states: Iterable<FileState>,
): DefaultChange[] {
  const name = objects[0]?.parameters.get('name')
  const changes: DefaultChange[] = []
  for (const state of states) {
    if (state.isTest) continue
    for (const change of state.records.defaultChanges) {
      const meant = change.option
        ? objects.includes(change.option)
        : typeof name === 'string' &&
          change.name === optionKey(groupOf(change), name).dest &&
          groups.includes(groupOf(change))
      if (meant) changes.push(factOf(change))
    }
  }
  return changes
}

function groupOf({ group }: ChangedDefault): string {
  return group === null ? defaultGroup : typeof group === 'string' ? group : ''
}

function factOf({ value, site }: ChangedDefault): DefaultChange {
  const { file, text } = site.module
  const range = new LineIndex(text).rangeOf(site.node)
  const plain = toPlain(value)
  if (plain !== undefined) return { value: { kind: 'known', value: plain }, file, range }
  return { value: { kind: 'unknown', source: oneLine(text.slice(site.node.start, site.node.end)) }, file, range }
}
