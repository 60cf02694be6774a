import type { Expression, FunctionDefinition } from '../syntax/ast'
import type { PythonParser } from '../syntax/parser'
import { type Carried, type Holder, Trail, holderKey } from './carried'
import type { Definition } from './definitions'
import type { ClassNames, FileReads } from './fact'
import { Flow } from './flow'
import { type Held, type State, add, heldBy, joined, keyAt, nothing, under } from './held'
import { ModuleMeanings } from './meanings'
import { Owned } from './owned'
import { type Scope, type Scopes, scopesOf } from './scopes'
import type { SinkAt } from './sinks'
import { Values } from './values'

/** How many expressions are looked at for what is asked of one file at a time. */
const mostLookedAt = 200_000

/**
 * Where values go that a module's functions are given, that its names and attributes hold, or that functions give back
 * which it calls; by `holderKey`. Paths of arguments are those of functions of the module. Only what concerns them is parsed.
 */
export function carriedIn(
  text: string,
  of: {
    readonly facts: FileReads
    readonly isPackage: boolean
    readonly definitions: ReadonlyMap<string, Definition>
    readonly sinkAt: SinkAt
  },
  sought: readonly Holder[],
  python: PythonParser,
): ReadonlyMap<string, Carried> {
  const { module } = of.facts
  const places = placesOf(text, module, of.definitions, sought)
  const trails = new Map(sought.map(holder => [holderKey(holder), new Trail(undefined, holder.kind === 'argument')]))
  if (places.length > 0) {
    const { body } = python.parseAround(text, places)
    const scopes = scopesOf(body, module, of.isPackage)
    const values = new Values(module, scopes)
    const classes = new Map<string, ClassNames>()
    for (const [node, scope] of scopes.of) {
      if (node.kind !== 'class') continue
      const bases = node.bases.flatMap(base => values.chains(base, scope.parent ?? scope))
      classes.set(scope.path, { bases, attributes: new Map() })
    }
    const meanings = new SoughtMeanings(module, scopes, values, classes, places, sought, trails)
    new Flow(meanings, { left: mostLookedAt }, of.sinkAt).block(body, new Map(), scopes.module)
  }
  const owned = new Owned()
  return new Map([...trails].map(([key, trail]) => [key, owned.carried(trail.carried)]))
}

/** Every line of a function that is asked for, and every mention of another name. */
function placesOf(
  text: string,
  module: string,
  definitions: ReadonlyMap<string, Definition>,
  sought: readonly Holder[],
): readonly number[] {
  const places = new Set<number>()
  const names = new Set<string>()
  for (const { kind, path } of sought) {
    const definition = kind === 'argument' ? definitions.get(path.slice(module.length + 1)) : undefined
    if (kind !== 'argument') names.add(lastOf(path))
    else if (definition)
      for (let at = definition.start; at >= 0 && at < definition.end; at = text.indexOf('\n', at) + 1 || -1) {
        const indent = /\S/.exec(text.slice(at, at + 200))
        if (indent) places.add(at + indent.index)
      }
  }
  if (names.size > 0)
    for (const { index } of text.matchAll(new RegExp(`\\b(?:${[...names].join('|')})\\b`, 'g'))) places.add(index)
  return [...places].sort((a, b) => a - b)
}

class SoughtMeanings extends ModuleMeanings {
  private readonly arguments = new Map<string, [number | string, Trail][]>()
  private readonly attributes: [string, string, Trail][] = []
  private readonly names = new Map<string, Trail>()
  private readonly results = new Map<string, Held>()
  override readonly resultOf: ((path: string) => Held | undefined) | undefined

  constructor(
    private readonly own: string,
    scopes: Scopes,
    values: Values,
    private readonly known: ReadonlyMap<string, ClassNames>,
    places: readonly number[],
    sought: readonly Holder[],
    trails: ReadonlyMap<string, Trail>,
  ) {
    super(own, scopes, values, known, places)
    for (const holder of sought) {
      const trail = trails.get(holderKey(holder))!
      const inner = holder.path.startsWith(`${own}.`) ? holder.path.slice(own.length + 1) : undefined
      const owner = inner?.includes('.') ? inner.slice(0, inner.lastIndexOf('.')) : undefined
      if (holder.kind === 'argument') {
        const known = this.arguments.get(inner ?? '')
        if (known) known.push([holder.argument, trail])
        else this.arguments.set(inner ?? '', [[holder.argument, trail]])
      } else if (holder.kind === 'result') {
        const held = under(holder.item === undefined ? '' : keyAt(holder.item), new Set([trail]))
        this.results.set(holder.path, joined([this.results.get(holder.path) ?? nothing, held]))
      } else if (owner !== undefined && known.has(owner)) this.attributes.push([owner, lastOf(holder.path), trail])
      else for (const name of this.namesOf(holder.path, inner)) this.names.set(name, trail)
    }
    this.resultOf = this.results.size === 0 ? undefined : path => this.result(path)
  }

