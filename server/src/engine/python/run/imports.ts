import type { ImportedName } from '../../syntax/ast'
import { lazy } from '../values/lazy'
import { isObject, orUnknown, unknown, type Obj, type Scope } from '../values/object'
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
    const source = run.world.within(() => importModule(from, level, module, run), unknown)
    if (!isObject(source) || source.kind !== 'module') return
    for (const name of source.scope.names.keys()) {
      if (!name.startsWith('_')) scope.bind(name, orUnknown(source.scope.own(name)))
    }
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

function importModule(name: string, level: number, from: Scope['module'], run: Run): Obj {
  const found = run.world.findModule(name, level, from)
  if (found) return found
  return level > 0 ? unknown : { kind: 'external', path: run.world.conventions.moduleName(name) }
}
