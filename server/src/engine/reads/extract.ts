import type { PythonParser } from '../syntax/parser'
import type { Call, Expression, Statement } from '../syntax/ast'
import { partsOf } from '../syntax/walk'
import { type Span, lineStartsOf } from '../text'
import type { Access, AccessKind, Chain, FileReads, Step } from './fact'
import { Trail, nothingCarried } from './carried'
import { Flow } from './flow'
import { ModuleMeanings } from './meanings'
import { entriesOf } from './items'
import { type Names, namesOf } from './names'
import { Owned } from './owned'
import { type Scope, type Scopes, scopesOf } from './scopes'
import { Values, itemOf, pathOf } from './values'
import { walkScopes } from './walkScopes'
import { passedOn } from './passedOn'
import type { SinkAt } from './sinks'
import { placesOf } from './words'
import { type Write, writesOf } from './writes'

/** What a file is called, and whether it belongs to a test suite. */
export interface ReadsOf {
  /** Absolute dotted name of the module. */
  readonly module: string
  readonly isPackage: boolean
  readonly isTest: boolean
  readonly sinkAt: SinkAt
}

/** The reads and writes of options in a text, and what leads from other modules' names to theirs. */
export function readsIn(text: string, of: ReadsOf, python: PythonParser): FileReads {
  const places = placesOf(text, of.isTest)
  if (places.length === 0) {
    const { module, isTest } = of
    return new Owned().reads({ module, isTest, ...passedOn(text, of), accesses: [], lineStarts: new Uint32Array() })
  }
  const { body } = python.parseAround(text, places, of.isTest)
  const scopes = scopesOf(body, of.module, of.isPackage)
  const values = new Values(of.module, scopes)
  const names = namesOf(body, scopes, values, of.module)
  const extraction = new Extraction(text, body, of.isTest, scopes, values, names)
  const found = extraction.accesses()
  const { trails } = extraction
  const readAt = [...trails.keys()].map(({ start }) => start).sort((a, b) => a - b)
  const meanings = new ModuleMeanings(of.module, scopes, values, names.classes, readAt, trails)
  new Flow(meanings, { left: mostLookedAt }, of.sinkAt).block(body, new Map(), scopes.module)
  return new Owned().reads({
    module: of.module,
    isTest: of.isTest,
    accesses: found.map(({ kind, chain, own, trail, start, end }) => {
      return { kind, chain, own, carried: trail?.carried ?? nothingCarried, start, end }
    }),
    lineStarts: Uint32Array.from(lineStartsOf(text)),
    names: names.names,
    classes: names.classes,
    stars: scopes.stars,
  })
}

/** How many expressions are looked at for all that the values of one file reach. */
const mostLookedAt = 500_000

interface Found extends Omit<Access, 'carried'> {
  readonly trail: Trail | undefined
}

class Extraction {
  /** Where the values go that expressions read; not yet followed. */
  readonly trails = new Map<Expression, Trail>()
  private readonly found: Found[] = []

  constructor(
    private readonly text: string,
    private readonly body: readonly Statement[],
    private readonly isTest: boolean,
    private readonly scopes: Scopes,
    private readonly values: Values,
    private readonly names: Names,
  ) {}

  accesses(): readonly Found[] {
    walkScopes(this.body, this.scopes.module, this.scopes, {
      expression: (expression, scope, statement) => {
        const isTarget =
          (statement.kind === 'assign' && statement.targets.includes(expression)) ||
          (statement.kind === 'augmentedAssign' && statement.target === expression)
        if (isTarget) this.target(expression, scope)
        else this.visit(expression, scope)
      },
    })
    return this.found
  }

  private target(node: Expression, scope: Scope): void {
    if (node.kind === 'tuple' || node.kind === 'list') for (const item of node.items) this.target(item, scope)
    else if (isStep(node)) this.chain(node, scope, 'write')
    else this.visit(node, scope)
  }

  private visit(node: Expression, scope: Scope): void {
    if (node.kind === 'lambda' || node.kind === 'comprehension') {
      const inner = this.scopes.of.get(node) ?? scope
      for (const part of partsOf(node)) this.visit(part, inner)
    } else if (node.kind === 'call') this.call(node, scope)
    else if (isStep(node)) this.chain(node, scope, 'read')
    else for (const part of partsOf(node)) this.visit(part, scope)
  }

  private call(node: Call, scope: Scope): void {
    const writes = [...writesOf(node, each => entriesOf(each, scope))]
    for (const write of writes) this.write(write, scope)
    if (isQuestion(node)) return
    if (itemOf(node)) this.chain(node, scope, 'read')
    else {
      if (writes.length === 0 && isStep(node.callee)) this.chain(node.callee, scope, 'read', 'call')
      else this.inner(node.callee, scope)
      for (const { value } of node.arguments) this.visit(value, scope)
    }
  }

