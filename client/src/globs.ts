import picomatch from 'picomatch'

export interface Globs {
  include: string[]
  exclude: string[]
}

/** Whether globs let a Python file through, by its path below its workspace folder. */
export function globFilter({ include, exclude }: Globs): (relativePath: string) => boolean {
  const options = { dot: true, windows: false }
  const included = picomatch(include, options)
  const excluded = picomatch(exclude, options)
  return path => isPythonPath(path) && included(path) && !excluded(path)
}

/** Whether a path is that of a Python source file. */
export function isPythonPath(path: string): boolean {
  return path.endsWith('.py')
}

/**
 * The globs as VS Code's file search takes them: one string each. They may let more through than `globFilter`, never
 * less: braces do not nest in every search engine, so patterns that have them already are left to the filter.
 */
export function searchPatterns({ include, exclude }: Globs): { include: string; exclude: string | undefined } {
  const plain = exclude.filter(glob => !/[{}]/.test(glob))
  const [only = '**/*.py', ...more] = include
  return {
    include: more.length === 0 ? only : '**/*.py',
    exclude: plain.length > 1 ? `{${plain.join(',')}}` : plain[0],
  }
}
