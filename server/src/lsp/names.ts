import type { Option } from '../engine/index'

/** An option as an operator writes it: `[libvirt] virt_type`; the name alone while its group is not known. */
export function qualifiedName(option: Option, group?: string): string {
  const { groups } = option.membership
  const shown = group === undefined ? groups : [group]
  return [...shown.map(name => `[${name}]`), option.displayName].join(' ')
}
