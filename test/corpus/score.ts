import { type Attribute, type Verdict, attributes, compare, isLiteral, trueValue } from './compare'
import { type Entry, type Site, excuseFor, siteFor, sitesAround, sitesByFile } from './sites'
import type { TrueOption, Truth } from './truth'

/**
 * How an inventory compares with the truth. The unit is a call site; several options made at one site (a loop, a
 * factory) are one site, and any of their values agrees.
 */
export interface Score {
  readonly counts: Counts
  readonly attributes: Readonly<Record<Attribute, AttributeCounts>>
  /** Sites that no entry speaks of. */
  readonly misses: readonly Site[]
  /** Entries that are no declaration. */
  readonly false: readonly Entry[]
  /** Sites that more entries speak of than there are options. */
  readonly repeated: readonly Site[]
  /** Entries at option calls which the run never reached: neither right nor wrong. */
  readonly unverified: readonly Entry[]
  readonly wrong: readonly Difference[]
  readonly open: readonly Difference[]
}

export interface Counts {
  sites: number
  foundSites: number
  /** Entries that are right, a second report of the same declaration not counted. */
  matched: number
  false: number
  duplicates: number
  unverified: number
  indirect: number
  skipped: number
  /** Names that exist at run time, and those of them that are reported. */
  options: number
  optionsNamed: number
}

/** `missing`: the key was left out; `literal`: those of null and missing that the source writes as a plain literal. */
export type AttributeCounts = Record<Verdict | 'missing' | 'uncheckable' | 'literal', number>

/** Where an entry is wrong, or says nothing, about something the truth knows. */
export interface Difference {
  readonly attribute: Attribute
  readonly file: string
  readonly line: number
  readonly name: string
  /** undefined: left open. */
  readonly reported: unknown
  readonly truth: unknown
}

/** Scores the entries of one project's inventory. */
export function score(entries: readonly Entry[], truth: Truth): Score {
  const sites = sitesByFile(truth)
  const counts = emptyCounts()
  const entriesAt = new Map<Site, Entry[]>()
  const falseEntries: Entry[] = []
  const unverified: Entry[] = []
  for (const entry of entries) {
    const site = siteFor(entry, sitesAround(entry, sites.get(entry.file) ?? []))
    if (site !== undefined) {
      entriesAt.set(site, [...(entriesAt.get(site) ?? []), entry])
      counts.matched += 1
      continue
    }
    const excuse = excuseFor(entry, truth)
    counts[excuse ?? 'false'] += 1
    if (excuse === undefined) falseEntries.push(entry)
    if (excuse === 'unverified') unverified.push(entry)
  }
  const judged = new Judgement()
  const misses: Site[] = []
  const repeated: Site[] = []
  for (const site of [...sites.values()].flat()) {
    counts.sites += 1
    counts.options += site.names.size
    const found = entriesAt.get(site)
    if (found !== undefined && found.length > site.names.size) repeated.push(site)
    if (found === undefined) misses.push(site)
    else countSite(site, found, counts, judged)
  }
  const { wrong, open } = judged
  return { counts, attributes: judged.counts, misses, false: falseEntries, repeated, unverified, wrong, open }
}

function countSite(site: Site, found: readonly Entry[], counts: Counts, judged: Judgement): void {
  counts.foundSites += 1
  const repeated = Math.max(0, found.length - site.names.size)
  counts.duplicates += repeated
  counts.matched -= repeated
  counts.false += repeated
  counts.optionsNamed += [...site.names].filter(name => found.some(entry => entry.name === name)).length
  const atLine = (entry: Entry): number => Number(entry.line !== site.line)
  const [first] = [...found].sort((a, b) => atLine(a) - atLine(b) || a.line - b.line)
  if (first === undefined) return
  const named = site.options.filter(option => option.name === first.name)
  const candidates = named.length > 0 ? named : site.options
  for (const attribute of Object.keys(attributes) as Attribute[]) judged.add(attribute, first, site, candidates)
}

/** Gathers the verdicts on single attributes. */
class Judgement {
  readonly counts = Object.fromEntries(
    Object.keys(attributes).map(key => [key, { agree: 0, wrong: 0, null: 0, missing: 0, uncheckable: 0, literal: 0 }]),
  ) as Record<Attribute, AttributeCounts>
  readonly wrong: Difference[] = []
  readonly open: Difference[] = []

  add(attribute: Attribute, entry: Entry, site: Site, candidates: readonly TrueOption[]): void {
    const counts = this.counts[attribute]
    const checkable = candidates.filter(option => trueValue(attribute, option).checkable)
    const [option] = checkable
    if (option === undefined) {
      if (attribute in entry) counts.uncheckable += 1
      return
    }
    const reported = entry[attribute]
    const verdict =
      reported === undefined ? 'missing' : best(checkable.map(candidate => compare(attribute, candidate, reported)))
    counts[verdict] += 1
    if (verdict === 'agree') return
    const truth = trueValue(attribute, option).value
    const difference = { attribute, file: site.file, line: site.line, name: option.name, reported, truth }
    if (verdict === 'wrong') this.wrong.push(difference)
    else {
      this.open.push(difference)
      if (isLiteral(attribute, verdict === 'missing' ? option : (candidates[0] ?? option))) counts.literal += 1
    }
  }
}

function best(verdicts: readonly (Verdict | undefined)[]): Verdict {
  if (verdicts.includes('agree')) return 'agree'
  return verdicts.includes('null') ? 'null' : 'wrong'
}

function emptyCounts(): Counts {
  return {
    sites: 0,
    foundSites: 0,
    matched: 0,
    false: 0,
    duplicates: 0,
    unverified: 0,
    indirect: 0,
    skipped: 0,
    options: 0,
    optionsNamed: 0,
  }
}

/** How much of what the truth knows of an attribute is told rather than left open, 0 to 1. */
export function toldRate({ agree, wrong, null: open, missing }: AttributeCounts): number {
  const all = agree + wrong + open + missing
  return all === 0 ? 1 : (agree + wrong) / all
}
