/** IP addresses as the C library's `inet_pton` and as RFC 3986 read them. */

/** Four decimal numbers up to 255, without leading zeros. */
export function isIPv4(text: string): boolean {
  return (
    /^(?:\d{1,3}\.){3}\d{1,3}$/.test(text) &&
    text.split('.').every(part => /^(?:0|[1-9]\d*)$/.test(part) && Number(part) < 256)
  )
}

/**
 * Eight groups of up to four hexadecimal digits, the last two perhaps as an IPv4 address, and one run of groups perhaps
 * left out.
 * @param isTail whether a text with dots may stand for the last two groups
 */
export function isIPv6(text: string, isTail: (text: string) => boolean): boolean {
  const halves = text.split('::')
  if (halves.length > 2) return false
  const groups = halves.map(half => (half === '' ? [] : half.split(':')))
  const last = groups.at(-1)!
  let count = groups[0]!.length + (groups[1]?.length ?? 0)
  const tail = last.at(-1)
  if (tail?.includes('.') === true) {
    if (!isTail(tail)) return false
    last.pop()
    count += 1
  }
  if (!groups.flat().every(group => /^[0-9a-f]{1,4}$/i.test(group))) return false
  return halves.length === 2 ? count <= 7 : count === 8
}
