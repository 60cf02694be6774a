import { type Json, compactJson } from '../engine/index'
import { safeJson } from '../safe/text'

/** JSON text on one line, without invisible characters. */
export function writeJson(value: Json): string {
  return safeJson(compactJson(value))
}
