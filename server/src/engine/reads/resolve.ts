import { libraryNames } from './configOpts'
import type { Bound, Chain, FileReads, Piece, Step, Text } from './fact'
import { confName } from './values'

/** What a chain leads to, up to the first thing of oslo.config or to where nobody knows on. */
export type Entity =
  | { readonly kind: 'conf' | 'confClass' | 'fixture' | 'fixtureClass' }
  /** Called like a ConfigOpts, or like what wraps one. */
  | { readonly kind: 'candidate'; readonly name: string }
  | { readonly kind: 'module'; readonly name: string }
  | { readonly kind: 'class'; readonly module: string; readonly path: string }
  | { readonly kind: 'text'; readonly text: Text }
  /** Behind the last step that is none of the above: groups and options. */
  | { readonly kind: 'in'; readonly conf: Entity; readonly steps: readonly Step[] }

/** How many names in a row are followed, and how many for one question: names may well lead to each other. */
const most = 30
const mostFollowed = 2000
/** How many texts a name may be made of before it is any. */
const mostTexts = 200

/** Follows chains through the facts of all modules. */
export class Resolver {
  private readonly known = new Map<string, readonly Entity[]>()
  private depth = 0
  private followed = 0

  /** `modules` finds a module's facts by its dotted name; true for a module without any. */
  constructor(private readonly modules: (name: string) => FileReads | boolean) {}

  /** All that a chain may lead to. */
  resolve(chain: Chain): readonly Entity[] {
    return this.follow(chain).map(({ entity }) => entity)
  }

  /** The same; `given` says how many of the steps behind the ConfigOpts are no steps of the chain but of what a name holds. */
  follow({ root, steps }: Chain): readonly { readonly entity: Entity; readonly given: number }[] {
    if (this.depth === 0) this.followed = 0
    this.followed += 1
    if (this.depth > most || this.followed > mostFollowed) return []
    this.depth++
    try {
      const start: readonly Entity[] = root.startsWith('?')
        ? [{ kind: 'candidate', name: root.slice(1) }]
        : this.named(root)
      let at = start.map(entity => ({ entity, given: stepsOf(entity) }))
      for (const [index, step] of steps.entries()) {
        at = at.flatMap(({ entity, given }) =>
          this.step(entity, step).map(next => ({
            entity: next,
            given: isStepBehind(entity, step) || isMadeOf(next, step) ? given : stepsOf(next),
          })),
        )
        // Of something unknown, only the attribute's own name tells.
        if (at.length === 0 && index < steps.length - 1 && step !== 'call' && 'attribute' in step)
          at = confName.test(step.attribute) ? [{ entity: { kind: 'candidate', name: step.attribute }, given: 0 }] : []
      }
      return at
    } finally {
      this.depth--
    }
  }

  /** The texts that a text may be, `*` for what is not known. */
  texts(text: Text): readonly string[] {
    const all = text.flatMap(pieces => {
      let made: readonly string[] = ['']
      for (const piece of pieces) {
        const parts = this.pieces(piece)
        made = made.length * parts.length > mostTexts ? ['*'] : made.flatMap(start => parts.map(each => start + each))
      }
      return made
    })
    return [...new Set(all.map(each => each.replace(/\*+/g, '*')))]
  }

  private pieces(piece: Piece): readonly string[] {
    if (piece === undefined) return ['*']
    if (typeof piece === 'string') return [piece]
    const entities = this.resolve(piece)
    const found = entities.flatMap(entity => (entity.kind === 'text' ? this.texts(entity.text) : ['*']))
    return found.length === 0 ? ['*'] : found
  }

  private named(path: string): readonly Entity[] {
    const known = this.known.get(path)
    if (known) return known
    // While it is being found out, a name leads nowhere: names may well go round in circles.
    this.known.set(path, [])
    const found = this.find(path)
    this.known.set(path, found)
    return found
  }

  private find(path: string): readonly Entity[] {
    if (Object.hasOwn(libraryNames, path)) return [{ kind: libraryNames[path]! }]
    const parts = path.split('.')
    for (let length = parts.length; length > 0; length--) {
      const name = parts.slice(0, length).join('.')
      if (this.modules(name) === false) continue
      let at: readonly Entity[] = [{ kind: 'module', name }]
      for (const attribute of parts.slice(length)) at = at.flatMap(entity => this.attribute(entity, attribute))
      return at
    }
    // A library that is not at hand: only oslo.config is known.
    for (let length = parts.length - 1; length > 1; length--) {
      const name = parts.slice(0, length).join('.')
      if (!Object.hasOwn(libraryNames, name)) continue
      let at: readonly Entity[] = [{ kind: libraryNames[name]! }]
      for (const attribute of parts.slice(length)) at = at.flatMap(entity => this.attribute(entity, attribute))
      return at
    }
    return parts[0] === 'oslo_config' ? [{ kind: 'module', name: path }] : []
  }

