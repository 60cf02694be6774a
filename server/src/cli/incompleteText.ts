import { visible } from '../safe/text'
import type { Incomplete } from './load'

/** How many places are named: the warnings, and the JSON, name them all. */
const mostNamed = 5

/** A line for people that names what was not read wholly; empty where everything was. */
export function incompleteText(incomplete: readonly Incomplete[]): string {
  const names = [...new Set(incomplete.map(({ shown }) => visible(shown)))]
  if (names.length === 0) return ''
  const more = names.length > mostNamed ? ` and ${names.length - mostNamed} more` : ''
  return `Not read wholly: ${names.slice(0, mostNamed).join(', ')}${more}.\n`
}
