import {
  declaresOptions,
  importersOf,
  mentionsOsloConfig,
  type Option,
  optionOutline,
  Project,
  type PythonParser,
} from '../engine/index'
import type { Decoded } from '../decodePython'
import { kindOfPath, pythonFiles } from '../fileKinds'
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
 * @param pause called between two steps of the work; what it throws ends the work
 */
export async function readTwoSides(
  base: Tree,
  head: Tree,
  python: PythonParser,
  pause: () => Promise<void> = () => Promise.resolve(),
): Promise<TwoSides> {
  const decoded = new Map<string, Decoded | undefined>()
  const shared = parsingOnce(python)
  const sides = [new Side(base, shared, decoded), new Side(head, shared, decoded)] as const
  const paths = new Set(sides.flatMap(({ tree }) => [...tree.files.keys()].filter(isSource)))
  const differing = [...paths].filter(path => base.files.get(path) !== head.files.get(path))
  if (differing.length === 0) return { base: [], head: [], looked: new Set(), incomplete: [] }
  await fetchAll(sides, differing)
  const held = await head.holding(marks)
  const candidates = [...new Set([...held, ...differing])].filter(isSource).sort()
  await fetchAll(sides, candidates)
  const about = candidates.filter(path => textsOf(sides, path).some(mentionsOsloConfig))
  const texts = new Map(about.map(path => [path, textsOf(sides, path).join('\n')]))
  const declaring = (path: string): boolean => textsOf(sides, path).some(declaresOptions)
  const changed = new Set(differing.filter(path => !saysTheSame(sides, path)))
  const importing = importersOf(changed, texts, paths)
  const first = about.filter(path => changed.has(path) || (importing.has(path) && declaring(path)))
  await readAll(sides, first, pause)
  const open = (): ReadonlySet<string> => new Set(sides.flatMap(side => side.filesWithOpenGroups(changed)))
  if (open().size > 0) {
    const registering = [...importersOf(open(), texts, paths)].sort()
    // What registers the options of many modules imports them all: mostly it says enough itself.
    await readThese(sides, registering, pause)
    if (open().size > 0) await readAll(sides, registering, pause)
  }
  // Whether a name is gone, or new, others may say that declare it, too.
  const names = namesOnOneSide(sides)
  await readAll(
    sides,
    about.filter(path => names.some(name => namesOption(texts.get(path)!, name))),
    pause,
  )
  return {
    base: sides[0].options(),
    head: sides[1].options(),
    looked: new Set(sides.flatMap(side => [...side.looked])),
    incomplete: sides.flatMap(side => side.incomplete()),
  }
}

/** What stands in both trees is parsed once: its plain tree is nobody's to change. */
function parsingOnce(python: PythonParser): PythonParser {
  const parsed = new Map<string, ReturnType<PythonParser['parse']>>()
  return {
    ...python,
    parse: text => {
      const known = parsed.get(text) ?? python.parse(text)
      parsed.set(text, known)
      return known
    },
  }
}

/** The texts that a file has, each once. */
function textsOf(sides: readonly Side[], path: string): readonly string[] {
  return [...new Set(sides.filter(({ tree }) => tree.files.has(path)).map(side => side.textOf(path)))]
}

/** Whether a file that only registers or lists options does so on both sides alike. */
function saysTheSame(sides: readonly Side[], path: string): boolean {
  if (!sides.every(({ tree }) => tree.files.has(path))) return false
  const texts = textsOf(sides, path)
  return texts.some(mentionsOsloConfig) && !texts.some(declaresOptions) && new Set(texts.map(optionOutline)).size === 1
}

/** One side after the other: what both have in common is read once. */
async function fetchAll(sides: readonly Side[], paths: readonly string[]): Promise<void> {
  for (const side of sides) await side.fetch(paths)
}

/** Until neither side wants more. */
async function readAll(sides: readonly Side[], paths: readonly string[], pause: () => Promise<void>): Promise<void> {
  let wanted: readonly string[] = paths
  while (wanted.length > 0) {
    await readThese(sides, wanted, pause)
    const more = new Set(sides.flatMap(side => side.wanted()))
    const lacking = [...more].filter(path => sides.some(side => side.lacks(path)))
    // A package is asked beside a module of its own that is not at hand, and may import half of the project.
    const modules = lacking.filter(path => !path.endsWith('/__init__.py'))
    wanted = modules.length > 0 ? modules : lacking
  }
}

async function readThese(sides: readonly Side[], paths: readonly string[], pause: () => Promise<void>): Promise<void> {
  await fetchAll(sides, paths)
  for (const side of sides) await side.giveIn(paths, pause)
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
    private readonly decoded: Map<string, Decoded | undefined>,
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
    for (const [path, read] of await this.tree.read(unread)) this.decoded.set(files.get(path)!, read)
    for (const path of missing) {
      const decoded = this.decoded.get(files.get(path)!)
      const doubt = decoded === undefined ? 'is no text, or cannot be read' : decoded.doubt
      if (doubt !== undefined) this.doubts.set(path, doubt)
      this.texts.set(path, decoded?.text ?? '')
    }
  }

  async giveIn(paths: readonly string[], pause: () => Promise<void>): Promise<void> {
    const given = paths.filter(path => !this.given.has(path) && this.tree.files.has(path))
    for (const path of given) {
      this.given.add(path)
      this.project.setText(path, this.textOf(path))
    }
    for (const path of given) {
      this.project.prepare(path)
      await pause()
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
