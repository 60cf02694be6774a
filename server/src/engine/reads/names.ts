import type { Expression, Statement } from '../syntax/ast'
import type { Bound, Chain, ClassNames, Step, Text } from './fact'
import type { Binding, Scope, Scopes } from './scopes'
import { type Values, pathOf } from './values'
import { walkScopes } from './walkScopes'

/** The names that a module and its classes give to what may lead to options. */
export interface Names {
  readonly names: ReadonlyMap<string, readonly Bound[]>
  readonly classes: ReadonlyMap<string, ClassNames>
  /** Whether a chain may be of an option, as far as its names tell. */
  mayLead(chain: Chain): boolean
}

/** What people call a ConfigOpts, or a constant that may hold one or a group of one. */
const telling = /[Cc][Oo][Nn][Ff]|[Cc][Ff][Gg]|(?:^|\.)[A-Z][A-Z_]{2,}(?:\.|$)/
/** A name that is more than a letter or two. */
const anyName = /conf|cfg|^[a-z][a-z_]{2,}$/i

export function namesOf(body: readonly Statement[], scopes: Scopes, values: Values, module: string): Names {
  const names = new Map<string, Bound[]>()
  const classes = new Map<string, { readonly bases: readonly Chain[]; readonly attributes: Map<string, Bound[]> }>()

  const isKnown = ({ root, steps }: Chain): boolean => {
    if (root.startsWith('?') || root.startsWith('oslo_config.')) return true
    const path = pathOf(root, steps)
    if (!path.startsWith(`${module}.`)) return false
    const [owner, attribute] = split(path.slice(module.length + 1), classes)
    return attribute !== undefined && (owner ? owner.attributes : names).has(attribute)
  }
  const project = `${module.split('.')[0]!}.`
  /** Whether something is asked for of what another module may hold: under a name, or as a class that one here derives from. */
  const isElsewhere = ({ root, steps }: Chain): boolean => {
    const [first, second] = steps
    if (!root.startsWith(project) || first === undefined || second === 'call') return false
    if (!root.startsWith(`${module}.`)) return true
    return second !== undefined && (classes.get(root.slice(module.length + 1))?.bases.length ?? 0) > 0
  }
  const mayLead = (chain: Chain): boolean =>
    isKnown(chain) ||
    isElsewhere(chain) ||
    [chain.root, ...chain.steps.flatMap(nameOf)].some(name => telling.test(name))
  /** Whether what a name holds may have an option in it: of an object, nobody knows before its class does. */
  const mayHold = (chain: Chain): boolean =>
    isKnown(chain) ||
    pathOf(chain.root, chain.steps)
      .split('.')
      .some(name => anyName.test(name))
  const bound = (value: Expression, scope: Scope): Bound[] => {
    const text = values.text(value, scope)
    if (isKnownText(text)) return [{ text }]
    const chains = values.chains(value, scope).filter(mayHold)
    return chains.length > 0 ? chains.map(chain => ({ chain })) : ['other']
  }
  const boundBy = (binding: Binding): Bound[] => {
    if (binding.kind === 'import') return [{ chain: { root: binding.path, steps: [] } }]
    if (binding.kind === 'value') return bound(binding.value, binding.scope)
    return binding.kind === 'oneOf' ? [] : ['other']
  }
  const keep = (into: Map<string, Bound[]>, name: string, found: readonly Bound[]): void => {
    if (found.length === 0) return
    const before = into.get(name)
    if (before) for (const each of found) before.push(each)
    else into.set(name, [...found])
  }
  const prune = (into: Map<string, Bound[]>): void => {
    for (const [name, bound] of into) if (bound.every(each => each === 'other')) into.delete(name)
  }
  for (const [name, bindings] of scopes.module.names) keep(names, name, bindings.flatMap(boundBy))
  prune(names)
  for (const [node, scope] of scopes.of) {
    if (node.kind !== 'class') continue
    const attributes = new Map<string, Bound[]>()
    for (const [name, bindings] of scope.names) keep(attributes, name, bindings.flatMap(boundBy))
    const bases = node.bases.flatMap(base => values.chains(base, scope.parent!))
    classes.set(scope.path, { bases, attributes })
  }
  walkScopes(body, scopes.module, scopes, {
    statement: (statement, scope) => {
      if (statement.kind !== 'assign' || !statement.value) return
      for (const target of statement.targets) {
        if (target.kind !== 'attribute' || target.object.kind !== 'name') continue
        for (const { root, steps } of values.chains(target.object, scope)) {
          const owner =
            steps.length === 0 && root.startsWith(`${module}.`) ? classes.get(root.slice(module.length + 1)) : undefined
          if (owner) keep(owner.attributes, target.name, bound(statement.value, scope))
        }
      }
    },
  })
  for (const each of classes.values()) prune(each.attributes)
  return { names, classes, mayLead }
}

/** The class at the beginning of a path within the module, and the name behind it. */
function split<T>(path: string, classes: ReadonlyMap<string, T>): readonly [T | undefined, string | undefined] {
  const parts = path.split('.')
  for (let length = parts.length; length > 0; length--) {
    const owner = classes.get(parts.slice(0, length).join('.'))
    if (owner !== undefined) return [owner, parts[length]]
  }
  return [undefined, parts[0]]
}

function isKnownText(text: Text): boolean {
  return text.length > 0 && text.every(pieces => pieces.every(piece => typeof piece === 'string'))
}

function nameOf(step: Step): readonly string[] {
  return step !== 'call' && 'attribute' in step ? [step.attribute] : []
}
