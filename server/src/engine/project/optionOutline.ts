import { marksOfOptions } from '../oslo/mentions'
import { outlineOf } from '../syntax/outline'

/**
 * What of a text that declares no options may say something of those of others: without documentation, and without the
 * functions that neither register, list nor change options. Two texts that have this in common say the same.
 */
export function optionOutline(text: string): string {
  return outlineOf(text, marksOfOptions(text)).text
}
