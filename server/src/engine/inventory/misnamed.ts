import { closestTo } from '../closestName'
import type { Option } from '../oslo/option'
import { groupKey, keyText, optionKey } from '../oslo/optionKey'
import { knownValue } from '../python/value'
import type { ReleaseNote } from './announce'
import type { Change } from './change'
import { placedIn, shown } from './placed'

/** A name in a release note that is no option of what was read, and the changed option that it is most like. */
export interface Misnaming {
  readonly path: string
  readonly group: string
  readonly name: string
  /** `[api] listen_address` */
  readonly meant: string
  /** Whether the name is right and the group is not. */
  readonly isElsewhere: boolean
}

/** `[group] name`, in all spellings. */
const written = /\[\s*([\w.-]{1,100})\s*\][\s/`'":.]{1,10}([a-z][\w-]{1,100})(?![\w-]|\.py|\()/gi

/**
 * What notes call by group and name, and nothing of what was read declares: where a changed option is called nearly so, or so in
 * another group. Options that were not read may bear the name: that is for whoever asks to find out.
 */
export function misnamedIn(
  notes: readonly ReleaseNote[],
  changes: readonly Change[],
  options: readonly Option[],
): Misnaming[] {
  const keys = new Set(options.flatMap(namesOf).map(keyText))
  const found = new Map<string, Misnaming>()
  for (const { path, entries } of notes)
    for (const { text } of entries)
      for (const [, group = '', name = ''] of text.matchAll(written)) {
        if (keys.has(keyText(optionKey(group, name)))) continue
        const meant = meantBy(group, name, changes)
        if (meant !== undefined) found.set(`${path}\n${group}\n${name}`, { path, group, name, ...meant })
      }
  return [...found.values()]
}

function meantBy(
  group: string,
  name: string,
  changes: readonly Change[],
): Pick<Misnaming, 'meant' | 'isElsewhere'> | undefined {
  const dest = name.replaceAll('-', '_')
  // A word of prose may stand behind a group, too: an option's name has several.
  if (!dest.includes('_')) return undefined
  const all = changes.flatMap(({ names }) => names)
  const elsewhere = all.find(one => one.group !== null && one.name.replaceAll('-', '_') === dest)
  if (elsewhere !== undefined) return { meant: shown(elsewhere.group, elsewhere.name), isElsewhere: true }
  const here = all.filter(one => one.group !== null && groupKey(one.group) === groupKey(group))
  const near = closestTo(
    dest,
    here.map(one => one.name.replaceAll('-', '_')),
  )
  return near === undefined ? undefined : { meant: shown(group, near), isElsewhere: false }
}

/** All names that an option is set by: its own, and the old ones. */
function namesOf(option: Option) {
  return placedIn([option]).flatMap(({ group, name }) => {
    if (group === null) return []
    const old = knownValue(option.deprecatedOpts) ?? []
    return [optionKey(group, name), ...old.map(one => optionKey(one.group ?? group, one.name ?? name))]
  })
}
