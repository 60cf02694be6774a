/**
 * Which file a module name means. The engine knows no import path: a name belongs to the file whose path ends with it,
 * and among several to the one closest to the file that asks.
 */
export class ModuleNames {
  /** Files by the last part of their module name: `libvirt` for `.../nova/conf/libvirt.py`. */
  private readonly byLastPart = new Map<string, Set<string>>()
  /** Folders that are packages. */
  private readonly packages = new Set<string>()

  add(file: string): void {
    if (isPackage(file)) this.packages.add(folderOf(file))
    const key = lastPart(file)
    if (key === undefined) return
    const files = this.byLastPart.get(key)
    if (files) files.add(file)
    else this.byLastPart.set(key, new Set([file]))
  }

  remove(file: string): void {
    if (isPackage(file)) this.packages.delete(folderOf(file))
    const part = lastPart(file) ?? ''
    const files = this.byLastPart.get(part)
    if (files?.delete(file) && files.size === 0) this.byLastPart.delete(part)
  }

  /** The file of an absolute module name such as `nova.conf.libvirt`; undefined: none that is known. */
  find(name: string, from: string): string | undefined {
    const parts = name.split('.')
    const candidates = this.byLastPart.get(parts.at(-1) ?? '')
    if (!candidates) return undefined
    const path = parts.join('/')
    let best: { file: string; root: string } | undefined
    for (const file of candidates) {
      const root = rootOf(file, path)
      // An absolute name starts outside all packages: `import types` never means `nova/conf/types.py`.
      if (root === undefined || this.packages.has(root)) continue
      // Side by side, Python takes the package and never sees the module.
      const wins = root === best?.root ? isPackage(file) : !best || nearness(file, from) > nearness(best.file, from)
      if (wins) best = { file, root }
    }
    return best?.file
  }

  /** The dotted name of a file's module, from the outermost folder that is a package. */
  nameOf(file: string): string {
    const parts = file.replace(/(\/__init__)?\.py$/, '').split('/')
    let first = parts.length - 1
    while (first > 0 && this.packages.has(parts.slice(0, first).join('/'))) first--
    return parts.slice(first).join('.')
  }

  /**
   * Whether one program may import both: they belong to one outermost package, or, outside of all packages, to folders
   * side by side or within each other.
   */
  mayMeet(a: string, b: string): boolean {
    const [one, other] = [this.outermostPackage(a), this.outermostPackage(b)]
    if (one !== undefined || other !== undefined) return one === other
    const [near, far] = [folderOf(a), folderOf(b)]
    return near === far || folderOf(near) === folderOf(far) || folderOf(near) === far || near === folderOf(far)
  }

  private outermostPackage(file: string): string | undefined {
    let folder = folderOf(file)
    if (!this.packages.has(folder)) return undefined
    while (this.packages.has(folderOf(folder))) folder = folderOf(folder)
    return folder
  }

  /** Whether a file belongs to a test suite, by OpenStack's habits. Folders above its package say nothing of it. */
  isTest(file: string): boolean {
    if (testModule.test(this.nameOf(file)) || testModule.test(this.widestNameOf(file))) return true
    return !this.packages.has(folderOf(file)) && testFolder.test(file)
  }

  /** The same from the first folder on that is a package, although one in between may be none: `shop/tests/unit/a/b.py`. */
  private widestNameOf(file: string): string {
    const parts = file.replace(/(\/__init__)?\.py$/, '').split('/')
    const first = parts.findIndex(
      (_, at) => at < parts.length - 1 && this.packages.has(parts.slice(0, at + 1).join('/')),
    )
    return first < 0 ? '' : parts.slice(first).join('.')
  }

  /** The file of a relative import: `level` dots, then `name` (may be empty). */
  findRelative(name: string, level: number, from: string): string | undefined {
    const folders = from.split('/').slice(0, -1)
    if (level - 1 > folders.length) return undefined
    const base = [...folders.slice(0, folders.length - (level - 1)), ...(name === '' ? [] : name.split('.'))].join('/')
    const files = this.byLastPart.get(base.split('/').at(-1) ?? '')
    return [`${base}/__init__.py`, `${base}.py`].find(file => files?.has(file))
  }
}

/** Packages of tests (`shop.tests`, `shoptests`, `shop.functional`) and of measurements, and modules of them. */
const testModule =
  /(^|\.)(tests?|functional|unit|bench|benchmarks?|(?!(?:requests|manifests|contests|interests)\b)[a-z]\w*[a-z\d]tests|\w+_tests?|tests?_\w+|\w+_tempest_plugin|functional_\w+)\.|(^|\.)(test_[^.]*|tests?|conftest)$/

/** What lies in no package belongs to tests when a folder close to it does: those far above are anybody's. */
const testFolder =
  /(^|\/)(tests?|functional|unit|bench|benchmarks?|(?!(?:requests|manifests|contests|interests)\b)[a-z]\w*[a-z\d]tests|\w+_tests?|\w+_tempest_plugin|functional_\w+)\/([^/]+\/)?[^/]+\.py$/

/** Whether a file makes its folder a package. */
export function isPackage(file: string): boolean {
  return /(^|\/)__init__\.py$/.test(file)
}

/** The folder in which the module path starts; undefined when the file is not that module. */
function rootOf(file: string, path: string): string | undefined {
  for (const end of [`${path}.py`, `${path}/__init__.py`]) {
    if (file === end) return ''
    if (file.endsWith(`/${end}`)) return file.slice(0, -end.length - 1)
  }
  return undefined
}

function folderOf(file: string): string {
  return file.slice(0, Math.max(0, file.lastIndexOf('/')))
}

/** The last part of the name of a file's module: `libvirt` for `nova/conf/libvirt.py`, `conf` for `nova/conf/__init__.py`. */
export function lastPart(file: string): string | undefined {
  const match = /(?:^|\/)([^/]+?)(?:\/__init__)?\.py$/.exec(file)
  return match?.[1]
}

/** The `__init__.py` that `level` dots mean in a file. */
export function packageOf(file: string, level: number): string {
  return [...file.split('/').slice(0, -level), '__init__.py'].join('/')
}

/** How many leading folders two files share. */
function nearness(a: string, b: string): number {
  const left = a.split('/')
  const right = b.split('/')
  let shared = 0
  while (shared < left.length && left[shared] === right[shared]) shared++
  return shared
}
