import { LineIndex } from '../engine/index'
import type { Range } from '../engine/index'
import { NodeFinder, parseJson, valueOf } from './jsonTree'
import type { JsonError } from './jsonTree'
import { largestSettings } from './limits'
import { PathTree } from './pathTree'
import type { Schema } from './schema'
import { violations } from './violations'
import type { JsonPath } from './violations'

/** Something wrong in a file of settings. */
export interface SettingsProblem {
  /** The file, from the folder that the settings are for. */
  readonly file: string
  readonly range: Range
  readonly message: string
}

/** A file of settings that has been read and checked. */
export interface JsonFile {
  /** What its schema allows of it; undefined when nothing could be read. */
  readonly value: unknown
  readonly problems: readonly SettingsProblem[]
  /** Whether everything at and below a path is as the schema has it. */
  isWhole(path: JsonPath): boolean
  /**
   * A problem at a value, or the nearest one around it that exists; at its key, when that is what is wrong. What is to be
   * said is made when somebody reads it: of many problems, few are shown.
   */
  problem(path: JsonPath, say: string | (() => string), atKey?: boolean): SettingsProblem
}

/**
 * Reads JSON of at most `largest` UTF-16 units (comments and trailing commas are fine), and leaves out what the schema does not allow. Never fails, and
 * takes a time that grows with the text only.
 */
export function readJson(file: string, text: string, schema: Schema, largest = largestSettings): JsonFile {
  const lines = new LineIndex(text)
  const problemAt = (span: { offset: number; length: number }, say: string | (() => string)): SettingsProblem => ({
    file,
    range: lines.rangeOf({ start: span.offset, end: span.offset + span.length }),
    get message() {
      return typeof say === 'string' ? say : say()
    },
  })
  const parsed = text.length > largest ? { error: tooLarge(text.length, largest) } : parseJson(text)
  if ('error' in parsed) {
    const { error } = parsed
    const problem = (_path: JsonPath, say: string | (() => string)) => problemAt({ offset: 0, length: 0 }, say)
    return { value: undefined, problems: [problemAt(error, error.message)], isWhole: () => false, problem }
  }
  const finder = new NodeFinder(parsed.root)
  const problem: JsonFile['problem'] = (path, say, atKey = false) => problemAt(finder.nearest(path, atKey), say)
  const value = valueOf(parsed.root)
  const found = violations(value, schema)
  const broken = new PathTree(found.map(({ path }) => path))
  return {
    value: without(value, new PathTree(found.map(({ drop }) => drop))),
    problems: found.map(({ path, say, atKey }) => problem(path, say, atKey)),
    isWhole: path => !broken.has(path),
    problem,
  }
}

function tooLarge(length: number, largest: number): JsonError {
  const message = `The file has ${length} characters, and no more than ${largest} are read.`
  return { offset: 0, length: 0, message }
}

/** What is left of a value without the parts at some paths; in lists, a gap stays. */
function without(value: unknown, dropped: PathTree | undefined): unknown {
  if (dropped === undefined) return value
  if (dropped.isEnd) return undefined
  if (Array.isArray(value)) return value.map((item, index) => without(item, dropped.step(index)))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]) => {
      const left = without(item, dropped.step(key))
      return left === undefined ? [] : [[key, left]]
    }),
  )
}
