/**
 * A short name of a text's content: the same for texts that differ in white space or in commas before a closing bracket,
 * and hardly ever for others (53 bits as 14 hexadecimal digits).
 */
export function fingerprint(text: string): string {
  const plain = text.replace(/\s+/g, '').replace(/,(?=[)\]}])/g, '')
  return hashOf(plain)
}

/** A short name of a text: hardly ever the same for another text (53 bits as 14 hexadecimal digits). */
export function hashOf(text: string): string {
  return hash(text).toString(16).padStart(14, '0')
}

/** cyrb53: two rounds of multiplying and mixing, put together to 53 bits. */
function hash(text: string): number {
  let high = 0xdeadbeef
  let low = 0x41c6ce57
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    high = Math.imul(high ^ code, 2654435761)
    low = Math.imul(low ^ code, 1597334677)
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909)
  return 4294967296 * (2097151 & low) + (high >>> 0)
}
