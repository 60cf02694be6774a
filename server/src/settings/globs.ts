import { compileGlob } from '../engine/index'

/** Tests whether a path is one that the globs name; hidden files are files like others. */
export function pathMatcher(globs: readonly string[]): (path: string) => boolean {
  const patterns = globs.map(compileGlob)
  return path => patterns.some(fits => fits(path))
}
