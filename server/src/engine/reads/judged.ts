import { closestTo } from '../closestName'
import type { Option } from '../oslo/option'
import { defaultGroup } from '../oslo/optionKey'
import { commentAt } from '../project/comments'
import type { Comment } from '../project/module'
import type { ModuleNames } from '../project/moduleNames'
import { writtenImports } from '../project/writtenImports'
import type { PythonParser } from '../syntax/parser'
import { LineIndex, positionIn } from '../text'
import type { Carried } from './carried'
import { configOptsNames, groupMethods } from './configOpts'
import type { Declared } from './declared'
import type { Access } from './fact'
import type { Sink, Use } from './use'

/** A read of an option that rules have something to say of. Its sinks are those in the function that reads. */
export interface JudgedRead extends Use {
  /** The option's declarations; none for one that a library or nobody declares. */
  readonly options: readonly Option[]
  /** Set where no source declares the option, nor any library that could: the name that may have been meant, if one is near. */
  readonly unknown?: { readonly meant: string | undefined }
}

/** What rules judge of one file besides what it declares. */
export interface JudgedFile {
  readonly file: string
  readonly reads: readonly JudgedRead[]
  /** The comments that waive findings. */
  readonly comments: readonly Comment[]
  /** Whether all is at hand of its own project that it imports: else its options may be declared there. */
  readonly isWhole: boolean
}

/** What waives a finding. */
const waiver = 'nova-review'

/** A read as most are written: by way of a name `CONF`, the group and the option behind it. */
const written = /(?<![\w.])(?:\w+\s{0,9}\.\s{0,9}){0,4}CONF\s{0,9}\.\s{0,9}(\w+)(?:\s{0,9}\.\s{0,9}(\w+))?/g
/** What catches that there is no such option. */
const careful = /\bNoSuch(?:Opt|Group)Error\b|\bAttributeError\b/

/** Whether an access may be one that rules have something to say of; a quick look before its names are followed. */
export function mayBeJudged({ kind, carried, start }: Access, misses: ReadonlySet<number>): boolean {
  return kind === 'read' && (misses.has(start) || carried.reached.some(({ kind: reached }) => reached === 'log'))
}

/** Where a text reads what is no option, group or method of `CONF` by what is declared: the offsets of the reads. */
export function missesIn(text: string, declared: Declared): ReadonlySet<number> {
  const misses = new Set<number>()
  if (careful.test(text)) return misses
  for (const { 1: first, 2: second, index } of text.matchAll(written)) {
    if (configOptsNames.has(first!)) continue
    const known = declared.group(first!)
    const [group, option] = known === undefined && second === undefined ? [defaultGroup, first!] : [first!, second]
    if (option !== undefined && mayBeUnknown(group, option, declared)) misses.add(index)
  }
  return misses
}

/** Where functions and classes begin that stand by themselves, and methods. */
const opening = /^(?:(?: {4}|\t)(?:async[ \t]{1,9})?def|(?:async[ \t]{1,9})?def|class)\b/gm

/** Whether a function in a text may log the value of one of some options, as far as its words tell. */
export function mayLog(text: string, options: RegExp): boolean {
  if (!logWord.test(text) || !options.test(text)) return false
  const starts = [0]
  let isInClass = false
  for (const { 0: opener, index } of text.matchAll(opening)) {
    const isOutermost = !/^\s/.test(opener)
    if (isOutermost) isInClass = opener === 'class'
    if (isOutermost || isInClass) starts.push(index)
  }
  return starts.some((start, at) => {
    const piece = text.slice(start, starts[at + 1])
    return logWord.test(piece) && options.test(piece)
  })
}

const logWord = /\b(?:log|logger|logging|getLogger)\b/i

/** The logs that a value reaches in the function that reads it. */
export function loggedIn(file: string, { reached }: Carried, lineStarts: Uint32Array): readonly Sink[] {
  return reached
    .filter(({ kind }) => kind === 'log')
    .map(({ kind, start, hops }) => ({ kind, file, position: positionIn(lineStarts, start), hops, through: [] }))
}

