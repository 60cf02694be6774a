/**
 * The path of a file named from another file's folder; undefined where it leads out of the top folder, or is absolute.
 * A backslash may part folders on one system and belong to a name on another: a path with one is refused.
 */
export function besideFile(file: string, name: string): string | undefined {
  if (name.includes('\\') || /^(\/|[A-Za-z][\w+.-]*:)/.test(name)) return undefined
  const parts = file.split('/').slice(0, -1)
  for (const part of name.split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) return undefined
    } else if (part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/')
}
