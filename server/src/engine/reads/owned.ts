import type { Carried, Holder } from './carried'
import type { Access, Bound, Chain, ClassNames, FileReads, Step, Text } from './fact'

/**
 * Plain copies of facts: a piece of a text that was cut out of it keeps the whole text in memory, and facts outlive the
 * text they were read from. Names that are the same are one.
 */
export class Owned {
  private readonly names = new Map<string, string>()

  reads({ module, isTest, accesses, lineStarts, names, classes, stars }: FileReads): FileReads {
    return {
      module,
      isTest,
      accesses: accesses.map(access => this.access(access)),
      lineStarts,
      names: this.bounds(names),
      classes: new Map([...classes].map(([name, each]) => [this.name(name), this.ofClass(each)])),
      stars: stars.map(each => this.name(each)),
    }
  }

  carried(carried: Carried): Carried {
    const { reached, handed, lost } = carried
    if (handed.length === 0 && !lost) return carried
    return {
      reached,
      handed: handed.map(each => ({ ...each, to: this.holder(each.to) })),
      ...(lost && { lost: lost.map(({ call, start }) => ({ call: this.name(call), start })) }),
    }
  }

  name(name: string): string {
    let own = this.names.get(name)
    if (own === undefined) {
      // The names of properties are kept once, by themselves.
      const table = Object.create(null) as Record<string, true>
      table[name] = true
      own = Object.keys(table)[0]!
      this.names.set(own, own)
    }
    return own
  }

  private access({ kind, chain, own, carried, start, end }: Access): Access {
    return { kind, chain: this.chain(chain), own, carried: this.carried(carried), start, end }
  }

  private chain({ root, steps }: Chain): Chain {
    return { root: this.name(root), steps: steps.map(step => this.step(step)) }
  }

  private step(step: Step): Step {
    if (step === 'call') return step
    if ('attribute' in step) return { attribute: this.name(step.attribute), end: step.end }
    return { item: this.text(step.item), end: step.end, option: step.option }
  }

  private text(text: Text): Text {
    return text.map(pieces =>
      pieces.map(piece =>
        typeof piece === 'string' ? this.name(piece) : piece === undefined ? undefined : this.chain(piece),
      ),
    )
  }

  private bounds(bounds: ReadonlyMap<string, readonly Bound[]>): ReadonlyMap<string, readonly Bound[]> {
    return new Map([...bounds].map(([name, all]) => [this.name(name), all.map(each => this.bound(each))]))
  }

  private bound(bound: Bound): Bound {
    if (bound === 'other') return bound
    return 'chain' in bound ? { chain: this.chain(bound.chain) } : { text: this.text(bound.text) }
  }

  private ofClass({ bases, attributes }: ClassNames): ClassNames {
    return { bases: bases.map(base => this.chain(base)), attributes: this.bounds(attributes) }
  }

  private holder(to: Holder): Holder {
    const path = this.name(to.path)
    if (to.kind === 'held') return { kind: to.kind, path }
    if (to.kind === 'result') return { kind: to.kind, path, ...(to.item === undefined ? {} : { item: to.item }) }
    const { argument } = to
    return { kind: to.kind, path, argument: typeof argument === 'string' ? this.name(argument) : argument }
  }
}
