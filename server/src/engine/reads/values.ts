import type { Attribute, Call, Expression, Subscript } from '../syntax/ast'
import type { Chain, Piece, Step, Text } from './fact'
import { entriesOf, itemsOf } from './items'
import { type Binding, type Scope, type Scopes, lookUp } from './scopes'

/** How many ways a value may have come about before nobody asks any more. */
const mostAlternatives = 24
/** How many names in a row are followed. */
const deepest = 12
/** How many steps one question may take, and all of a module's: names may well be bound to each other. */
const mostSteps = 1000
const mostStepsOfModule = 2_000_000

/** Names that people give to a ConfigOpts or to what wraps one, where nothing tells what they hold. */
export const confName = /^_*(?:conf|config|cfg|CONF|configuration|mock_CONF|mock_conf)$/

/** Says what expressions of one module may stand for, without a look at other modules. */
export class Values {
  private depth = 0
  private steps = 0
  private stepsOfModule = 0

  constructor(
    private readonly module: string,
    private readonly scopes: Scopes,
  ) {}

  /** The chains that an expression may stand for; none when it stands for something else. */
  chains(node: Expression, scope: Scope): readonly Chain[] {
    return this.bounded([], () => this.chainsOf(node, scope))
  }

  /** The texts that an expression may stand for; anything where that is not known. */
  text(node: Expression, scope: Scope): Text {
    return this.bounded(anything, () => this.textOf(node, scope).slice(0, mostAlternatives))
  }

  private bounded<T>(otherwise: T, work: () => T): T {
    if (this.depth === 0) this.steps = 0
    this.steps += 1
    this.stepsOfModule += 1
    if (this.depth >= deepest || this.steps > mostSteps || this.stepsOfModule > mostStepsOfModule) return otherwise
    this.depth++
    try {
      return work()
    } finally {
      this.depth--
    }
  }

  private chainsOf(node: Expression, scope: Scope): readonly Chain[] {
    switch (node.kind) {
      case 'name':
        return this.named(node.id, scope)
      case 'attribute':
        return this.attribute(node, scope)
      case 'subscript':
        return this.extended(node.object, scope, { item: this.text(node.index, scope), end: node.end, option: false })
      case 'call':
        return this.called(node, scope)
      case 'conditional':
        return [...this.chains(node.then, scope), ...this.chains(node.otherwise, scope)].slice(0, mostAlternatives)
      case 'logical':
        return [
          ...(node.operator === 'or' ? this.chains(node.left, scope) : []),
          ...this.chains(node.right, scope),
        ].slice(0, mostAlternatives)
      case 'walrus':
        return this.chains(node.value, scope)
      default:
        return []
    }
  }

  private attribute({ object, name, end }: Attribute, scope: Scope): readonly Chain[] {
    const found = this.extended(object, scope, { attribute: name, end })
    // Of something unknown, only the attribute's own name tells.
    return found.length === 0 && confName.test(name) ? [{ root: `?${name}`, steps: [] }] : found
  }

  private extended(object: Expression, scope: Scope, step: Step): readonly Chain[] {
    return this.chains(object, scope).map(({ root, steps }) => ({ root, steps: [...steps, step] }))
  }

  private called(call: Call, scope: Scope): readonly Chain[] {
    const named = itemOf(call)
    if (named) {
      const step: Step = { item: this.text(named.name, scope), end: call.end, option: false }
      return this.extended(named.of, scope, step)
    }
    const [first] = call.arguments
    // A fixture that a test uses is what it gets.
    if (call.callee.kind === 'attribute' && call.callee.name === 'useFixture' && first)
      return this.chains(first.value, scope)
    if (call.callee.kind === 'name' && call.callee.id === 'super') {
      const path = classAround(scope)
      return path === undefined ? [] : [{ root: `${this.module}.${path}`, steps: [] }]
    }
    return this.extended(call.callee, scope, 'call')
  }

