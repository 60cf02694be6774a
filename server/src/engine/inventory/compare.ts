import type { Option } from '../oslo/option'
import type { Value } from '../python/value'
import { renderConfValue } from '../oslo/renderConfValue'
import type { Change, Witness } from './change'
import { directionOf, isLine, type Direction } from './direction'
import { necessity, newDefault, otherValues, secrecy, type Judgement } from './impact'
import type { Json } from './json'
import type { Pair } from './pairing'
import { factJson, isUndecided, sameFacts, sameTexts } from './values'
import { differentFacets, sameType, typeNames } from './valueTypes'
import { sameHelp } from './help'

/** What differs between an option and itself, apart from names: one for each thing that changed. */
export type Difference = Pick<Change, 'kind' | 'from' | 'to'> & Judgement & Pick<Change, 'witness' | 'undecided'>

export function differencesOf({ base, head }: Pair): Difference[] {
  const [before, after] = [base.option, head.option]
  return [
    ...typeAndLimits({ base, head }),
    ...defaultOf(before, after),
    ...switches(before, after),
    ...registrationOf(before, after),
    ...(sameHelp(before, after) ? [] : [{ kind: 'help', from: null, to: null, ...cosmetic('only its text') } as const]),
  ]
}

function typeAndLimits({ base, head }: Pair): Difference[] {
  const [before, after] = [base.option, head.option]
  if (!sameType(before, after)) {
    const undecided = isUndecided(before.valueType, after.valueType)
    const direction = directionOf(before, after)
    return [{ kind: 'type', ...typeNames(before, after), ...told(otherValues(direction), direction, base, undecided) }]
  }
  const facets = differentFacets(before, after)
  if (facets === undefined) return []
  const { from, to, undecided } = facets
  const direction = withoutLimits(to) ? ({ kind: 'widened' } as const) : directionOf(before, after)
  return [{ kind: 'constraint', from, to, ...told(otherValues(direction), direction, base, undecided) }]
}

function withoutLimits(facets: Json): boolean {
  return typeof facets === 'object' && facets !== null && Object.values(facets).every(limit => limit === null)
}

function told(
  judgement: Judgement,
  direction: Direction,
  base: Pair['base'],
  undecided: boolean,
): Judgement & Pick<Change, 'witness' | 'undecided'> {
  const isOpen = undecided || direction.kind === 'undecided'
  const value = direction.kind === 'narrowed' && isLine(direction.value) ? direction.value : undefined
  return {
    ...judgement,
    ...(value !== undefined && base.group !== null && { witness: witnessOf(base.group, base.name, value) }),
    ...(isOpen && { undecided: true }),
  }
}

function witnessOf(group: string, name: string, value: string): Witness {
  return { group, line: `${name} = ${value}`.trimEnd() }
}

/** The line that sets an option to something else than its default. */
export function anyLine({ name, group, option }: Pair['base']): { witness?: Witness } {
  if (group === null) return {}
  const { default: fact } = option
  const isShown = fact.kind === 'known' && isLine(renderConfValue(fact.value))
  return { witness: witnessOf(group, name, isShown && fact.value !== '' ? renderConfValue(fact.value) : '…') }
}

function defaultOf(base: Option, head: Option): Difference[] {
  const same = sameType(base, head) ? sameFacts : sameTexts
  if (same(base.default, head.default)) return []
  const undecided = isUndecided(base.default, head.default)
  const values = { from: factJson(base.default), to: factJson(head.default) }
  return [{ kind: 'default', ...values, ...newDefault(base, head), ...(undecided && { undecided: true }) }]
}

function switches(base: Option, head: Option): Difference[] {
  return [
    ...switched('required', base.required, head.required, necessity),
    ...switched('secret', base.secret, head.secret, secrecy),
    ...switched('mutable', base.mutable, head.mutable, is =>
      visible(is ? 'it is read again without a restart' : 'a new value needs a restart now'),
    ),
    ...switched('advanced', base.advanced, head.advanced, () => cosmetic('where the sample file shows it')),
    ...switched('deprecation', base.deprecatedForRemoval, head.deprecatedForRemoval, is =>
      visible(is ? 'its removal is announced' : 'its removal is called off'),
    ),
  ]
}

function switched(
  kind: Change['kind'],
  base: Value<boolean>,
  head: Value<boolean>,
  judge: (is: boolean) => Judgement,
): Difference[] {
  const plain = (fact: Value<boolean>): Value<boolean> =>
    fact.kind === 'absent' ? { kind: 'known', value: false } : fact
  const [before, after] = [plain(base), plain(head)]
  if (sameFacts(before, after)) return []
  const is = after.kind === 'known' ? after.value : !(before.kind === 'known' && before.value)
  const undecided = isUndecided(before, after)
  return [{ kind, from: factJson(before), to: factJson(after), ...judge(is), ...(undecided && { undecided: true }) }]
}

function registrationOf(base: Option, head: Option): Difference[] {
  const [before, after] = [base.membership, head.membership]
  if (before.registered === after.registered && before.listed === after.listed) return []
  const judgement: Judgement =
    before.registered && !after.registered
      ? { impact: 'breaking', why: 'nothing registers it any more: files that set it are ignored' }
      : visible(after.listed ? 'it is registered or listed otherwise' : 'the sample file and the validator lack it now')
  return [{ kind: 'registration', from: places(before), to: places(after), ...judgement }]
}

function places({ registered, listed }: Option['membership']): string {
  const words = [...(registered ? ['registered'] : []), ...(listed ? ['listed'] : [])]
  return words.length > 0 ? words.join(', ') : 'neither registered nor listed'
}

export function visible(why: string): Judgement {
  return { impact: 'operator-visible', why }
}

function cosmetic(why: string): Judgement {
  return { impact: 'cosmetic', why }
}