  private step(entity: Entity, step: Step): readonly Entity[] {
    if (step === 'call') {
      if (entity.kind === 'confClass') return [{ kind: 'conf' }]
      if (entity.kind === 'fixtureClass') return [{ kind: 'fixture' }]
      if (entity.kind === 'class') {
        // An instance of a class that derives from one of oslo.config's is one, too.
        const own = this.bases(entity.module, entity.path)
        if (own.some(({ kind }) => kind === 'confClass')) return [{ kind: 'conf' }]
        return [entity]
      }
      return entity.kind === 'in' || entity.kind === 'conf' ? [inside(entity, step)] : []
    }
    if ('attribute' in step) return this.attribute(entity, step.attribute, step)
    if (entity.kind === 'fixture') return [inside({ kind: 'conf' }, step)]
    if (entity.kind === 'class') {
      if (this.derivesFromFixture(entity)) return [inside({ kind: 'conf' }, step)]
      return isWrapper(entity.path) ? [inside({ kind: 'candidate', name: 'configuration' }, step)] : []
    }
    return entity.kind === 'conf' || entity.kind === 'candidate' || entity.kind === 'in' ? [inside(entity, step)] : []
  }

  private attribute(entity: Entity, name: string, step: Step = { attribute: name, end: -1 }): readonly Entity[] {
    switch (entity.kind) {
      case 'module':
        return this.ofModule(entity.name, name)
      case 'class': {
        const found = this.ofClass(entity.module, entity.path, name, new Set())
        return found.length === 0 && isWrapper(entity.path)
          ? [inside({ kind: 'candidate', name: 'configuration' }, step)]
          : found
      }
      case 'fixture':
        return name === 'conf' ? [{ kind: 'conf' }] : []
      case 'fixtureClass':
        return name === 'conf' ? [{ kind: 'conf' }] : []
      case 'text':
        return name === 'name' ? [entity] : []
      case 'conf':
      case 'candidate':
      case 'in':
        return [inside(entity, step)]
      default:
        return []
    }
  }

  private ofModule(module: string, name: string): readonly Entity[] {
    const path = `${module}.${name}`
    if (Object.hasOwn(libraryNames, path)) return [{ kind: libraryNames[path]! }]
    const facts = this.modules(module)
    if (typeof facts === 'object') {
      const bound = facts.names.get(name)
      if (bound) return this.all(bound)
      if (facts.classes.get(name)) return [{ kind: 'class', module, path: name }]
      for (const star of facts.stars) {
        const found = star === module ? [] : this.named(`${star}.${name}`)
        if (found.length > 0) return found
      }
    }
    return this.modules(path) === false ? [] : [{ kind: 'module', name: path }]
  }

  private ofClass(module: string, path: string, name: string, seen: Set<string>): readonly Entity[] {
    const key = `${module}.${path}`
    const facts = this.modules(module)
    if (typeof facts !== 'object' || seen.has(key)) return []
    seen.add(key)
    const own = facts.classes.get(path)
    const bound = own?.attributes.get(name)
    if (bound) return this.all(bound)
    if (facts.classes.get(`${path}.${name}`)) return [{ kind: 'class', module, path: `${path}.${name}` }]
    for (const base of own?.bases ?? []) {
      for (const entity of this.resolve(base)) {
        if (entity.kind === 'fixtureClass' && name === 'conf') return [{ kind: 'conf' }]
        if (entity.kind !== 'class') continue
        const found = this.ofClass(entity.module, entity.path, name, seen)
        if (found.length > 0) return found
      }
    }
    return confName.test(name) ? [{ kind: 'candidate', name }] : []
  }

  /** The classes that a class derives from, with their own, that are oslo.config's. */
  private bases(module: string, path: string, seen = new Set<string>()): readonly Entity[] {
    const key = `${module}.${path}`
    const facts = this.modules(module)
    if (typeof facts !== 'object' || seen.has(key)) return []
    seen.add(key)
    return (facts.classes.get(path)?.bases ?? []).flatMap(base =>
      this.resolve(base).flatMap(entity =>
        entity.kind === 'class' ? this.bases(entity.module, entity.path, seen) : [entity],
      ),
    )
  }

  private derivesFromFixture({ module, path }: { readonly module: string; readonly path: string }): boolean {
    return this.bases(module, path).some(({ kind }) => kind === 'fixtureClass')
  }

  private all(bound: readonly Bound[]): readonly Entity[] {
    return bound.flatMap((each): readonly Entity[] => {
      if (each === 'other') return []
      return 'chain' in each ? this.resolve(each.chain) : [{ kind: 'text', text: each.text }]
    })
  }
}

function inside(entity: Entity, step: Step): Entity {
  return entity.kind === 'in'
    ? { ...entity, steps: [...entity.steps, step] }
    : { kind: 'in', conf: entity, steps: [step] }
}

/** Whether a class by its name stands for a configuration and hands its attributes on to one. */
function isWrapper(path: string): boolean {
  return /(^|\.)\w*Configuration$/.test(path)
}

function stepsOf(entity: Entity): number {
  return entity.kind === 'in' ? entity.steps.length : 0
}

/** Whether something begins with a step: what a class hands on that stands for a configuration. */
function isMadeOf(entity: Entity, step: Step): boolean {
  return entity.kind === 'in' && entity.steps.length === 1 && entity.steps[0] === step
}

/** Whether a step from something goes on among groups and options, rather than to what a name holds. */
function isStepBehind({ kind }: Entity, step: Step): boolean {
  return kind === 'conf' || kind === 'candidate' || kind === 'in' || (step !== 'call' && 'item' in step)
}
