/**
 * What tells one option from another, however it is written: `virt-type` and `virt_type` are one, as are `[LibVirt]` and
 * `[libvirt]` in a file that oslo.config reads; only `[DEFAULT]` is itself alone.
 */
export interface OptionKey {
  /** The group in lower case; `DEFAULT` for options without a group. */
  readonly group: string
  /** The name that code reads it by, with underscores. */
  readonly dest: string
}

/** The key of an option, from its group as it is registered or written in a file, and its name or dest. */
export function optionKey(group: string, name: string): OptionKey {
  return { group: groupKey(group), dest: name.replaceAll('-', '_') }
}

/** What all spellings of a group's name share. */
export function groupKey(group: string): string {
  return group === defaultGroup ? group : group.toLowerCase()
}

/** A text that is the same for the same key, for maps. No group or name has a line end. */
export function keyText({ group, dest }: OptionKey): string {
  return `${group}\n${dest}`
}

/** The group of options that are registered without one. */
export const defaultGroup = 'DEFAULT'
