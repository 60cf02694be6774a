import { hashOf } from '../oslo/fingerprint'
import { compactJson, NumberText, type Json } from '../inventory/json'
import { factJson, spelt } from '../inventory/values'
import { limitsOf, typeText } from '../inventory/valueTypes'
import { foldedHelp } from '../inventory/help'
import type { Option } from '../oslo/option'
import type { Value } from '../python/value'
import type { ReviewedFacts } from './reviewRecord'

/** In characters: what is longer is kept by its beginning and its fingerprint. */
const longest = 100

/**
 * What a reviewer judges of a declaration. Two declarations that oslo.config takes for the same give the same, wherever
 * they stand and however they are written. What depends on other files being read (registration) is no part of it.
 */
export function reviewedFacts(option: Option): ReviewedFacts {
  const facts: Record<string, string> = { type: typeText(option) }
  const put = (name: string, fact: Value<unknown>, text: (value: Value) => string): void => {
    // None, False and what is not said are one to oslo.config.
    if (fact.kind === 'absent' || (fact.kind === 'known' && (fact.value === null || fact.value === false))) return
    facts[name] = short(text(fact as Value))
  }
  // A default of False is one.
  if (isSaid(option.default)) facts['default'] = short(plainText(option.default))
  for (const [name, limit] of limitsOf(option)) put(name, limit, plainText)
  put('sample default', option.sampleDefault, plainText)
  for (const name of ['secret', 'required', 'mutable', 'advanced', 'positional'] as const) {
    put(name, option[name], plainText)
  }
  put('deprecated for removal', option.deprecatedForRemoval, plainText)
  const old = oldNames(option)
  if (old !== '') facts['old names'] = short(old)
  const help = foldedHelp(option)
  // Nobody would read two helps in one line: that it is another is all that is told.
  if (help !== '') facts['help'] = `${String([...help].length)} characters #${hashOf(help)}`
  return facts
}

/** A fingerprint of facts: the same for the same facts, and hardly ever for others. */
export function contentOf(facts: ReviewedFacts): string {
  return hashOf(JSON.stringify(Object.entries(facts).sort(([a], [b]) => (a < b ? -1 : 1))))
}

/** One fact that is otherwise now; undefined is what is not said. */
export interface FactChange {
  readonly fact: string
  readonly from: string | undefined
  readonly to: string | undefined
}

/** What differs between facts, in the order in which declarations tell them. */
export function changesBetween(before: ReviewedFacts, now: ReviewedFacts): FactChange[] {
  return [...new Set([...Object.keys(before), ...Object.keys(now)])]
    .filter(fact => before[fact] !== now[fact])
    .map(fact => ({ fact, from: before[fact], to: now[fact] }))
}

function isSaid(fact: Value): boolean {
  return fact.kind === 'unknown' || (fact.kind === 'known' && fact.value !== null)
}

function plainText(fact: Value): string {
  return fact.kind === 'unknown' ? `(${spelt(fact.source)})` : compactJson(plain(factJson(fact)))
}

/** 1 and 1.0 are one. */
function plain(json: Json): Json {
  if (json instanceof NumberText) return new NumberText(json.digits.replace(/\.0$/, ''))
  if (Array.isArray(json)) return (json as readonly Json[]).map(plain)
  if (typeof json !== 'object' || json === null) return json
  return Object.fromEntries(Object.entries(json).map(([key, value]) => [key, plain(value)]))
}

function oldNames({ deprecatedOpts }: Option): string {
  if (deprecatedOpts.kind === 'absent') return ''
  if (deprecatedOpts.kind === 'unknown') return plainText(deprecatedOpts)
  const names = deprecatedOpts.value.map(({ group, name }) =>
    `${group === undefined ? '' : `[${group}] `}${name ?? ''}`.trim(),
  )
  return [...new Set(names)].sort().join(', ')
}

function short(text: string): string {
  const characters = [...text]
  return characters.length <= longest ? text : `${characters.slice(0, longest).join('')}… #${hashOf(text)}`
}
