import type { ClassDefinition, Comprehension, Expression, FunctionDefinition, Lambda } from '../syntax/ast'
import type { Holder, Trail } from './carried'
import type { ClassNames, Step } from './fact'
import type { Meanings } from './flow'
import type { Held, State } from './held'
import { type Scope, type Scopes, lookUp } from './scopes'
import { type Values, pathOf } from './values'

/** What a module's expressions mean where nothing but the reads of options is of interest. */
export class ModuleMeanings implements Meanings {
  readonly resultOf: ((path: string) => Held | undefined) | undefined = undefined

  private functions: ReadonlySet<string> | undefined

  /** `places`: where something is of interest, offsets in ascending order. */
  constructor(
    private readonly module: string,
    protected readonly scopes: Scopes,
    private readonly values: Values,
    private readonly classes: ReadonlyMap<string, ClassNames>,
    private readonly places: readonly number[],
    private readonly sources: ReadonlyMap<Expression, Trail> = new Map(),
  ) {}

  sourceOf(node: Expression): Trail | undefined {
    return this.sources.get(node)
  }

  hasSourceIn(start: number, end: number): boolean {
    const { places } = this
    let [low, high] = [0, places.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      if (places[middle]! < start) low = middle + 1
      else high = middle
    }
    return low < places.length && places[low]! < end
  }

  atStartOf(_node: FunctionDefinition, _scope: Scope): State {
    return new Map()
  }

  pathOf(callee: Expression, scope: Scope): string | undefined {
    if (callee.kind === 'name' && !lookUp(callee.id, scope)) return callee.id
    const ofBase = callee.kind === 'attribute' && isSuper(callee.object) ? callee.name : undefined
    const [chain] = this.values.chains(
      ofBase !== undefined && callee.kind === 'attribute' ? callee.object : callee,
      scope,
    )
    if (!chain) return callee.kind === 'attribute' ? `?.${callee.name}` : undefined
    if (ofBase !== undefined) return `${this.baseOf(chain.root)}.${ofBase}`
    return [this.imported(chain.root), ...chain.steps.map(inWords)].join('')
  }

  holderOf(target: Expression, scope: Scope): Holder | undefined {
    if (target.kind === 'name') {
      if (scope.kind === 'function' && !scope.globals.has(target.id)) return undefined
      const path = scope.kind === 'class' ? `${this.module}.${scope.path}` : this.module
      return { kind: 'held', path: `${path}.${target.id}` }
    }
    if (target.kind !== 'attribute') return undefined
    const [chain] = this.values.chains(target.object, scope)
    const isOwn =
      chain?.steps.length === 0 &&
      chain.root.startsWith(`${this.module}.`) &&
      this.classes.has(chain.root.slice(this.module.length + 1))
    return isOwn ? { kind: 'held', path: `${chain.root}.${target.name}` } : undefined
  }

  isFunction(path: string): boolean {
    if (!path.startsWith(`${this.module}.`)) return false
    this.functions ??= new Set(
      [...this.scopes.of].flatMap(([node, { parent }]) =>
        node.kind === 'function' && parent?.kind !== 'function'
          ? [this.pathIn(node, parent ?? this.scopes.module)]
          : [],
      ),
    )
    return this.functions.has(path.slice(this.module.length + 1))
  }

  returnedBy(node: FunctionDefinition, scope: Scope): Holder | undefined {
    if (node.isGenerator) return undefined
    const path = `${this.module}.${this.pathIn(node, scope)}`
    const isProperty = node.decorators.some(each => nameOf(each)?.endsWith('property'))
    return { kind: isProperty ? 'held' : 'result', path }
  }

  scopeOf(node: FunctionDefinition | ClassDefinition | Lambda | Comprehension, scope: Scope): Scope {
    return this.scopes.of.get(node) ?? scope
  }

  protected pathIn({ name }: FunctionDefinition, { path }: Scope): string {
    return path === '' ? name : `${path}.${name}`
  }

  /** The one class that a class derives from. */
  private baseOf(path: string): string {
    const bases = this.classes.get(path.slice(this.module.length + 1))?.bases ?? []
    const [base] = bases
    return base && bases.length === 1 ? pathOf(base.root, base.steps) : `${path}.super()`
  }

  /** A name of the module that is an import, or nothing where what is imported is not installed. */
  private imported(root: string): string {
    if (!root.startsWith(`${this.module}.`)) return root
    const [name, ...rest] = root.slice(this.module.length + 1).split('.')
    const bindings = this.scopes.module.names.get(name!) ?? []
    const found = bindings.flatMap(binding => (binding.kind === 'import' ? [binding.path] : []))
    const isKnown = bindings.every(
      binding => binding.kind === 'import' || (binding.kind === 'value' && binding.value.kind === 'constant'),
    )
    return found[0] !== undefined && isKnown ? [found[0], ...rest].join('.') : root
  }
}

function isSuper(node: Expression): boolean {
  return node.kind === 'call' && node.callee.kind === 'name' && node.callee.id === 'super'
}

function inWords(step: Step): string {
  if (step === 'call') return '()'
  return 'attribute' in step ? `.${step.attribute}` : '[]'
}

function nameOf(node: Expression): string | undefined {
  return node.kind === 'name' ? node.id : node.kind === 'attribute' ? node.name : undefined
}
