import type { JsonType, Schema } from './schema'

/** Keys and indices from the top of a document downwards. */
export type JsonPath = readonly (string | number)[]

/** One thing that a schema does not allow. */
export interface Violation {
  readonly path: JsonPath
  /** Whether it is the key that is wrong, rather than its value. */
  readonly atKey: boolean
  readonly message: string
  /** The least that has to be left out for the rest to be as it should. */
  readonly drop: JsonPath
}

/** What in `value` the schema does not allow: one sentence for each mistake. */
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
  if (!isAllowed(value, schema)) return [violation(place, wrong(value, schema))]
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
  return [violation(place, wrong(value, schema))]
}

function isAllowed(value: unknown, schema: Schema): boolean {
  if (!isOfType(value, schema.type)) return false
  if (schema.enum !== undefined && !schema.enum.some(one => one === value)) return false
  if (typeof value === 'string') {
    return value.length >= (schema.minLength ?? 0) && new RegExp(schema.pattern ?? '').test(value)
  }
  if (typeof value === 'number') return value >= (schema.minimum ?? -Infinity)
  if (Array.isArray(value)) return value.length >= (schema.minItems ?? 0)
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
    ...missing.map(key => violation(place, `"${key}" is missing here.`)),
    ...Object.entries(value).flatMap(([key, item]) => {
      const path = [...place.path, key]
      const known = schemaOf(key, schema)
      if (known === undefined) {
        if (schema.additionalProperties !== false) return []
        return [{ path, drop: path, atKey: true, message: unknownKey(key, Object.keys(schema.properties ?? {})) }]
      }
      return check(item, known, { path, drop: schema.required?.includes(key) === true ? place.drop : path }, root)
    }),
  ]
}

function schemaOf(key: string, schema: Schema): Schema | undefined {
  if (schema.properties !== undefined && Object.hasOwn(schema.properties, key)) return schema.properties[key]
  return Object.entries(schema.patternProperties ?? {}).find(([pattern]) => new RegExp(pattern).test(key))?.[1]
}

function violation(place: Place, message: string): Violation {
  return { ...place, atKey: false, message }
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

function shown(value: unknown): string {
  const text = JSON.stringify(value)
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}

/** Names the key, and the known one that is most like it. */
export function unknownKey(key: string, known: readonly string[]): string {
  const closest = known
    .map(name => ({ name, distance: distance(key.toLowerCase(), name.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance)[0]
  const isClose = closest !== undefined && closest.distance <= Math.max(2, Math.floor(key.length / 4))
  return `${shown(key)} is not known here.${isClose ? ` Did you mean "${closest.name}"?` : ''}`
}

/** How many letters have to be added, taken away or changed to make one word of another. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const changed = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(changed, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}
