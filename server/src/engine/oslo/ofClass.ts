import { isObject, type Obj } from '../python/values/object'
import { optClassAt } from './classes'
import { asOslo } from './objects'

/** `isinstance(value, cfg.StrOpt)`, and of options that they are no list; undefined where that cannot be told. */
export function isOfClass(value: Obj, path: string): boolean | undefined {
  const asked = optClassAt(path)
  const option = asOslo(value, 'option')
  if (asked === undefined) {
    return isObject(value) && value.kind === 'library' && /^(builtins|collections)\./.test(path) ? false : undefined
  }
  if (!option) return !isObject(value) || ['list', 'tuple', 'dict', 'set'].includes(value.kind) ? false : undefined
  if (asked === 'Opt' || asked === option.baseClass) return true
  return asked === 'MultiOpt' || asked === 'StrOpt' ? undefined : false
}
