/** A function or class, as far as its text tells without being parsed. */
export interface Definition {
  readonly isClass: boolean
  readonly start: number
  /** Offset of the next definition that does not stand within. */
  readonly end: number
  /** Whether a decorator makes it run in a process with more rights, as oslo.privsep does. */
  readonly isPrivileged: boolean
}

const definition = /^([ \t]*)(?:async[ \t]+)?(def|class)[ \t]+(\w+)/gm
const entryPoint = /\.entrypoint(?:_with_timeout)?\b/
const longestDecorators = 600

/** The functions and classes of a module by their dotted paths in it; those within functions are left out. */
export function definitionsIn(text: string): ReadonlyMap<string, Definition> {
  const found = new Map<string, { -readonly [Key in keyof Definition]: Definition[Key] }>()
  const around: { readonly indent: number; readonly path: string; readonly isClass: boolean }[] = []
  for (const { 1: indentation, 2: word, 3: name, index } of text.matchAll(definition)) {
    const indent = indentation!.length
    for (let last = around.at(-1); last && last.indent >= indent; last = around.at(-1)) {
      const ended = found.get(last.path)
      if (ended?.end === text.length) ended.end = index
      around.pop()
    }
    const outer = around.at(-1)
    const isWithin = outer !== undefined && !outer.isClass
    const path = outer ? `${outer.path}.${name!}` : name!
    around.push({ indent, path: isWithin ? `${outer.path}.()` : path, isClass: word === 'class' && !isWithin })
    if (isWithin || found.has(path)) continue
    const above = text
      .slice(Math.max(0, index - longestDecorators), index)
      .split('\n')
      .slice(0, -1)
      .reverse()
    const first = above.findIndex(line => !line.trimStart().startsWith('@'))
    const isPrivileged = above.slice(0, first < 0 ? undefined : first).some(line => entryPoint.test(line))
    found.set(path, { isClass: word === 'class', start: index, end: text.length, isPrivileged })
  }
  return found
}
