import type { Option } from '../oslo/option'
import { renderPython } from '../python/render'
import { setKeyword } from './fixes'
import type { FixEdit } from './rule'

/**
 * Makes an option read an old name of its own (again). Undefined where it has other old names, which have to be put
 * together by hand, or where no edit is sure to be right.
 * @param group the old name's group; null where it is the option's own
 */
export function readOldName(option: Option, name: string, group: string | null): readonly FixEdit[] | undefined {
  if (option.deprecatedOpts.kind !== 'absent') return undefined
  const inGroup = group === null ? '' : `, deprecated_group=${renderPython(group)}`
  return setKeyword(option, 'deprecated_name', `${renderPython(name)}${inGroup}`)
}