  private named(name: string, scope: Scope): readonly Chain[] {
    const found = lookUp(name, scope)
    if (!found) return this.scopes.stars.map(star => ({ root: `${star}.${name}`, steps: [] }))
    const { bindings, owner } = found
    if (owner.kind === 'module') {
      const imports = bindings.flatMap(binding => (binding.kind === 'import' ? [binding.path] : []))
      const isImported = imports.length === bindings.length
      return [...new Set(isImported ? imports : [`${this.module}.${name}`])].map(root => ({ root, steps: [] }))
    }
    return bindings.flatMap(binding => this.boundTo(binding, name)).slice(0, mostAlternatives)
  }

  private boundTo(binding: Binding, name: string): readonly Chain[] {
    switch (binding.kind) {
      case 'value':
        return this.chains(binding.value, binding.scope)
      case 'item':
        return itemsOf(binding.value, binding.scope, binding.at).flatMap(({ node, scope }) => this.chains(node, scope))
      case 'import':
        return [{ root: binding.path, steps: [] }]
      case 'class':
        return [{ root: `${this.module}.${binding.path}`, steps: [] }]
      case 'parameter': {
        const path = ownerOf(binding.scope, binding.index)
        if (path !== undefined) return [{ root: `${this.module}.${path}`, steps: [] }]
        return confName.test(name) ? [{ root: `?${name}`, steps: [] }] : []
      }
      default:
        return []
    }
  }

  private textOf(node: Expression, scope: Scope): Text {
    switch (node.kind) {
      case 'string':
        return [[node.value]]
      case 'formatted':
        return product(node.parts.map(each => (typeof each === 'string' ? [[each]] : this.text(each.value, scope))))
      case 'binary':
        if (node.operator === '+') return product([this.text(node.left, scope), this.text(node.right, scope)])
        return node.operator === '%' && node.left.kind === 'string'
          ? this.filled(node.left.value, node.right, scope)
          : anything
      case 'conditional':
        return [...this.text(node.then, scope), ...this.text(node.otherwise, scope)]
      case 'logical':
        return [...this.text(node.left, scope), ...this.text(node.right, scope)]
      case 'call':
        return this.calledText(node, scope)
      case 'name':
        return this.namedText(node.id, scope, node.start)
      case 'attribute':
        return this.chains(node, scope).map(chain => [chain])
      case 'subscript':
        return this.itemText(node, scope)
      default:
        return anything
    }
  }

  /** `TABLE['cpu']`, where the table is written out. */
  private itemText({ object, index }: Subscript, scope: Scope): Text {
    const entries = entriesOf(object, scope)
    const key = index.kind === 'string' ? index.value : undefined
    const wanted = entries.filter(
      entry => key === undefined || (entry.key?.kind === 'string' && entry.key.value === key),
    )
    return wanted.length === 0 ? anything : wanted.flatMap(({ value, scope: from }) => this.text(value, from))
  }

  /** `'%s_listen' % name`. */
  private filled(format: string, value: Expression, scope: Scope): Text {
    const values = value.kind === 'tuple' ? value.items : [value]
    let next = 0
    const parts = format.split(/(%\(\w+\)[sd]|%[sd])/).map((part): Text => {
      if (/^%[sd]$/.test(part)) {
        const filling = values[next++]
        return filling ? this.text(filling, scope) : anything
      }
      return part.startsWith('%(') ? anything : [[part.replaceAll('%%', '%')]]
    })
    return product(parts)
  }

