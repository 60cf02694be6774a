/**
 * The files of Nova that are read together, by the folder that they lie in: `nova.conf` first, then its like, then those
 * of a folder `nova.conf.d`, as the packages of distributions start Nova. Names are paths or URIs.
 */
export function readTogether(files: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>()
  for (const file of files) {
    const folder = file.includes('/') ? file.slice(0, file.lastIndexOf('/')) : '.'
    const home = folder.replace(/(^|\/)[^/]*\.conf\.d$/, '') || '.'
    groups.set(home, [...(groups.get(home) ?? []), file])
  }
  const rank = (file: string): number => (/(^|\/)nova\.conf$/.test(file) ? 0 : /\.conf\.d\//.test(file) ? 2 : 1)
  for (const together of groups.values()) together.sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
  return groups
}
