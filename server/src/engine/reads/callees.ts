import type { Definition } from './definitions'
import type { FileReads } from './fact'
import { pathOf } from './values'

/** A file as far as others call its functions. */
export interface Called {
  readonly file: string
  readonly facts: FileReads
  readonly definitions: ReadonlyMap<string, Definition>
}

/** A function, or a class that has no function to make its instances. */
export interface Callee<T extends Called> {
  readonly of: T
  /** Its path within its module. */
  readonly path: string
  readonly definition: Definition
}

/** How many names in a row are followed: names may well lead to each other. */
const most = 12

/**
 * The function that a dotted path leads to, which may go through imports, classes, those that they derive from, and
 * instances, `module.Class().method`. Of a class, the function that makes its instances.
 */
export function calleeOf<T extends Called>(
  path: string,
  find: (module: string) => T | undefined,
  depth = 0,
): Callee<T> | undefined {
  if (depth > most || path.includes('[')) return undefined
  const parts = path.replaceAll('()', '.()').split('.')
  for (let length = parts.length - 1; length > 0; length--) {
    const called = find(parts.slice(0, length).join('.'))
    if (called) return within(called, parts.slice(length), find, depth)
  }
  return undefined
}

function within<T extends Called>(
  of: T,
  parts: readonly string[],
  find: (module: string) => T | undefined,
  depth: number,
): Callee<T> | undefined {
  const [first, ...rest] = parts
  const definition = of.definitions.get(first!)
  const { module, names, stars } = of.facts
  if (definition?.isClass) return ofClass(of, first!, rest, find, depth)
  if (definition) return rest.length === 0 ? { of, path: first!, definition } : undefined
  const [bound, ...others] = names.get(first!) ?? []
  if (bound && others.length === 0 && bound !== 'other' && 'chain' in bound) {
    const { root, steps } = bound.chain
    const isWhole = steps.every(step => step !== 'call' && 'attribute' in step)
    return isWhole ? calleeOf([pathOf(root, steps), ...rest].join('.'), find, depth + 1) : undefined
  }
  for (const star of stars) {
    const found = star === module ? undefined : calleeOf([star, ...parts].join('.'), find, depth + 1)
    if (found) return found
  }
  return undefined
}

function ofClass<T extends Called>(
  of: T,
  path: string,
  parts: readonly string[],
  find: (module: string) => T | undefined,
  depth: number,
): Callee<T> | undefined {
  if (depth > most) return undefined
  const [first, ...rest] = parts
  // An instance has what its class has.
  if (first === '()') return rest.length === 0 ? undefined : ofClass(of, path, rest, find, depth)
  const isOfBase = first === 'super'
  if (isOfBase && rest[0] !== '()') return undefined
  const wanted = isOfBase ? rest.slice(1) : parts
  if (!isOfBase) {
    const name = wanted[0] ?? '__init__'
    const definition = of.definitions.get(`${path}.${name}`)
    if (definition?.isClass) return ofClass(of, `${path}.${name}`, wanted.slice(1), find, depth)
    if (definition) return wanted.length > 1 ? undefined : { of, path: `${path}.${name}`, definition }
  }
  for (const base of of.facts.classes.get(path)?.bases ?? []) {
    const found = calleeOf(
      [pathOf(base.root, base.steps), ...(wanted.length === 0 ? ['__init__'] : wanted)].join('.'),
      find,
      depth + 1,
    )
    if (found) return found
  }
  return undefined
}