/** Whether a text waives a finding somewhere. */
export function waives(text: string): boolean {
  return text.includes(waiver)
}

/** Whether the modules of its own project are at hand that a file imports outside its functions. */
export function ownImportsAreAtHand(file: string, text: string, names: ModuleNames): boolean {
  const folders = new Set(file.split('/').slice(0, -1))
  return [...writtenImports(text)].every(({ level, from, name, outermost }) => {
    const module = from ?? name
    if (!outermost || !folders.has(module.split('.')[0]!)) return true
    return level > 0 || names.find(module, file) !== undefined
  })
}

export function commentsIn(text: string, python: PythonParser): readonly Comment[] {
  if (!waives(text)) return []
  const lines = new LineIndex(text)
  return python.parse(text).comments.map(span => commentAt(span, text, lines))
}

/** The texts of the files at hand. */
export interface Texts {
  of(file: string): string | undefined
  all(): Iterable<readonly [file: string, text: string]>
}

/**
 * Whether surely nobody declares the option that is read, and which one may have been meant. `explained` keeps what was
 * found in the texts.
 */
export function unknownOption(
  use: Use,
  declared: Declared,
  texts: Texts,
  explained: Map<string, boolean>,
): JudgedRead['unknown'] {
  const { file, group, option, isSure, kind } = use
  if (!isSure || kind !== 'read' || !mayBeUnknown(group, option, declared)) return undefined
  const key = `${group}.${option} ${file}`
  const found = explained.get(key) ?? isExplained(texts, use, declared)
  explained.set(key, found)
  return found ? undefined : { meant: meantBy(group, option, declared) }
}

/**
 * Whether what is read may be declared, or asked for, in a way that is not understood: its group is given to a function
 * together with the ConfigOpts; or a file that has to do with the group names the option between quotes, other than as
 * the name of a declaration.
 */
function isExplained(texts: Texts, { file: from, group, option }: Use, declared: Declared): boolean {
  const [name, quotedGroup] = [quotedName(option), quotedName(group)]
  const given = new RegExp(`\\(\\s{0,99}(?:self\\.)?_?(?:conf|CONF|cfg\\.CONF),[^()]{0,300}['"]${group}['"]`)
  for (const [file, text] of texts.all()) {
    if (given.test(text)) return true
    const count = text.match(name)?.length ?? 0
    if (count === 0 || count <= declared.countIn(file, option)) continue
    if (file === from || group === defaultGroup || declared.isIn(file, group) || text.match(quotedGroup)) return true
  }
  return declared.opening.some(file => texts.of(file)?.match(quotedGroup))
}

/** A name between quotes, with dashes or without, that is none of old. */
function quotedName(name: string): RegExp {
  const spelt = name.replaceAll('_', '[-_]')
  return new RegExp(`(?<!DeprecatedOpt\\(\\s{0,99}|deprecated_(?:name|group)=)(['"])${spelt}\\1`, 'g')
}

/** Whether nobody declares an option, and none of those may have it that are not known whole. */
function mayBeUnknown(group: string, option: string, declared: Declared): boolean {
  if (declared.has(group, option) || declared.mayBeAnywhere(option)) return false
  const known = groupOf(group, declared)
  if (known !== undefined && declared.mayHaveOthers(known)) return false
  // Without a group, or in one that nobody declares, any library may have it.
  const isOwn = known !== undefined && known !== defaultGroup
  return isOwn ? !groupMethods.has(option) : meantBy(group, option, declared) !== undefined
}

function groupOf(group: string, declared: Declared): string | undefined {
  return group === defaultGroup ? group : declared.group(group)
}

/** The name that is near: of an option, or `group.option` for a group that is misspelt. */
function meantBy(group: string, option: string, declared: Declared): string | undefined {
  const known = groupOf(group, declared)
  if (known !== undefined) return closestTo(option, declared.destsIn(known))
  const meant = closestTo(group, declared.groupsWith(option))
  return meant === undefined || meant === defaultGroup ? undefined : `${meant}.${option}`
}