  override atStartOf(node: FunctionDefinition, scope: Scope): State {
    const state: State = new Map()
    const [first] = node.parameters
    const owner = scope.parent?.kind === 'class' ? scope.parent : undefined
    for (const [name, trail] of this.names) {
      const isOther = scope.names.has(name.split('.')[0]!) && !scope.globals.has(name)
      if (!isOther) add(state, name, heldBy(trail))
    }
    if (owner && first)
      for (const [path, attribute, trail] of this.attributes)
        if (this.isRelated(owner.path, path)) add(state, `${first.name}.${attribute}`, heldBy(trail))
    if (scope.parent?.kind !== 'function') {
      const isBound = owner !== undefined && !node.decorators.some(isStatic)
      const path = this.pathIn(node, scope.parent ?? scope)
      for (const [argument, trail] of this.arguments.get(path) ?? []) give(node, argument, isBound, trail, state)
    }
    return state
  }

  /** What a name of a module is called here: `NAME`, or `module.NAME`. */
  private namesOf(path: string, inner: string | undefined): readonly string[] {
    if (inner !== undefined) return inner.includes('.') ? [] : [inner]
    return [...this.scopes.module.names].flatMap(([name, bindings]) =>
      bindings.flatMap(binding => {
        if (binding.kind !== 'import') return []
        if (binding.path === path) return [name]
        return path.startsWith(`${binding.path}.`) && !path.slice(binding.path.length + 1).includes('.')
          ? [`${name}.${lastOf(path)}`]
          : []
      }),
    )
  }

  /** Methods of classes that derive from each other are taken for the same. */
  private result(path: string): Held | undefined {
    const exact = this.results.get(path)
    if (exact || !path.startsWith(`${this.own}.`)) return exact
    const ownerOf = (of: string): string => of.slice(this.own.length + 1, Math.max(0, of.lastIndexOf('.')))
    for (const [each, held] of this.results) {
      if (lastOf(each) !== lastOf(path) || !each.startsWith(`${this.own}.`)) continue
      const [one, other] = [ownerOf(each), ownerOf(path)]
      if (this.known.has(one) && this.known.has(other) && this.isRelated(one, other)) return held
    }
    return undefined
  }

  /** Whether one class is the other, or derives from it within the module. */
  private isRelated(one: string, other: string): boolean {
    return one === other || this.derives(one, other) || this.derives(other, one)
  }

  private derives(path: string, from: string, depth = 0): boolean {
    if (depth > deepest) return false
    return (this.known.get(path)?.bases ?? []).some(({ root, steps }) => {
      const base = steps.length === 0 && root.startsWith(`${this.own}.`) ? root.slice(this.own.length + 1) : undefined
      return base !== undefined && (base === from || this.derives(base, from, depth + 1))
    })
  }
}

const deepest = 8

function give(
  { parameters }: FunctionDefinition,
  argument: number | string,
  isBound: boolean,
  trail: Trail,
  state: State,
): void {
  const named = parameters.find(({ name, kind }) => name === argument && (kind === 'plain' || kind === 'keywordOnly'))
  if (typeof argument === 'string') {
    const rest = parameters.find(({ kind }) => kind === 'keywordRest')
    if (named) add(state, named.name, heldBy(trail))
    else if (rest) add(state, rest.name, under(argument, new Set([trail])))
    return
  }
  const plain = parameters.filter(({ kind }) => kind === 'plain')[argument + (isBound ? 1 : 0)]
  const taking = plain ?? parameters.find(({ kind }) => kind === 'rest')
  if (taking) add(state, taking.name, heldBy(trail))
}

function isStatic(node: Expression): boolean {
  return node.kind === 'name' && node.id === 'staticmethod'
}

function lastOf(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1)
}
