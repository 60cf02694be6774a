/**
 * How a block may have ended, as a set of bits: one when that is certain, several when it depends on something unknown.
 * A path that raises an error ends the program or is somebody else's: it counts only where there is no other.
 */
export type Completion = number

export const normal = 1
export const returned = 2
export const broke = 4
export const continued = 8
export const raised = 16
/** Said besides: the block was left on one of several paths, and what that path had bound is not kept. */
export const parted = 32

/** How something ended of which each of several ways may have been taken. */
export function endOfAny(ends: readonly Completion[]): Completion {
  const all = ends.reduce((sum, end) => sum | end, 0)
  return all === raised ? raised : all & ~raised
}

/** Whether the block has certainly ended in this way, on whatever path. */
export function surely(end: Completion, way: Completion): boolean {
  return (end & ~parted) === way
}

/** Whether the block may have ended in one of these ways. */
export function may(end: Completion, ways: Completion): boolean {
  return (end & ways) !== 0
}
