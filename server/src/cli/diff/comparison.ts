import {
  type AcceptedChange,
  acceptChanges,
  announce,
  diffInventories,
  type JudgedChange,
  namesIn,
} from '../../engine/index'
import { misnamedNotes } from '../../diff/misnamedNotes'
import { isNote, notesBetween, type NoteProblem } from '../../diff/releaseNotes'
import type { Tree } from '../../diff/tree'
import { readTwoSides } from '../../diff/twoSides'
import { kindOfPath, pythonFiles } from '../../fileKinds'
import { type CliHost, ReadError } from '../host'
import { readRoots, type SettingsOptions } from '../settings'
import { reasonOf } from '../sources'
import { gitText } from './git'
import { noteEntries } from './noteEntries'
import { taggedCommits } from './taggedCommits'
import { commitOf, commitTree, findCommit } from './tree'
import { workTree } from './workTree'

/** What differs between two states of a repository. */
export interface Comparison {
  readonly base: Pick<Tree, 'name' | 'commit'>
  readonly head: Pick<Tree, 'name' | 'commit'>
  readonly changes: readonly JudgedChange[]
  /** What is wrong with release notes of the range. */
  readonly noteProblems: readonly NoteProblem[]
  /** What the team has accepted and nothing matches, with the file that says so; of a part of the repository, none is told. */
  readonly unmatched: readonly { readonly entry: AcceptedChange; readonly file: string }[]
  /** Files that were not read, or not wholly: there may be more changes in them. */
  readonly incomplete: readonly { readonly file: string; readonly reason: string }[]
  /** How many files were looked into. */
  readonly looked: number
}

/**
 * Compares the options of two states of the repository that the working directory lies in: `[BASE, HEAD, PATH]`, of which
 * HEAD (the working tree where it is not given) and PATH (all) may be left out.
 * @throws ReadError where they cannot be compared
 */
export async function compare(
  args: readonly string[],
  options: Pick<SettingsOptions, 'config'>,
  host: CliHost,
): Promise<Comparison> {
  const { cwd } = host
  const { baseName, headName, path } = await namesOf(args, cwd)
  const [baseCommit, headCommit, prefix, python] = await Promise.all([
    commitOf(cwd, baseName),
    headName === undefined ? null : commitOf(cwd, headName),
    path === undefined ? '' : pathFromTop(cwd, path),
    host.loadParser(),
  ])
  const [settings] = await readRoots(['.'], cwd, { ...options, baseline: false }, python)
  const unread: { file: string; reason: string }[] = []
  const [base, head, commits] = await Promise.all([
    commitTree(cwd, baseName, baseCommit),
    headCommit === null ? onDisk(cwd, unread) : commitTree(cwd, headName ?? '', headCommit),
    taggedCommits(cwd, baseCommit, headCommit),
  ])
  const [sides, { notes, problems }] = await Promise.all([
    readTwoSides(base, head, python),
    notesBetween(base, head, noteEntries),
  ])
  const inPath = ({ file }: { readonly file: string }): boolean =>
    prefix === '' || file === prefix || file.startsWith(`${prefix}/`)
  if (prefix !== '' && ![base, head].some(tree => [...tree.files.keys()].some(file => inPath({ file }))))
    throw new ReadError(`cannot compare: neither side has ${path ?? ''}`)
  const changes = diffInventories(sides.base, sides.head).filter(inPath)
  const names = namesIn([...sides.base, ...sides.head])
  const announced = announce(changes, { notes, commits }, names)
  const judged = acceptChanges(announced, settings?.settings.acceptedChanges ?? [], host.today())
  return {
    base,
    head,
    changes: judged.changes,
    unmatched: prefix === '' ? judged.unmatched.map(entry => ({ entry, file: settings!.configFile })) : [],
    noteProblems: [...problems, ...(await misnamedNotes(notes, announced, sides, [base, head]))],
    incomplete: [...unread, ...sides.incomplete].filter(inPath),
    looked: sides.looked.size,
  }
}

/** As git does, a second word is a revision where it is one, and else a path. */
async function namesOf(
  [baseName, second, third]: readonly string[],
  cwd: string,
): Promise<{ baseName: string; headName?: string; path?: string }> {
  if (baseName === undefined) throw new ReadError('cannot compare: say with what')
  if (third !== undefined) return { baseName, headName: second!, path: third }
  if (second === undefined) return { baseName }
  if ((await findCommit(cwd, second)) !== undefined) return { baseName, headName: second }
  // A word that means neither is most likely a revision that is misspelt.
  const known = await gitText(cwd, ['ls-files', '-z', '--cached', '--others', '--', `:(literal)${second}`])
  if (known === '') throw new ReadError(`cannot compare: "${second}" is no commit, branch, tag or path here`)
  return { baseName, path: second }
}

async function pathFromTop(cwd: string, path: string): Promise<string> {
  const prefix = (await gitText(cwd, ['rev-parse', '--show-prefix'])).trimEnd()
  const parts: string[] = []
  for (const part of `${prefix}${path}`.split('/')) {
    if (part === '..' && parts.pop() === undefined) throw new ReadError(`cannot compare: ${path} is outside`)
    if (part !== '..' && part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/')
}

async function onDisk(cwd: string, unread: { file: string; reason: string }[]): Promise<Tree> {
  const top = (await gitText(cwd, ['rev-parse', '--show-toplevel'])).replace(/\r?\n$/, '')
  return workTree(
    top,
    file => kindOfPath(file) === pythonFiles || isNote(file),
    (file, error) => unread.push({ file, reason: `cannot be read: ${reasonOf(error)}` }),
  )
}
