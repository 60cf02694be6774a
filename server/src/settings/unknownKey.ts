import { closestTo } from '../engine/index'

/** Names the key, and the known one that is most like it. */
export function unknownKey(key: string, known: readonly string[]): string {
  const closest = closestTo(key, known)
  return `${shown(key)} is not known here.${closest === undefined ? '' : ` Did you mean "${closest}"?`}`
}

/** A value as it is quoted to people. */
export function shown(value: unknown): string {
  const text = JSON.stringify(value)
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}
