import type { CatalogueData, OptionData, PackageData } from './catalogueData'

/** What is set today in the place of an option that is no more: what took its place may be no more, too. */
export function successor(all: PackageData['options'], { w: first }: OptionData): string | undefined {
  const seen = new Set<string>()
  let instead = first
  while (instead !== undefined && !seen.has(instead)) {
    seen.add(instead)
    const [group, dest] = parted(instead)
    const here = Object.entries(all[group] ?? {}).find(([name, option]) => destOf(name, option) === dest)?.[1]
    if (here?.u === undefined) return instead
    instead = here.w
  }
  return undefined
}

/** What files call an option. */
export function destOf(name: string, { k }: OptionData): string {
  return k ?? name.replaceAll('-', '_')
}

/** `20.0.0 (Train)`. */
export function labelOf(release: string): string {
  const [version = '', ...words] = release.split(' ')
  return words.length === 0 ? version : `${version} (${words.join(' ')})`
}

/** Whether a release has an option, by the indices of the first one that does and the first that no longer does. */
export function isIn(option: OptionData, at: number): boolean {
  return (option.i ?? 0) <= at && isNotGone(option, at) && option.n === undefined
}

export function isNotGone({ u = Infinity }: OptionData, at: number): boolean {
  return at < u
}

/** OpenStack keeps branches of releases since this one: what a library of then reads, somebody may set. */
export function oldestKept({ packages }: CatalogueData): number {
  const nova = packages.find(one => one.name === 'nova')
  return nova === undefined ? 0 : releaseAt(nova, '25')
}

/** `group/name` in two. */
export function parted(key: string): [string, string] {
  const slash = key.indexOf('/')
  return [key.slice(0, slash), key.slice(slash + 1)]
}

/** The index of the release that is meant, the newest where none is or it is not known. */
export function releaseAt({ releases }: PackageData, wanted: string | undefined): number {
  const at = wanted === undefined ? -1 : releaseIndex(releases, wanted)
  return at < 0 ? releases.length - 1 : at
}

/** `26`, `26.2.2` and `zed` are the release that begins with `26.`, `2023.1` the one of that name; -1 for none. */
export function releaseIndex(releases: readonly string[], wanted: string): number {
  const words = wanted
    .toLowerCase()
    .split(/\s+/)
    .filter(word => word !== '')
  if (words.length === 0) return -1
  return releases.findIndex(each => {
    const [version = '', ...names] = each.toLowerCase().split(' ')
    const major = version.slice(0, version.indexOf('.') + 1)
    return words.every(word => names.includes(word) || `${word}.`.startsWith(major))
  })
}
