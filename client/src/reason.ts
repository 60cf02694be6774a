/** Where a suppression's comment takes its reason, and what it then says. */
export interface CommentEdit {
  readonly newText: string
  /** Behind which character of `newText` the reason stands. */
  readonly at: number
}

/** How many reasons are offered again. */
const most = 8

/** The comment with its reason. */
export function withReason({ newText, at }: CommentEdit, reason: string): string {
  return `${newText.slice(0, at)}${reason}${newText.slice(at)}`
}

/** A reason as it may stand in a comment: on one line, without what nobody sees; undefined when it says nothing. */
export function asReason(typed: string): string | undefined {
  const reason = typed.replace(/[\p{C}\p{Z}]+/gu, ' ').trim()
  return reason === '' ? undefined : reason
}

/** The reasons to offer next time, the newest first. */
export function remembered(reason: string, before: readonly string[]): string[] {
  return [reason, ...before.filter(other => other !== reason)].slice(0, most)
}
