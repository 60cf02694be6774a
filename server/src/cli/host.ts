import type { Catalogue, PythonParser } from '../engine/index'
import { label, visible } from '../safe/text'

/** The world that the command line runs in: `main.ts` gives the process's own, tests give theirs. */
export interface CliHost {
  /** The folder that relative PATHs start from. */
  readonly cwd: string
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  /** Whether `out` is to be coloured. */
  readonly colors: boolean
  /** The variables that a service started here would see. */
  readonly environment: Readonly<Record<string, string | undefined>>
  /** The day that it is, as `2026-11-26`. */
  readonly today: () => string
  readonly loadParser: () => Promise<PythonParser>
  /** The catalogue of options, with the history of these services. */
  readonly readCatalogue: (services: ReadonlySet<string>) => Catalogue
  /** The Markdown of a rule's page; undefined when there is none. */
  readonly readRulePage: (rule: string) => string | undefined
}

/** Of what is told on stderr, in characters: a path may have 4 096. */
const longestLine = 10_000

/** One line on stderr that does not end the run. */
export function warn(host: CliHost, line: string): void {
  host.err(`warning: ${label(line, longestLine)}\n`)
}

/** The one line on stderr that says why the run ended. */
export function tellError(host: CliHost, line: string): void {
  host.err(`error: ${label(line, longestLine)}\n`)
}

/** A path as a line of output begins with it: none that a build system would take for a command (`::`, `##`). */
export function shownPath(path: string): string {
  return visible(/^\s*(::|##)/.test(path) ? `./${path}` : path)
}

/** Ends the run with exit code 2 and its message as the one line on stderr. */
export class ReadError extends Error {}

/** 0: nothing to report, 1: findings, 2: usage or read error, or not everything was read. */
export type ExitCode = 0 | 1 | 2

/** What the command line says of places that are not read wholly. */
export interface Completeness {
  /** Do as if there were no such places. */
  readonly allowIncomplete?: boolean
}

/** The exit code of a reading: what was not read comes before what was found, for there may be more. */
export function exitCodeOf(
  incomplete: readonly unknown[],
  findings: number,
  { allowIncomplete }: Completeness,
): ExitCode {
  if (incomplete.length > 0 && allowIncomplete !== true) return 2
  return findings > 0 ? 1 : 0
}
