import type { Option } from '../oslo/option'
import type { Entry } from './entry'
import { novaEntries } from './novaEntries'

/** What is known of an option of Nova beyond its declaration; undefined for others, and for what was never written down. */
export function knowledgeOf(option: Option): Entry | undefined {
  if (option.name.kind !== 'known' || !/(^|\/)nova\/conf\/[\w/]+\.py$/.test(option.file)) return undefined
  const { value } = option.name
  return novaEntries.find(entry => entry.name === value && option.membership.groups.includes(entry.group))
}