  private calledText(call: Call, scope: Scope): Text {
    const { callee } = call
    // A group stands for its name.
    if (this.chains(callee, scope).some(({ root, steps }) => /(^|\.)OptGroup$/.test(pathOf(root, steps)))) {
      const name = call.arguments.find(({ keyword }) => keyword === undefined || keyword === 'name')
      return name ? this.text(name.value, scope) : anything
    }
    if (callee.kind === 'name' && callee.id === 'str' && call.arguments[0])
      return this.text(call.arguments[0].value, scope)
    if (callee.kind !== 'attribute' || callee.name !== 'format' || callee.object.kind !== 'string') return anything
    let next = 0
    const parts = callee.object.value.split(/(\{\w*\})/).map((part): Text => {
      const name = /^\{(\w*)\}$/.exec(part)?.[1]
      if (name === undefined) return [[part]]
      const argument =
        name === '' || /^\d+$/.test(name)
          ? call.arguments.filter(each => each.keyword === undefined)[name === '' ? next++ : Number(name)]
          : call.arguments.find(each => each.keyword === name)
      return argument ? this.text(argument.value, scope) : anything
    })
    return product(parts)
  }

  private namedText(name: string, scope: Scope, at: number): Text {
    const found = lookUp(name, scope)
    if (!found) return this.named(name, scope).map(chain => [chain])
    const narrowed = found.bindings.filter(
      binding => binding.kind === 'oneOf' && binding.start <= at && at < binding.end,
    )
    if (narrowed.length > 0)
      return narrowed.flatMap(binding =>
        binding.kind === 'oneOf'
          ? itemsOf(binding.value, binding.scope, []).flatMap(item => this.text(item.node, item.scope))
          : [],
      )
    const bindings = found.bindings.filter(binding => binding.kind !== 'oneOf')
    if (bindings.every(binding => binding.kind === 'import')) return this.named(name, scope).map(chain => [chain])
    return bindings.flatMap((binding): Text => {
      switch (binding.kind) {
        case 'value':
          return this.text(binding.value, binding.scope)
        case 'item': {
          const items = itemsOf(binding.value, binding.scope, binding.at)
          return items.length === 0 ? anything : items.flatMap(item => this.text(item.node, item.scope))
        }
        default:
          return anything
      }
    })
  }
}

/** The dotted name of a chain, up to its first step that is no attribute. */
export function pathOf(root: string, steps: readonly Step[]): string {
  let path = root
  for (const step of steps) {
    if (step === 'call' || !('attribute' in step)) break
    path += `.${step.attribute}`
  }
  return path
}

export const anything: Text = [[undefined]]

/** What `getattr(x, 'name')`, `x.get('name')` and `x.safe_get('name')` take from what. */
export function itemOf(call: Call): { readonly of: Expression; readonly name: Expression } | undefined {
  const { callee } = call
  const [first, second] = call.arguments
  if (!first || call.arguments.some(({ keyword }) => keyword === '*' || keyword === '**')) return undefined
  if (callee.kind === 'name' && callee.id === 'getattr' && second) return { of: first.value, name: second.value }
  if (
    callee.kind === 'attribute' &&
    (callee.name === 'get' || callee.name === 'safe_get') &&
    call.arguments.length <= 2
  )
    return { of: callee.object, name: first.value }
  return undefined
}

/** The class whose instance, or which itself, the first parameter of a method is. */
function ownerOf({ kind, node, parent }: Scope, index: number): string | undefined {
  if (index !== 0 || kind !== 'function' || parent?.kind !== 'class' || node?.kind !== 'function') return undefined
  const isStatic = node.decorators.some(each => each.kind === 'name' && each.id === 'staticmethod')
  return isStatic ? undefined : parent.path
}

function classAround(scope: Scope): string | undefined {
  for (let at: Scope | undefined = scope; at; at = at.parent) if (at.kind === 'class') return at.path
  return undefined
}

/** All ways to put texts behind each other. */
function product(parts: readonly Text[]): Text {
  let made: readonly (readonly Piece[])[] = [[]]
  for (const each of parts) {
    if (made.length * each.length > mostAlternatives) made = made.slice(0, 1).map(pieces => [...pieces, undefined])
    else made = made.flatMap(pieces => each.map(more => [...pieces, ...more]))
  }
  return made
}
