import type { JsonPath } from './violations'

/** A set of paths that is searched step by step, in a time that does not grow with their number. */
export class PathTree {
  private readonly below = new Map<string | number, PathTree>()
  /** Whether one of the paths ends here. */
  isEnd = false

  constructor(paths: Iterable<JsonPath> = []) {
    for (const path of paths) this.add(path)
  }

  /** What is left of the paths behind a step; undefined where none of them goes there. */
  step(step: string | number): PathTree | undefined {
    return this.below.get(step)
  }

  /** Whether one of the paths is this one or leads through it. */
  has(path: JsonPath): boolean {
    return path.reduce<PathTree | undefined>((tree, step) => tree?.step(step), this) !== undefined
  }

  private add(path: JsonPath): void {
    path.reduce<PathTree>((tree, step) => tree.grow(step), this).isEnd = true
  }

  private grow(step: string | number): PathTree {
    const next = this.below.get(step) ?? new PathTree()
    this.below.set(step, next)
    return next
  }
}
