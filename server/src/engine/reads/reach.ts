import { positionIn } from '../text'
import { type Callee, calleeOf } from './callees'
import { type Carried, type Holder, holderKey } from './carried'
import type { Code } from './code'
import { type SinkKind, isHarmless, isPrivileged } from './sinks'
import type { NotFollowed, Place, Sink } from './use'

/** How many times a value is followed into another function. */
const mostHandings = 2
/** How many holders are asked for one read's value before no more are: calls may branch without end. */
const mostAsked = 300

/** How many calls that nobody knows are told of one read. */
const mostLost = 20

/** Where the value of a read ends up, as far as it is followed. */
export interface Goals {
  readonly sinks: readonly Sink[]
  readonly notFollowed: readonly NotFollowed[]
}

/** One place to look for what becomes of a value. */
interface Question {
  readonly code: Code
  readonly holder: Holder
}

/** Follows values from function to function, over all files. */
export class Reach {
  /** Names of modules by what they import. */
  private byImport: ReadonlyMap<string, readonly string[]> | undefined
  /** Files by those that were looked at for them. */
  private readonly lookedAt = new Map<string, Set<string>>()
  private asking = ''

  /** `modules`: finds a file by the dotted name of its module; `all` are those that are followed into. */
  constructor(
    private readonly modules: (name: string) => Code | undefined,
    private readonly all: () => Iterable<Code>,
  ) {}

  /** The files of which something else may be told now that one has changed; they are no longer remembered. */
  dependents(file: string): readonly string[] {
    const found = [...(this.lookedAt.get(file) ?? [])]
    this.lookedAt.delete(file)
    return found
  }

  /**
   * Asks ahead for what many values need: each file that they lead to is then read but once a step. Yields behind each
   * file that is read.
   */
  *ahead(all: readonly Carried[]): Generator<undefined> {
    let handed = all.flatMap(each => each.handed)
    for (let step = 0; step < mostHandings && handed.length > 0; step++) {
      const questions = handed.flatMap(({ to }) => this.questions(to))
      const byCode = new Map<Code, Map<string, Holder>>()
      for (const { code, holder } of questions) {
        const known = byCode.get(code)
        if (known) known.set(holderKey(holder), holder)
        else byCode.set(code, new Map([[holderKey(holder), holder]]))
      }
      for (const [code, holders] of byCode) {
        code.prepare([...holders.values()])
        yield
      }
      handed = [...byCode].flatMap(([code, holders]) =>
        [...holders.values()].flatMap(each => code.carried(each).handed),
      )
    }
  }

  /** The calls that a value reaches which is read in a file, and those that nobody knows. */
  goalsOf(file: string, carried: Carried, lineStarts: Uint32Array): Goals {
    this.asking = file
    const found = new Map<string, Sink>()
    const lost = new Map<string, NotFollowed>()
    const asked = new Set<string>()
    const note = (kind: SinkKind, at: Place, hops: number, through: readonly Place[]): void => {
      const key = `${kind} ${at.file} ${at.position.line} ${at.position.character}`
      const known = found.get(key)
      if (!known || known.hops > hops) found.set(key, { kind, ...at, hops, through })
    }
    const lose = (call: string, at: Place): void => {
      if (!lost.has(call) && lost.size < mostLost) lost.set(call, { call: call.replaceAll('()', ''), ...at })
    }
    const follow = (
      from: string,
      starts: Uint32Array,
      { reached, handed, lost: unknown = [] }: Carried,
      through: readonly Place[],
    ): void => {
      const placeOf = (start: number): Place => ({ file: from, position: positionIn(starts, start) })
      const hopsOf = (own: number): number => (through.length === 0 ? own : through.length > 1 || from !== file ? 3 : 2)
      for (const { kind, start, hops } of reached) note(kind, placeOf(start), hopsOf(hops), through)
      for (const { call, start } of unknown) lose(call, placeOf(start))
      for (const { to, start, hops, isKnown } of handed) {
        if (this.runsPrivileged(to)) {
          note('command', placeOf(start), hopsOf(hops), through)
          continue
        }
        const questions = through.length < mostHandings ? this.questions(to) : []
        if (questions.length > 0) {
          for (const { code, holder } of questions) {
            const key = `${code.file} ${holderKey(holder)}`
            if (asked.has(key) || asked.size >= mostAsked) continue
            asked.add(key)
            follow(code.file, code.lineStarts, code.carried(holder), [...through, placeOf(start)])
          }
        } else if (to.kind === 'argument' && isKnown !== true && !isHarmless(to.path)) lose(to.path, placeOf(start))
      }
    }
    follow(file, lineStarts, carried, [])
    return { sinks: [...found.values()].sort((a, b) => a.hops - b.hops), notFollowed: [...lost.values()] }
  }

  private runsPrivileged(to: Holder): boolean {
    if (to.kind !== 'argument') return false
    return this.calleeOf(to.path)?.definition.isPrivileged ?? isPrivileged(to.path)
  }

  private calleeOf(path: string): Callee<Code> | undefined {
    return calleeOf(path, name => this.find(name))
  }

  private questions(to: Holder): readonly Question[] {
    if (to.kind === 'argument') {
      const callee = this.calleeOf(to.path)
      if (!callee || callee.definition.isPrivileged) return []
      const { of, path } = callee
      return [{ code: of, holder: { ...to, path: `${of.facts.module}.${path}` } }]
    }
    const [module, name] = this.moduleOf(to.path)
    if (!module) return []
    const own = { code: module, holder: to }
    if (name.includes('.')) return [own]
    const others = [module.facts.module, to.path].flatMap(each => this.importing(each))
    return [own, ...[...new Set(others)].filter(code => code.mentions(name)).map(code => ({ code, holder: to }))]
  }

  private moduleOf(path: string): readonly [Code | undefined, string] {
    for (let at = path.lastIndexOf('.'); at > 0; at = path.lastIndexOf('.', at - 1)) {
      const found = this.find(path.slice(0, at))
      if (found) return [found, path.slice(at + 1)]
    }
    return [undefined, path]
  }

  private find(module: string): Code | undefined {
    const code = this.modules(module)
    return code && this.isLookedAt(code)
  }

  private isLookedAt(code: Code): Code {
    let known = this.lookedAt.get(code.file)
    if (!known) this.lookedAt.set(code.file, (known = new Set()))
    known.add(this.asking)
    return code
  }

  /** The files that import a module, or a name of one, outside their functions. */
  private importing(path: string): readonly Code[] {
    if (!this.byImport) {
      const made = new Map<string, string[]>()
      for (const code of this.all()) {
        for (const bound of code.facts.names.values()) {
          for (const each of bound) {
            if (each === 'other' || !('chain' in each) || each.chain.steps.length > 0) continue
            const known = made.get(each.chain.root)
            if (known) known.push(code.facts.module)
            else made.set(each.chain.root, [code.facts.module])
          }
        }
      }
      this.byImport = made
    }
    return (this.byImport.get(path) ?? []).flatMap(module => this.find(module) ?? [])
  }
}
