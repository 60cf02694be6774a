import { soughtGlobs } from '../../server/src/protocol'

export interface Globs {
  include: string[]
  exclude: string[]
}

/**
 * The globs of sought files as VS Code's file search takes them: one string each. They may let more through than the globs, never less:
 * braces do not nest in every search engine, so patterns that have them already are left to the server.
 */
export function searchPatterns({ include, exclude }: Globs): { include: string; exclude: string | undefined } {
  const plain = exclude.filter(glob => !/[{}]/.test(glob))
  const [only, ...more] = include
  return {
    include: only !== undefined && more.length === 0 ? only : oneOf(soughtGlobs),
    exclude: plain.length === 0 ? undefined : oneOf(plain),
  }
}

/** One glob for all that one of several names. */
function oneOf(globs: readonly string[]): string {
  const [only = '', ...more] = globs
  return more.length === 0 ? only : `{${globs.join(',')}}`
}
