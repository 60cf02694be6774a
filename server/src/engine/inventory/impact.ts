import { categorize } from '../knowledge/categorize'
import type { Category } from '../knowledge/category'
import { bypassSwitch } from '../knowledge/controls'
import { transportSwitch } from '../knowledge/switches'
import type { Option } from '../oslo/option'
import type { Impact } from './change'
import type { Direction } from './direction'

/** An impact and why, in a clause for people. docs/diff.md says the same on one page. */
export interface Judgement {
  readonly impact: Impact
  readonly why: string
}

/** What options of these categories do is protect: without one, or with another value, something stands open. */
const protecting: ReadonlySet<Category> = new Set([
  'credential',
  'authentication',
  'authorization',
  'transport-security',
  'cryptography',
  'isolation',
])

/** Beside those, what a new default opens or shuts. */
const exposing: ReadonlySet<Category> = new Set(['network-exposure', 'information-disclosure', 'data-at-rest'])

/** The option is gone, or an old name of it. */
export function lost(option: Option, what: string): Judgement {
  if (protects(option)) return { impact: 'security', why: `${what}: what it protected is set by nobody now` }
  return { impact: 'breaking', why: `${what}: files that set it are ignored now` }
}

export function added(option: Option): Judgement {
  if (isWayBack(option)) return { impact: 'security', why: 'a new switch that takes a protection away' }
  return { impact: 'operator-visible', why: 'a new option' }
}

export function newDefault(base: Option, head: Option): Judgement {
  const isSecurity = [base, head].some(option => protects(option) || belongs(option, exposing))
  if (isSecurity) return { impact: 'security', why: 'what protects is otherwise unless it is set' }
  return { impact: 'operator-visible', why: 'it behaves otherwise unless it is set' }
}

/** Another type, or other limits. */
export function otherValues(direction: Direction): Judgement {
  switch (direction.kind) {
    case 'narrowed':
      return { impact: 'breaking', why: 'a value that was taken is refused now' }
    case 'widened':
      return { impact: 'operator-visible', why: 'values are taken that were refused' }
    case 'undecided':
      return { impact: 'breaking', why: 'whether values are refused now cannot be told from the source' }
  }
}

export function secrecy(isSecret: boolean): Judgement {
  return { impact: 'security', why: isSecret ? 'its value is masked in logs now' : 'its value is logged in clear now' }
}

export function necessity(isRequired: boolean): Judgement {
  return isRequired
    ? { impact: 'breaking', why: 'files that do not set it are refused now' }
    : { impact: 'operator-visible', why: 'it need not be set any more' }
}

function protects(option: Option): boolean {
  return belongs(option, protecting)
}

function belongs(option: Option, categories: ReadonlySet<Category>): boolean {
  const { category, securityRelevant } = categorize(option)
  return securityRelevant && categories.has(category)
}

/** A switch by which a deployment goes back to what is not safe. */
function isWayBack(option: Option): boolean {
  return bypassSwitch(option) || transportSwitch(option)?.riskyWhen === true
}
