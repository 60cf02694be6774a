import type { WrittenImport } from './writtenImports'

/** What the circles are looked for in. */
export interface ImportGraph {
  /** The imports written in a file; undefined when its text is not at hand. */
  importsOf(file: string): readonly WrittenImport[] | undefined
  /** The file of a module, looked up as an import in the file `from` would. */
  resolve(name: string, level: number, from: string): string | undefined
}

/**
 * Files that import each other, directly or round about, by what is written in them: what one of them finds in another
 * depends on which of them is followed first.
 */
export class ImportCircles {
  private readonly circles = new Map<string, readonly string[]>()
  private readonly edges = new Map<string, { imports: readonly WrittenImport[]; files: readonly string[] }>()

  constructor(private readonly graph: ImportGraph) {}

  /**
   * The files of a file's circle, itself included, in the order in which they have to be followed: a package before what
   * lies in it, as Python runs it first, whatever is imported of it. Empty for a file in no circle.
   */
  of(file: string): readonly string[] {
    if (!this.circles.has(file)) this.find(file)
    return this.circles.get(file) ?? []
  }

  /** Forgets the circles, once a file imports something else or is gone. */
  clear(): void {
    this.circles.clear()
  }

  /** Forgets which files the names mean, too. */
  clearNames(): void {
    this.edges.clear()
    this.circles.clear()
  }

  /** Tarjan's strongly connected components of all that a file leads to; with a stack of its own, for chains are long. */
  private find(root: string): void {
    const low = new Map<string, number>()
    const open: string[] = []
    const path: { file: string; at: number; from: number; left: Iterator<string> }[] = []
    const enter = (file: string): void => {
      path.push({ file, at: low.size, from: open.length, left: this.importedBy(file)[Symbol.iterator]() })
      low.set(file, low.size)
      open.push(file)
    }
    const reaches = (file: string, at: number): unknown => low.set(file, Math.min(low.get(file)!, at))
    enter(root)
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const step = top.left.next()
      if (step.done !== true) {
        const next = step.value
        // What is known already leads nowhere back.
        if (this.circles.has(next)) continue
        const seen = low.get(next)
        if (seen === undefined) enter(next)
        else reaches(top.file, seen)
        continue
      }
      path.pop()
      const lowest = low.get(top.file)!
      const parent = path.at(-1)
      if (parent) reaches(parent.file, lowest)
      if (lowest !== top.at) continue
      const members = open.splice(top.from)
      const circle = members.length > 1 ? members.sort(packagesFirst) : []
      for (const member of members) this.circles.set(member, circle)
    }
  }

  private importedBy(file: string): readonly string[] {
    const imports = this.graph.importsOf(file) ?? []
    let known = this.edges.get(file)
    if (known?.imports !== imports) {
      const found = new Set(imports.flatMap(each => [...this.meant(each, file)]))
      this.edges.set(file, (known = { imports, files: [...found] }))
    }
    return known.files.filter(each => this.graph.importsOf(each) !== undefined)
  }

  /** The files that an import reads names of. A submodule is found without a look at its package. */
  private *meant({ level, from, name }: WrittenImport, file: string): Generator<string> {
    const find = (path: string): string | undefined => this.graph.resolve(path, level, file)
    const parts = name.split('.')
    const paths =
      from === undefined
        ? parts.map((_, at) => parts.slice(0, at + 1).join('.'))
        : name === '*' || find(join(from, name)) === undefined
          ? [from]
          : [join(from, name)]
    for (const path of paths) {
      const found = find(path)
      if (found !== undefined) yield found
    }
  }
}

function join(from: string, name: string): string {
  return from === '' ? name : `${from}.${name}`
}

/** `nova/conf/__init__.py` before `nova/conf/api.py`, and `nova/__init__.py` before both. */
function packagesFirst(a: string, b: string): number {
  const [left, right] = [a, b].map(file => file.replace(/__init__\.py$/, ''))
  return left! < right! ? -1 : 1
}
