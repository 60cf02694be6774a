import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

/**
 * What oslo.config itself says of every option that a project declares: made by running its code with `Opt.__init__`
 * watched, not by parsing. Lines count from 1, columns from 0 in UTF-8 bytes.
 */
export interface Truth {
  readonly project: string
  readonly files: Readonly<Record<string, readonly TrueOption[]>>
  /** Option calls that the run never reached. */
  readonly unobserved: Readonly<Record<string, readonly UnobservedCall[]>>
  /** Calls that make options inside a library. */
  readonly indirect: Readonly<Record<string, readonly LineRange[]>>
  readonly import_errors: readonly { readonly file: string; readonly recovered: boolean }[]
}

export interface LineRange {
  readonly line: number
  readonly endLine: number
}
export interface UnobservedCall extends LineRange {
  readonly in_function?: boolean
  readonly conditional?: boolean
}

/** A finished option object; the names are oslo.config's own. */
export interface TrueOption extends LineRange {
  readonly col: number
  readonly name: string
  /** The class, and its class in oslo.config. */
  readonly type: string
  readonly base?: string
  readonly groups: readonly string[]
  readonly listed_groups: readonly string[]
  readonly help: { readonly length: number; readonly sha1: string } | null
  readonly deprecated_opts: readonly (readonly [group: string | null, name: string | null])[]
  readonly default: unknown
  /** Whether the default is a JSON value. */
  readonly default_json: boolean
  /** Whether the default depends on the machine. */
  readonly default_env?: boolean
  readonly stubbed?: boolean
  readonly choices_described?: boolean
  readonly value_type: unknown
  /** How the source writes it. */
  readonly syntax?: Readonly<Record<string, unknown>> & { readonly kwargs?: readonly string[] }
  readonly [attribute: string]: unknown
}

export const truthFolder = join(__dirname, 'truth')

export const projects = ['nova', 'heat', 'placement', 'libs'] as const

/** The truth about one project. */
export function readTruth(project: string): Truth {
  return JSON.parse(gunzipSync(readFileSync(join(truthFolder, `${project}.json.gz`))).toString('utf8')) as Truth
}
