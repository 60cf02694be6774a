/** What a client answered, checked where it comes in. What fits nowhere throws, with what it was. */

/** A list of one text for each of `count` things asked for; null for what has none. Other elements count as that. */
export function textsOf(answer: unknown, count: number): (string | null)[] {
  const list = listOf(answer)
  if (list.length !== count) throw new Error(`The client answered ${String(list.length)} texts for ${String(count)}`)
  return list.map(text => (typeof text === 'string' ? text : null))
}

/** The texts in a list, and how many of its elements were none. */
export function stringsOf(answer: unknown): { strings: string[]; others: number } {
  const list = listOf(answer)
  const strings = list.filter(element => typeof element === 'string')
  return { strings, others: list.length - strings.length }
}

/** A list of anything. */
export function listOf(answer: unknown): readonly unknown[] {
  if (Array.isArray(answer)) return answer
  throw new Error(`The client answered ${shortJson(answer)} where a list belongs`)
}

function shortJson(value: unknown): string {
  const text = value === undefined ? 'nothing' : JSON.stringify(value)
  return text.length > 80 ? `${text.slice(0, 80)}…` : text
}
