const fence = /^```python( fixed)?\n(.*?)^```$/gms
const remark = /# (?:(ok)|finding: ([\w-]+)(?: (error|warning|information|hint))? "([^"]*)")(?=$| {2}# )/gm
const okOnly = / {2}# ok$/gm

/** So many declarations on which nothing is found are read at a glance; more are folded. */
const mostUnfolded = 4

/**
 * A rule's page as people want to read it. In docs/rules its examples carry remarks for the tests that run them: here
 * they become words, and long lists of what the rule lets pass are folded.
 */
export function readablePage(rule: string, markdown: string): string {
  return markdown.replace(fence, (_, fixed: string | undefined, body: string) => {
    if (fixed !== undefined) return `Fixed:\n\n${block(body)}`
    const passing = body.match(okOnly)?.length ?? 0
    const isPassing = passing > 0 && !body.includes('# finding: ')
    if (!isPassing) return block(body.replace(remark, (...parts) => inWords(rule, parts as string[])))
    const code = block(body.replace(okOnly, ''))
    if (passing <= mostUnfolded) return `Nothing is found here:\n\n${code}`
    return `<details><summary>Nothing is found in these ${passing} declarations</summary>\n\n${code}\n\n</details>`
  })
}

function block(code: string): string {
  return `\`\`\`python\n${code}\`\`\``
}

function inWords(page: string, [, ok, rule, severity, said]: (string | undefined)[]): string {
  if (ok !== undefined) return '# nothing is found'
  const by = rule === page ? '' : ` by ${rule}`
  const level = severity === undefined ? '' : ` (${severity})`
  return `# found${by}${level}: ${said}`
}
