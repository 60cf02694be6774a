import type { ImportedName } from '../syntax/ast'
import { lazy } from './lazy'
import { isObject, unknown, type Obj, type Scope } from './object'
import type { Run } from './run'

/** `import name`: binds it; nothing is read until somebody needs it. */
export function bindImport({ name, alias }: ImportedName, scope: Scope, run: Run): void {
  const bound = alias ?? name.split('.')[0]!
  const module = scope.module
  scope.bind(
    bound,
    lazy(() => importModule(alias ? name : bound, 0, module, run)),
  )
}

/** `from x import name`. */
export function bindImportFrom(from: string, level: number, imported: ImportedName, scope: Scope, run: Run): void {
  const module = scope.module
  if (imported.name === '*') {
    const source = lazy(() => importModule(from, level, module, run))
    const asked = new Set<string>()
    const find = (name: string): Obj | undefined => {
      const resolved = source.resolve()
      if (name.startsWith('_') || !isObject(resolved) || resolved.kind !== 'module') return undefined
      // Modules that import all of each other have no more names for it.
      if (asked.has(name)) return undefined
      asked.add(name)
      const found = run.world.within(() => resolved.scope.own(name), unknown)
      asked.delete(name)
      return found
    }
    // The last import wins, also over a value that was bound before.
    for (const [name, before] of scope.names) {
      if (isData(before)) {
        const later = lazy(() => {
          const found = find(name)
          return found === undefined ? before : found
        })
        scope.bind(name, { ...later, ofValue: true })
      }
    }
    scope.wildcards.unshift(find)
    return
  }
  const find = (): Obj => {
    // A submodule is found without a look at its package, whose `__init__` may import half of the project.
    const path = from === '' ? imported.name : `${from}.${imported.name}`
    return (
      run.world.findModule(path, level, module) ?? run.attribute(importModule(from, level, module, run), imported.name)
    )
  }
  scope.bind(
    imported.alias ?? imported.name,
    lazy(() => run.world.within(find, unknown)),
  )
}

function isData(value: Obj): boolean {
  if (isObject(value) && value.kind === 'lazy') return value.ofValue === true
  return !isObject(value) || ['list', 'tuple', 'set', 'dict', 'float', 'bytes'].includes(value.kind)
}

function importModule(name: string, level: number, from: Scope['module'], run: Run): Obj {
  const found = run.world.findModule(name, level, from)
  if (found) return found
  return level > 0 ? unknown : { kind: 'external', path: run.world.conventions.moduleName(name) }
}
