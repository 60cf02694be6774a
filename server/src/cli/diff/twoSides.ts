import {
  declaresOptions,
  importersOf,
  mentionsOsloConfig,
  type Option,
  Project,
  type PythonParser,
} from '../../engine/index'
import { kindOfPath, pythonFiles } from '../../fileKinds'
import type { Tree } from './tree'

/** The options of both sides, as far as they may differ. */
export interface TwoSides {
  readonly base: readonly Option[]
  readonly head: readonly Option[]
  /** Files that were looked into on either side. */
  readonly looked: ReadonlySet<string>
  /** What was not read, or not wholly: by side and file, in words to be put behind the file's name. */
  readonly incomplete: readonly { readonly file: string; readonly reason: string }[]
}

/** One of them is in every text that declares, registers or lists options. */
const marks = ['Opt(', 'Opt (', 'Opt)', 'opts(', 'opt(', 'options(', 'set_defaults(', 'PrivContext(', 'Opt\n']

/**
 * Reads of both trees what can make options differ, and nothing else: the files that changed and have to do with options;
 * those that declare options and import what changed; what all these import; and, where the groups of options that changed
 * are not known from that, the files that register them. A file that is read on one side is read on both.
 */
export async function readTwoSides(base: Tree, head: Tree, python: PythonParser): Promise<TwoSides> {
  const decoded = new Map<string, ReturnType<typeof pythonFiles.decode>>()
  const sides = [new Side(base, python, decoded), new Side(head, python, decoded)] as const
  const paths = new Set(sides.flatMap(({ tree }) => [...tree.files.keys()].filter(isSource)))
  const changed = new Set([...paths].filter(path => base.files.get(path) !== head.files.get(path)))
  if (changed.size === 0) return { base: [], head: [], looked: new Set(), incomplete: [] }
  const [heldBefore, heldAfter] = await Promise.all([base.holding(marks), head.holding(marks)])
  const candidates = [...new Set([...heldBefore, ...heldAfter])].filter(isSource).sort()
  await fetchAll(sides, candidates)
  const about = candidates.filter(path => sides.some(side => mentionsOsloConfig(side.textOf(path))))
  const texts = new Map(about.map(path => [path, sides.map(side => side.textOf(path)).join('\n')]))
  const importing = importersOf(changed, texts, paths)
  const first = about.filter(
    path => changed.has(path) || (importing.has(path) && sides.some(side => declaresOptions(side.textOf(path)))),
  )
  await readAll(sides, first)
  const open = (): ReadonlySet<string> => new Set(sides.flatMap(side => side.filesWithOpenGroups(changed)))
  if (open().size > 0) await readAll(sides, [...importersOf(open(), texts, paths)].sort())
  // Whether a name is gone, or new, others may say that declare it, too.
  const names = namesOnOneSide(sides)
  await readAll(
    sides,
    about.filter(path => names.some(name => namesOption(texts.get(path)!, name))),
  )
  return {
    base: sides[0].options(),
    head: sides[1].options(),
    looked: new Set(sides.flatMap(side => [...side.looked])),
    incomplete: sides.flatMap(side => side.incomplete()),
  }
}

/** One side after the other: what both have in common is read once. */
async function fetchAll(sides: readonly Side[], paths: readonly string[]): Promise<void> {
  for (const side of sides) await side.fetch(paths)
}

/** Until neither side wants more. */
async function readAll(sides: readonly Side[], paths: readonly string[]): Promise<void> {
  let wanted: readonly string[] = paths
  while (wanted.length > 0) {
    await fetchAll(sides, wanted)
    for (const side of sides) side.giveIn(wanted)
    const more = new Set(sides.flatMap(side => side.wanted()))
    wanted = [...more].filter(path => sides.some(side => side.lacks(path)))
  }
}

/** A module of the project itself: its tests say nothing of what is shipped. */
function isSource(path: string): boolean {
  return kindOfPath(path) === pythonFiles && !/(^|\/)(tests?|functional|unit)\/|(^|\/)test_[^/]*$/.test(path)
}

function namesOnOneSide([base, head]: readonly [Side, Side]): string[] {
  const [before, after] = [base.names(), head.names()]
  const one = [...before].filter(name => !after.has(name))
  return [...one, ...[...after].filter(name => !before.has(name))].map(name => name.slice(name.indexOf(' ') + 1))
}

function namesOption(text: string, name: string): boolean {
  return [name, name.replaceAll('_', '-')].some(one => text.includes(`'${one}'`) || text.includes(`"${one}"`))
}

class Side {
  private readonly project: Project
  private readonly texts = new Map<string, string>()
  private readonly given = new Set<string>()
  private readonly doubts = new Map<string, string>()

  constructor(
    readonly tree: Tree,
    python: PythonParser,
    /** What blobs hold, by their ids. */
    private readonly decoded: Map<string, ReturnType<typeof pythonFiles.decode>>,
  ) {
    this.project = new Project(python)
    for (const path of tree.files.keys()) if (kindOfPath(path) === pythonFiles) this.project.addPath(path)
  }

  get looked(): Iterable<string> {
    return this.given
  }

  /** The text of a file that was fetched; empty where the tree has none. */
  textOf(path: string): string {
    return this.texts.get(path) ?? ''
  }

  async fetch(paths: readonly string[]): Promise<void> {
    const { files } = this.tree
    const missing = paths.filter(path => !this.texts.has(path) && files.has(path))
    const unread = missing.filter(path => !this.decoded.has(files.get(path)!))
    for (const [path, bytes] of await this.tree.read(unread))
      this.decoded.set(files.get(path)!, pythonFiles.decode(bytes))
    for (const path of missing) {
      const decoded = this.decoded.get(files.get(path)!)
      const doubt = decoded === undefined ? 'is no text' : decoded.doubt
      if (doubt !== undefined) this.doubts.set(path, doubt)
      this.texts.set(path, decoded?.text ?? '')
    }
  }

  giveIn(paths: readonly string[]): void {
    for (const path of paths) {
      if (this.given.has(path) || !this.tree.files.has(path)) continue
      this.given.add(path)
      this.project.setText(path, this.textOf(path))
    }
  }

  wanted(): readonly string[] {
    return this.project.wanted(false)
  }

  lacks(path: string): boolean {
    return this.tree.files.has(path) && !this.given.has(path)
  }

  options(): Option[] {
    return [...this.project.modules()].filter(module => !module.isTest).flatMap(module => module.options)
  }

  filesWithOpenGroups(files: ReadonlySet<string>): string[] {
    return this.options()
      .filter(({ file, membership }) => files.has(file) && !(membership.complete && membership.groups.length > 0))
      .map(({ file }) => file)
  }

  /** `group name` of every option. */
  names(): ReadonlySet<string> {
    const names = this.options().flatMap(({ dest, membership }) =>
      dest.kind === 'known'
        ? (membership.groups.length > 0 ? membership.groups : ['?']).map(group => `${group} ${dest.value}`)
        : [],
    )
    return new Set(names)
  }

  /** What is not known of the files that were read. */
  incomplete(): { file: string; reason: string }[] {
    return [...this.given].sort().flatMap(file => {
      const reason = this.doubts.get(file) ?? this.project.shortfall(file)
      return reason === undefined ? [] : [{ file, reason: `${reason} (${this.tree.name})` }]
    })
  }
}
