/** What a `# nova-review: ignore[rule, rule] -- reason` says; an empty reason or no rules is for others to judge. */
export interface SuppressionComment {
  readonly rules: readonly string[]
  readonly reason: string
}

/** Reads a comment (from its `#`); undefined when it does not speak to this tool. It may follow another comment, as `# noqa`. */
export function parseSuppression(comment: string): SuppressionComment | undefined {
  const start = /#\s*nova-review\s*:/i.exec(comment)
  if (start === null) return undefined
  const said = /^ignore(?:\s*\[([^\]]*)\])?(?:\s*--(.*))?$/i.exec(comment.slice(start.index + start[0].length).trim())
  const rules = (said?.[1] ?? '').split(',').map(rule => rule.trim())
  return { rules: rules.filter(rule => rule !== ''), reason: (said?.[2] ?? '').trim() }
}

/** The comment that waives `rule`, ready for its reason to be typed behind it. */
export function suppressionText(rule: string): string {
  return `# nova-review: ignore[${rule}] -- `
}