  private write({ of, group, name, kind, start, end }: Write, scope: Scope): void {
    const item = (text: Step & { item: unknown }): Step => text
    const steps: Step[] = []
    if (group) steps.push(item({ item: this.values.text(group, scope), end, option: false }))
    steps.push(item({ item: typeof name === 'string' ? [[name]] : this.values.text(name, scope), end, option: true }))
    const chains: readonly Chain[] = of ? this.values.chains(of, scope) : [{ root: 'oslo_config.cfg.CONF', steps: [] }]
    for (const chain of chains) {
      if (!this.names.mayLead(chain)) continue
      this.found.push({
        kind,
        chain: { root: chain.root, steps: [...chain.steps, ...steps] },
        own: chain.steps.length,
        trail: undefined,
        start,
        end,
      })
    }
  }

  /** A chain as far as it is written here, and what stands within it. */
  private chain(node: Expression, scope: Scope, kind: AccessKind, then?: 'call'): void {
    const length = written(node)
    let trail: Trail | undefined
    for (const { root, steps } of this.values.chains(node, scope)) {
      const chain: Chain = { root, steps: then ? [...steps, then] : steps }
      if (this.names.mayLead(chain))
        this.found.push({
          kind,
          chain,
          own: steps.length - length,
          trail: (trail ??= kind === 'read' ? this.trailFrom(node, scope, then) : undefined),
          ...this.withoutParentheses(node),
        })
    }
    this.inner(node, scope)
  }

  /** What tests do with a value is nobody's concern. */
  private trailFrom(node: Expression, scope: Scope, then: 'call' | undefined): Trail | undefined {
    if (this.isTest || this.isClass(node, scope)) return undefined
    // Of a method that is called, the object is the value.
    const read = then && node.kind === 'attribute' ? node.object : node
    const trail = new Trail(read)
    this.trails.set(read, trail)
    return trail
  }

  /** A class of oslo.config, such as the `cfg.StrOpt` of a declaration, is no value that anybody set. */
  private isClass(node: Expression, scope: Scope): boolean {
    const [chain] = this.values.chains(node, scope)
    return /^oslo_config\.(?:cfg|types)\.[A-Z][\dA-Z_]*[a-z]\w*$/.test(chain ? pathOf(chain.root, chain.steps) : '')
  }

  /** The stretch of an expression: its node begins and ends with the parentheses around it. */
  private withoutParentheses({ start, end }: Expression): Span {
    const [opening] = /^(?:\(|\s|#[^\n]*|\\\r?\n)*/.exec(this.text.slice(start, end))!
    const closing = opening.replace(/#[^\n]*|[^(]/g, '').length
    const inner =
      closing === 0 ? '' : (new RegExp(`(?:\\s*,?\\)){${closing}}$`).exec(this.text.slice(start, end))?.[0] ?? '')
    return { start: start + opening.length, end: end - inner.length }
  }

  private inner(node: Expression, scope: Scope): void {
    if (node.kind === 'attribute') this.inner(node.object, scope)
    else if (node.kind === 'subscript') {
      this.inner(node.object, scope)
      this.visit(node.index, scope)
    } else if (node.kind === 'call') {
      const item = itemOf(node)
      if (!item) this.call(node, scope)
      else {
        this.inner(item.of, scope)
        for (const { value } of node.arguments) if (value !== item.of) this.visit(value, scope)
      }
    } else if (node.kind !== 'name') this.visit(node, scope)
  }
}

/** Whether a call only asks whether there is such an option. */
function isQuestion({ callee }: Call): boolean {
  return callee.kind === 'name' && callee.id === 'hasattr'
}

function isStep(node: Expression): boolean {
  return node.kind === 'attribute' || node.kind === 'subscript' || (node.kind === 'call' && itemOf(node) !== undefined)
}

/** How many steps of a chain are written in an expression itself. */
function written(node: Expression): number {
  if (node.kind === 'attribute' || node.kind === 'subscript') return 1 + written(node.object)
  if (node.kind !== 'call') return 0
  const item = itemOf(node)
  if (item) return 1 + written(item.of)
  if (node.callee.kind === 'attribute' && node.callee.name === 'useFixture' && node.arguments[0])
    return written(node.arguments[0].value)
  return node.callee.kind === 'name' && node.callee.id === 'super' ? 0 : 1 + written(node.callee)
}
