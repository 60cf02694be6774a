/** How many reasons are offered again. */
const most = 8

/** A reason as it may stand in a comment: on one line, without what nobody sees; undefined when it says nothing. */
export function asReason(typed: string): string | undefined {
  const reason = typed.replace(/[\p{C}\p{Z}]+/gu, ' ').trim()
  return reason === '' ? undefined : reason
}

/** The reasons to offer next time, the newest first. */
export function remembered(reason: string, before: readonly string[]): string[] {
  return [reason, ...before.filter(other => other !== reason)].slice(0, most)
}
