import type { LineRange, TrueOption, Truth } from './truth'

/** A call in the source that makes one option, or several (in a loop, a factory). */
export interface Site extends LineRange {
  readonly file: string
  readonly col: number
  readonly options: readonly TrueOption[]
  readonly names: ReadonlySet<string>
  /** Whether the source writes the name as a plain string. */
  readonly plainName: boolean
}

/** An entry of `inventory --format json`. */
export interface Entry {
  readonly file: string
  readonly line: number
  readonly type?: string
  readonly name?: string | null
  readonly [attribute: string]: unknown
}

/** The sites of each file. */
export function sitesByFile(truth: Truth): Map<string, Site[]> {
  const result = new Map<string, Site[]>()
  for (const [file, options] of Object.entries(truth.files)) {
    const groups = new Map<string, TrueOption[]>()
    for (const option of options) {
      const key = `${option.line}:${option.col}`
      groups.set(key, [...(groups.get(key) ?? []), option])
    }
    result.set(
      file,
      [...groups.values()].flatMap(group => siteOf(file, group)),
    )
  }
  return result
}

function siteOf(file: string, options: readonly TrueOption[]): Site[] {
  const [first] = options
  if (first === undefined) return []
  const { line, endLine, col } = first
  const names = new Set(options.map(option => option.name))
  const plainName = options.every(option => option.syntax?.['name_kind'] === 'Constant')
  return [{ file, line, endLine, col, options, names, plainName }]
}

/** The sites whose lines hold the entry's, best first. */
export function sitesAround(entry: Entry, sites: readonly Site[]): Site[] {
  const rank = (site: Site): number[] => [Number(site.line !== entry.line), site.endLine - site.line, site.col]
  return sites.filter(site => holds(site, entry.line)).sort((a, b) => compareLists(rank(a), rank(b)))
}

/** The site that an entry speaks of: the one with its name, else one whose name the source does not write plainly. */
export function siteFor(entry: Entry, around: readonly Site[]): Site | undefined {
  if (entry.type?.endsWith('DeprecatedOpt')) return undefined
  return around.find(site => site.names.has(entry.name ?? '')) ?? around.find(site => !site.plainName)
}

/** Why an entry that matches no site is still not wrong; undefined when it is. */
export function excuseFor(entry: Entry, truth: Truth): 'skipped' | 'unverified' | 'indirect' | undefined {
  if (/(^|\/)(tests?|functional|unit)\//.test(entry.file)) return 'skipped'
  const notImported = truth.import_errors.some(error => error.file === entry.file && !error.recovered)
  const unreached = (truth.unobserved[entry.file] ?? []).some(
    call => holds(call, entry.line) && Boolean(call.in_function || notImported || call.conditional),
  )
  if (notImported || unreached) return 'unverified'
  return (truth.indirect[entry.file] ?? []).some(call => holds(call, entry.line)) ? 'indirect' : undefined
}

function holds(range: LineRange, line: number): boolean {
  return range.line <= line && line <= range.endLine
}

function compareLists(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, i) => value !== b[i])
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0)
}
