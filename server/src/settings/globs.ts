import picomatch from 'picomatch/posix'

/** Tests whether a path is one that the globs name; hidden files are files like others. */
export function pathMatcher(globs: readonly string[]): (path: string) => boolean {
  const matches = picomatch([...globs], { dot: true })
  return path => matches(path)
}
