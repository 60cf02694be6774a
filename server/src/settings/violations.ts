import type { JsonType, Schema } from './schema'
import { shown, unknownKey } from './unknownKey'

/** Keys and indices from the top of a document downwards. */
export type JsonPath = readonly (string | number)[]

/** One thing that a schema does not allow. */
export interface Violation {
  readonly path: JsonPath
  /** Whether it is the key that is wrong, rather than its value. */
  readonly atKey: boolean
  /** What is wrong, in a sentence: only made when somebody is told. */
  readonly say: () => string
  /** The least that has to be left out for the rest to be as it should. */
  readonly drop: JsonPath
}

/** What in `value` the schema does not allow. Goes as deep as the value, and takes a time that grows with it only. */
export function violations(value: unknown, schema: Schema): readonly Violation[] {
  return check(value, schema, { path: [], drop: [] }, schema)
}

interface Place {
  readonly path: JsonPath
  readonly drop: JsonPath
}

function check(value: unknown, given: Schema, place: Place, root: Schema): readonly Violation[] {
  const schema = resolve(given, root)
  if (schema.anyOf !== undefined) return checkAny(value, schema, place, root)
  if (!isAllowed(value, schema)) return [violation(place, () => wrong(value, schema))]
  if (Array.isArray(value)) return checkItems(value, schema, place, root)
  return isObject(value) ? checkObject(value, schema, place, root) : []
}

function resolve(schema: Schema, root: Schema): Schema {
  const name = schema.$ref?.replace('#/definitions/', '')
  return (name === undefined ? undefined : root.definitions?.[name]) ?? schema
}

/** Mistakes inside the one form that was meant are told as such; else that none of the forms fits. */
function checkAny(value: unknown, schema: Schema, place: Place, root: Schema): readonly Violation[] {
  const found = (schema.anyOf ?? []).map(one => ({ one: resolve(one, root), wrong: check(value, one, place, root) }))
  if (found.some(({ wrong }) => wrong.length === 0)) return []
  const meant = found.filter(({ one }) => isOfType(value, one.type))
  const [only] = meant
  if (only !== undefined && meant.length === 1 && isObject(value)) return only.wrong
  return [violation(place, () => wrong(value, schema))]
}

function isAllowed(value: unknown, schema: Schema): boolean {
  if (!isOfType(value, schema.type)) return false
  if (schema.enum !== undefined && !schema.enum.some(one => one === value)) return false
  if (typeof value === 'string') {
    return value.length >= (schema.minLength ?? 0) && new RegExp(schema.pattern ?? '').test(value)
  }
  if (typeof value === 'number') return value >= (schema.minimum ?? -Infinity)
  if (Array.isArray(value)) {
    return value.length >= (schema.minItems ?? 0) && value.length <= (schema.maxItems ?? Infinity)
  }
  return !isObject(value) || Object.keys(value).length >= (schema.minProperties ?? 0)
}

function checkItems(value: readonly unknown[], schema: Schema, place: Place, root: Schema): readonly Violation[] {
  const { items } = schema
  if (items === undefined) return []
  return value.flatMap((item, index) => {
    const path = [...place.path, index]
    return check(item, items, { path, drop: path }, root)
  })
}

function checkObject(
  value: Readonly<Record<string, unknown>>,
  schema: Schema,
  place: Place,
  root: Schema,
): readonly Violation[] {
  const missing = (schema.required ?? []).filter(key => !Object.hasOwn(value, key))
  return [
    ...missing.map(key => violation(place, () => `"${key}" is missing here.`)),
    ...Object.entries(value).flatMap(([key, item]) => {
      const path = [...place.path, key]
      const known = schemaOf(key, schema)
      if (known === undefined) {
        if (schema.additionalProperties !== false) return []
        return [{ path, drop: path, atKey: true, say: () => unknownKey(key, Object.keys(schema.properties ?? {})) }]
      }
      return check(item, known, { path, drop: schema.required?.includes(key) === true ? place.drop : path }, root)
    }),
  ]
}

function schemaOf(key: string, schema: Schema): Schema | undefined {
  if (schema.properties !== undefined && Object.hasOwn(schema.properties, key)) return schema.properties[key]
  return Object.entries(schema.patternProperties ?? {}).find(([pattern]) => new RegExp(pattern).test(key))?.[1]
}

function violation(place: Place, say: () => string): Violation {
  return { ...place, atKey: false, say }
}

function isOfType(value: unknown, type: Schema['type']): boolean {
  if (type === undefined) return true
  const types: readonly JsonType[] = typeof type === 'string' ? [type] : type
  return types.some(one => {
    if (one === 'null') return value === null
    if (one === 'array') return Array.isArray(value)
    if (one === 'object') return isObject(value)
    return one === 'integer' ? Number.isInteger(value) : typeof value === one
  })
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function wrong(value: unknown, schema: Schema): string {
  if (schema.errorMessage !== undefined) return schema.errorMessage
  if (Array.isArray(value) && value.length > (schema.maxItems ?? Infinity)) {
    return `A list of ${value.length} is not allowed here: it may have ${schema.maxItems}.`
  }
  return `${shown(value)} is not allowed here: it has to be ${expected(schema)}.`
}

function expected(schema: Schema): string {
  if (schema.enum !== undefined) return listed(schema.enum.map(one => JSON.stringify(one)))
  if (schema.minLength !== undefined) return 'a text that is not empty'
  if (schema.minItems !== undefined) return 'a list that is not empty'
  const types: readonly JsonType[] = typeof schema.type === 'string' ? [schema.type] : (schema.type ?? [])
  return listed(types.map(type => typeNames[type]))
}

const typeNames: Readonly<Record<JsonType, string>> = {
  object: 'an object',
  array: 'a list',
  string: 'a text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  null: 'null',
}

function listed(words: readonly string[]): string {
  return words.join(', ').replace(/, (?=[^,]*$)/, ' or ')
}
