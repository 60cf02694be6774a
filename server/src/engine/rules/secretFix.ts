import type { Option } from '../oslo/option'
import { setKeyword } from './fixes'
import type { Fix } from './rule'

/** Marks the option as a secret: changes what is logged and nothing else, so it is safe in bulk. */
export function addSecret(option: Option): readonly Fix[] {
  const edits = setKeyword(option, 'secret', 'True')
  return edits === undefined ? [] : [{ title: 'Add secret=True', edits, safe: true }]
}
