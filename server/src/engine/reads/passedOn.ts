import { writtenImports } from '../project/writtenImports'
import type { Bound, Chain, ClassNames } from './fact'
import { absolute } from './scopes'

/** A class at the beginning of a line, with what it derives from. */
const classLine = /^class[ \t]{1,9}(\w+)[ \t]{0,9}\(([\w.,\s]{0,1000})\)/gm

/**
 * What a module that has no word of options still passes on: the names that it imports, and the classes that derive from
 * others. Found without parsing it.
 */
export function passedOn(
  text: string,
  of: { readonly module: string; readonly isPackage: boolean },
): {
  readonly names: ReadonlyMap<string, readonly Bound[]>
  readonly classes: ReadonlyMap<string, ClassNames>
  readonly stars: readonly string[]
} {
  const paths = new Map<string, string>()
  const stars: string[] = []
  for (const { level, from, name, alias, outermost } of writtenImports(text)) {
    if (!outermost) continue
    const module = from === undefined ? undefined : absolute(from, level, of.module, of.isPackage)
    if (name === '*') stars.push(module ?? '')
    else if (module !== undefined) paths.set(alias ?? name, module === '' ? name : `${module}.${name}`)
    else if (alias !== undefined) paths.set(alias, name)
    else paths.set(name.split('.')[0]!, name.split('.')[0]!)
  }
  const classes: [string, ClassNames][] = []
  for (const [, name, bases] of text.matchAll(classLine)) {
    const chains = bases!.split(',').flatMap((base): Chain[] => {
      const [first, ...rest] = base.trim().split('.')
      if (!first) return []
      const root = paths.get(first) ?? `${of.module}.${first}`
      return [{ root: [root, ...rest].join('.'), steps: [] }]
    })
    classes.push([name!, { bases: chains, attributes: new Map() }])
  }
  const names = [...paths].map(([name, root]): [string, readonly Bound[]] => [name, [{ chain: { root, steps: [] } }]])
  return { names: new Map(names), classes: new Map(classes), stars }
}
