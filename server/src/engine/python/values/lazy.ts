import { isObject, unknown, type LazyObj, type Obj } from './object'

/**
 * A value that is looked up when somebody first needs it: an import leads to another module, and most are never asked for.
 * While it is being looked up, asking for it again (imports in a circle) says unknown.
 */
export function lazy(find: () => Obj): LazyObj {
  let found: Obj | undefined
  let busy = false
  return {
    kind: 'lazy',
    resolve() {
      if (found !== undefined) return found
      // A name imported round in a circle has no value yet.
      if (busy) return unknown
      busy = true
      const value = find()
      // What was found may lead back here, too.
      found = resolved(value)
      busy = false
      return found
    },
  }
}

/** The value itself, looked up where that has not been done yet. */
export function resolved(value: Obj): Obj {
  return isObject(value) && value.kind === 'lazy' ? value.resolve() : value
}
