/** A rule's page, as its tests read it: the title and the Python examples, in order. */
export interface Page {
  readonly title: string
  readonly blocks: readonly Block[]
}

export interface Block {
  /** `fixed` is what the examples before it become when each first fix is made. */
  readonly kind: 'examples' | 'fixed'
  /** Its text without the remarks that tests read. */
  readonly code: string
  readonly expectations: readonly Expectation[]
  /** The line of the page on which the block begins, from 1. */
  readonly line: number
}

/** What a remark in an example says of its line. */
export interface Expectation {
  /** Of the block, from 0. */
  readonly line: number
  /** undefined: `# ok`, nothing is found there. */
  readonly finding: { readonly rule: string; readonly severity: string | undefined; readonly text: string } | undefined
}

const fence = /^```python( fixed)?\n(.*?)^```$/gms
const remark = /\s*# (?:(ok)|finding: ([\w-]+)(?: (error|warning|information|hint))? "([^"]*)")\s*$/

/** Reads a page. Code blocks in other languages are prose. */
export function readPage(markdown: string): Page {
  const title = /^# (.*)$/m.exec(markdown)?.[1] ?? ''
  const blocks = [...markdown.matchAll(fence)].map(([, fixed, body = ''], index, all): Block => {
    const start = all[index]?.index ?? 0
    const { code, expectations } = readRemarks(body)
    const line = markdown.slice(0, start).split('\n').length
    return { kind: fixed === undefined ? 'examples' : 'fixed', code, expectations, line }
  })
  return { title, blocks }
}

function readRemarks(body: string): Pick<Block, 'code' | 'expectations'> {
  const expectations: Expectation[] = []
  const lines = body.split('\n').map((text, line) => {
    let rest = text
    for (let found = remark.exec(rest); found !== null; found = remark.exec(rest)) {
      const [, ok, rule = '', severity, said = ''] = found
      expectations.push({ line, finding: ok === undefined ? { rule, severity, text: said } : undefined })
      rest = rest.slice(0, found.index)
    }
    return rest
  })
  return { code: lines.join('\n'), expectations }
}
