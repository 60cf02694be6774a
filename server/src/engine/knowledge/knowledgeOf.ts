import type { Option } from '../oslo/option'
import { cinderEntries } from './cinderEntries'
import type { Entry } from './entry'
import { keystoneEntries } from './keystoneEntries'
import { novaEntries } from './novaEntries'

/** By where a project keeps its own options. */
const projects: readonly { readonly files: RegExp; readonly entries: readonly Entry[] }[] = [
  { files: /(^|\/)nova\/conf\/[\w/]+\.py$/, entries: novaEntries },
  { files: /(^|\/)cinder\/[\w/]+\.py$/, entries: cinderEntries },
  { files: /(^|\/)keystone\/conf\/\w+\.py$/, entries: keystoneEntries },
]

/**
 * What is known of an option of Nova, Cinder or Keystone beyond its declaration; undefined for others, and for what was
 * never written down.
 */
export function knowledgeOf(option: Option): Entry | undefined {
  if (option.name.kind !== 'known') return undefined
  const { value } = option.name
  return projects
    .find(({ files }) => files.test(option.file))
    ?.entries.find(entry => entry.name === value && option.membership.groups.includes(entry.group))
}
