export interface Globs {
  include: string[]
  exclude: string[]
}

/** Whether a path is that of a Python source file. */
export function isPythonPath(path: string): boolean {
  return path.endsWith('.py')
}

/**
 * The globs as VS Code's file search takes them: one string each. They may let more through than the globs, never less:
 * braces do not nest in every search engine, so patterns that have them already are left to the server.
 */
export function searchPatterns({ include, exclude }: Globs): { include: string; exclude: string | undefined } {
  const plain = exclude.filter(glob => !/[{}]/.test(glob))
  const [only = '**/*.py', ...more] = include
  return {
    include: more.length === 0 ? only : '**/*.py',
    exclude: plain.length > 1 ? `{${plain.join(',')}}` : plain[0],
  }
}
