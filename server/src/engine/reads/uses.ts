import { positionIn } from '../text'
import { configOptsNames, groupMethods, valueMethods } from './configOpts'
import type { Declared } from './declared'
import type { Access, FileReads, Step } from './fact'
import type { Entity, Resolver } from './resolve'
import type { Goals } from './reach'
import type { Use } from './use'

/** An option that some steps name, and at which of them. */
interface Hit {
  readonly group: string
  readonly option: string
  readonly at: number
  /** Whether the name is not written where it is used. */
  readonly isComputed: boolean
  /** Whether not even all names that it may be are known. */
  readonly isPattern?: boolean
}

/** The options that those of a file's accesses are of that are wanted; `goalsOf` says where the value ends up. */
export function* usesIn(
  file: string,
  facts: FileReads,
  resolver: Resolver,
  declared: Declared,
  goalsOf: (access: Access) => Goals,
  isWanted: (access: Access) => boolean = () => true,
): Generator<Use> {
  for (const access of facts.accesses) {
    if (!isWanted(access)) continue
    const told = new Set<string>()
    const isRead = access.kind === 'read'
    let goals: Goals | undefined
    for (const { entity, given } of resolver.follow(access.chain)) {
      if (entity.kind !== 'in') continue
      for (const hit of hitsOf(entity, resolver, declared)) {
        const before = access.chain.steps.length - entity.steps.length
        if (hit.at < given || before + hit.at < access.own || told.has(`${hit.group}.${hit.option}`)) continue
        // What may be written says nothing; what may be read keeps an option alive.
        if (!isRead && hit.isPattern) continue
        told.add(`${hit.group}.${hit.option}`)
        yield {
          file,
          isTest: facts.isTest,
          kind: kindOf(access, hit, before),
          group: hit.group,
          option: hit.option,
          ...(goals ??= goalsOf(access)),
          isSure: entity.conf.kind !== 'candidate',
          range: {
            start: positionIn(facts.lineStarts, access.start),
            end: positionIn(facts.lineStarts, endOf(access, before + hit.at)),
          },
          nameRange: {
            start: positionIn(facts.lineStarts, nameStartOf(access, before + hit.at)),
            end: positionIn(facts.lineStarts, endOf(access, before + hit.at)),
          },
        }
      }
    }
  }
}

function kindOf(access: Access, hit: Hit, before: number): Use['kind'] {
  // What is assigned to an attribute of an option's value is no write of the option.
  const isLast = before + hit.at === access.chain.steps.length - 1
  if (access.kind !== 'read' && isLast) return access.kind
  return hit.isComputed ? 'dynamic' : 'read'
}

function endOf({ chain, end }: Access, at: number): number {
  const step = chain.steps[at]
  return step === undefined || step === 'call' ? end : Math.min(step.end, end)
}

/** Where an attribute's name starts; an item starts where the step before it ends. */
function nameStartOf(access: Access, at: number): number {
  const { chain, start, own } = access
  const [step, before] = [chain.steps[at], chain.steps[at - 1]]
  if (step === undefined || step === 'call') return start
  if ('attribute' in step) return Math.max(start, endOf(access, at) - step.attribute.length)
  return at > own && before !== undefined && before !== 'call' ? Math.max(start, before.end) : start
}

function hitsOf(entity: Entity & { kind: 'in' }, resolver: Resolver, declared: Declared): readonly Hit[] {
  const { conf, steps } = entity
  if (conf.kind === 'candidate') return candidates(conf.name, steps, resolver, declared)
  return conf.kind === 'conf' ? ofConf(steps, resolver, declared) : []
}

function ofConf(steps: readonly Step[], resolver: Resolver, declared: Declared): readonly Hit[] {
  const [first, second] = steps
  if (first === undefined || first === 'call') return []
  if ('item' in first) {
    const names = resolver.texts(first.item)
    if (first.option) return optionHits('DEFAULT', names, 0, declared)
    return names.flatMap(name => {
      const groups = name.includes('*')
        ? name === '*'
          ? []
          : declared.groupsLike(name)
        : [declared.group(name) ?? ''].filter(Boolean)
      if (groups.length > 0) return groups.flatMap(group => ofGroup(group, steps, resolver, declared, names.length > 1))
      if (second !== undefined && second !== 'call' && !declared.has('DEFAULT', name) && !name.includes('*'))
        return ofGroup(name, steps, resolver, declared, names.length > 1)
      return optionHits('DEFAULT', [name], 0, declared, names.length > 1)
    })
  }
  const name = first.attribute
  if (configOptsNames.has(name)) return []
  const group = declared.group(name)
  if (group !== undefined) return ofGroup(group, steps, resolver, declared)
  if (declared.has('DEFAULT', name)) return [{ group: 'DEFAULT', option: name, at: 0, isComputed: false }]
  if (second === 'call') return []
  // Neither is declared here: a library's, whose groups are known by what stands behind them.
  const isGroup =
    second !== undefined && ('item' in second || !(steps[2] === 'call' && valueMethods.has(second.attribute)))
  return isGroup
    ? ofGroup(name, steps, resolver, declared)
    : [{ group: 'DEFAULT', option: name, at: 0, isComputed: false }]
}

function ofGroup(
  group: string,
  steps: readonly Step[],
  resolver: Resolver,
  declared: Declared,
  isComputed = false,
): readonly Hit[] {
  const second = steps[1]
  if (second === undefined || second === 'call') return []
  if ('item' in second) return optionHits(group, resolver.texts(second.item), 1, declared, isComputed)
  const option = second.attribute
  if (steps[2] === 'call' && groupMethods.has(option) && !declared.has(group, option)) return []
  return [{ group, option, at: 1, isComputed }]
}

function optionHits(
  group: string,
  names: readonly string[],
  at: number,
  declared: Declared,
  isChosen = false,
): readonly Hit[] {
  const isComputed = isChosen || names.length > 1
  return names.flatMap((name): readonly Hit[] => {
    if (!name.includes('*')) return [{ group, option: name.replaceAll('-', '_'), at, isComputed }]
    // Any name whatever among all options without a group says nothing of any.
    if (name === '*' && group === 'DEFAULT') return []
    return declared.destsLike(group, name).map(option => ({ group, option, at, isComputed: true, isPattern: true }))
  })
}

/** What something called like a ConfigOpts is asked for: only options that there are. */
function candidates(name: string, steps: readonly Step[], resolver: Resolver, declared: Declared): readonly Hit[] {
  if (/configuration$/.test(name)) {
    const [first] = steps
    if (first === undefined || first === 'call') return []
    const names = 'item' in first ? resolver.texts(first.item) : [first.attribute]
    return names.flatMap((option): readonly Hit[] =>
      wrapped(option, declared).map(group => ({ group, option, at: 0, isComputed: names.length > 1 })),
    )
  }
  return ofConf(steps, resolver, declared).filter(({ group, option, at }) => at > 0 && declared.has(group, option))
}

/**
 * The groups from which a back end's configuration takes an option: those of the declaration that is registered for all
 * back ends, or without a group.
 */
function wrapped(option: string, declared: Declared): readonly string[] {
  const groups = declared.groupsWith(option)
  const main = ['backend_defaults', 'DEFAULT'].find(group => groups.includes(group)) ?? groups[0]
  if (main === undefined) return []
  const others = declared.optionsOf(main, option).flatMap(({ membership }) => membership.groups)
  return [...new Set([main, ...others])]
}
