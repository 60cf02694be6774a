import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { numberOf } from '../../../server/src/engine/index'
import type { PyValue, Range } from '../../../server/src/engine/index'

/** What became of a program: the numbers of the statements that were kept, and each run's defaults by option name. */
export interface Answer {
  readonly kept: readonly number[]
  readonly outcomes: readonly Readonly<Record<string, unknown>>[]
}

/** How often each program is run, with other answers from outside. */
const runs = 4

/** Whether this machine has a Python 3 to ask. */
export function hasPython(): boolean {
  return spawnSync('python3', ['-c', 'import sys; sys.exit(sys.version_info < (3, 10))']).status === 0
}

/** Runs programs, each a list of statements behind the same prelude; the answers come in the same order. */
export function runPrograms(prelude: string, programs: readonly (readonly string[])[]): Answer[] {
  return ask(['programs', String(runs)], [prelude, ...programs], programs.length) as Answer[]
}

/** A call of an option class: its place in the module, and the values of its arguments by name. */
export interface Declared {
  readonly range: Range
  /** A list of the one value, or null where it cannot be evaluated by itself. */
  readonly arguments: Readonly<Record<string, readonly [unknown] | null>>
}

/** The option calls of modules, in the same order; null for one that is no Python. */
export function declarationsIn(modules: readonly string[]): (readonly Declared[] | null)[] {
  return ask(['declarations'], modules, modules.length) as (readonly Declared[] | null)[]
}

function ask(mode: readonly string[], questions: readonly unknown[], answers: number): unknown[] {
  const script = fileURLToPath(new URL('oracle.py', import.meta.url))
  const { stdout, stderr, status } = spawnSync('python3', ['-I', script, ...mode], {
    input: questions.map(line => JSON.stringify(line) + '\n').join(''),
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  })
  const lines = stdout.split('\n').filter(line => line !== '')
  if (lines.length !== answers) throw new Error(`python3 ended (${status}) behind ${lines.length} answers: ${stderr}`)
  return lines.map(line => JSON.parse(line) as unknown)
}

/** Whether what we hold is the value that Python has told of. */
export function same(ours: PyValue, told: unknown): boolean {
  if (ours === null || typeof ours === 'boolean' || typeof ours === 'string') return ours === told
  if (typeof told !== 'object' || told === null) return false
  const [[sort, content] = []] = Object.entries(told) as [string, unknown][]
  if (typeof ours !== 'object') return sort === 'int' && BigInt(content as string) === BigInt(ours)
  if (sort !== ours.py) return false
  switch (ours.py) {
    case 'float':
      return Object.is(floatOf(content as string), ours.value)
    case 'bytes':
      return content === ours.value
    case 'list':
    case 'tuple':
      return sameItems(ours.items, content as unknown[])
    case 'set': {
      // Which of two equal members stays, 1 or True, is of no interest.
      const told = content as unknown[]
      return ours.items.length === told.length && ours.items.every(item => told.some(each => sameMember(item, each)))
    }
    case 'dict':
      return sameItems(ours.entries.flat(), (content as unknown[][]).flat())
  }
}

function sameMember(ours: PyValue, told: unknown): boolean {
  const number = typeof ours === 'boolean' ? Number(ours) : numberOf(ours)
  const other = typeof told === 'boolean' ? Number(told) : Object.values(told ?? {}).map(Number)[0]
  return same(ours, told) || (number !== undefined && number === other)
}

function sameItems(ours: readonly PyValue[], told: readonly unknown[]): boolean {
  return ours.length === told.length && ours.every((item, at) => same(item, told[at]))
}

function floatOf(text: string): number {
  return text === 'inf' ? Infinity : text === '-inf' ? -Infinity : Number(text)
}
