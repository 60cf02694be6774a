import type { Option } from '../oslo/option'
import type { Value } from '../python/value'
import { sameFacts } from './values'

/** Whether people read the same of an option: its help, what choices say of themselves, the sample, and the metavar. */
export function sameHelp(base: Option, head: Option): boolean {
  return (
    sameFacts(folded(base.help), folded(head.help)) &&
    sameFacts(base.sampleDefault, head.sampleDefault) &&
    sameFacts(base.metavar, head.metavar) &&
    sameDescriptions(base, head)
  )
}

/** An option's help without its layout; empty where there is none; what is not evaluated stands as it is written. */
export function foldedHelp({ help }: Option): string {
  const fact = folded(help)
  return fact.kind === 'known' ? fact.value : fact.kind === 'unknown' ? fact.source.replace(/\s+/g, ' ') : ''
}

/** Where its lines end is nothing that a text says. */
function folded(help: Value<string>): Value<string> {
  return help.kind === 'known' ? { kind: 'known', value: help.value.replace(/[ \t\r\n\f\v]+/g, ' ').trim() } : help
}

/** Of the choices that both have: those that come and go are more than text. */
function sameDescriptions(base: Option, head: Option): boolean {
  const [before, after] = [base, head].map(descriptions)
  return [...before!].every(([value, text]) => !after!.has(value) || after!.get(value) === text)
}

function descriptions({ choices }: Option): ReadonlyMap<unknown, string> {
  if (choices.kind !== 'known') return new Map()
  return new Map(choices.value.map(({ value, description = '' }) => [value, description.replace(/\s+/g, ' ').trim()]))
}
