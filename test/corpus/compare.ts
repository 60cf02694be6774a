import type { TrueOption } from './truth'

/** The attributes that are scored, by their names in the inventory and in the truth (null: made of several). */
export const attributes = {
  type: 'type',
  name: 'name',
  group: null,
  default: 'default',
  secret: 'secret',
  choices: 'choices',
  min: 'min',
  max: 'max',
  mutable: 'mutable',
  deprecatedForRemoval: 'deprecated_for_removal',
  required: 'required',
  helpLength: null,
  advanced: 'advanced',
  dest: 'dest',
  metavar: 'metavar',
  sampleDefault: 'sample_default',
  helpSha1: null,
  positional: 'positional',
  deprecatedNames: null,
} as const
export type Attribute = keyof typeof attributes

/** `null`: reported as null where the truth has a value, "I could not tell". */
export type Verdict = 'agree' | 'wrong' | 'null'

const flags = new Set<Attribute>(['secret', 'mutable', 'deprecatedForRemoval', 'required', 'advanced', 'positional'])

/** What the truth says of an attribute, and whether it can be checked at all. */
export function trueValue(attribute: Attribute, option: TrueOption): { checkable: boolean; value: unknown } {
  switch (attribute) {
    case 'group': {
      const value = [...new Set([...option.groups, ...option.listed_groups])].sort()
      return { checkable: value.length > 0, value }
    }
    case 'helpLength':
      return { checkable: true, value: option.help?.length ?? null }
    case 'helpSha1':
      return { checkable: true, value: option.help?.sha1 ?? null }
    case 'deprecatedNames':
      return { checkable: true, value: option.deprecated_opts.flatMap(([, name]) => (name ? [name] : [])).sort() }
    case 'default':
      return { checkable: option.default_json && !option.default_env && !option.stubbed, value: option.default }
    case 'choices':
      return {
        checkable: !option.stubbed && !JSON.stringify(option.value_type).includes('choices_repr'),
        value: option['choices'] ?? null,
      }
    case 'min':
    case 'max': {
      // PortOpt's own 0..65535 is not something the source says.
      const implied = option.type === 'PortOpt' && !option.syntax?.kwargs?.includes(attribute)
      return { checkable: !implied, value: option[attribute] ?? null }
    }
    default:
      return { checkable: true, value: option[attributes[attribute]] ?? null }
  }
}

/** The verdict on a reported value; undefined when the truth cannot tell. */
export function compare(attribute: Attribute, option: TrueOption, reported: unknown): Verdict | undefined {
  const { checkable, value: truth } = trueValue(attribute, option)
  if (!checkable) return undefined
  if (reported === null) return truth === null ? 'agree' : 'null'
  if (attribute === 'group') return compareGroups(reported, truth as string[])
  if (attribute === 'type') return verdict(typeof reported === 'string' && namesClass(reported, option))
  if (attribute === 'deprecatedNames') return verdict(sameNames(reported as string[], truth as string[]))
  if (flags.has(attribute)) return verdict(Boolean(truth) === reported)
  return verdict(same(attribute === 'choices' ? choiceValues(reported, option) : reported, truth))
}

function compareGroups(reported: unknown, truth: readonly string[]): Verdict {
  const names = (Array.isArray(reported) ? reported : [reported]).map(String)
  if (names.length === 0) return 'null'
  return verdict(names.every(name => truth.includes(name)))
}

function namesClass(reported: string, { type, base }: TrueOption): boolean {
  return [reported, reported.split('.').at(-1)].some(name => name === type || (base !== undefined && name === base))
}

/** oslo.config adds a twin with `_` for each `-`; a reader may or may not report it. */
function sameNames(reported: readonly string[], truth: readonly string[]): boolean {
  const normal = (names: readonly string[]): Set<string> => new Set(names.map(name => name.replaceAll('-', '_')))
  const [mine, theirs] = [normal(reported), normal(truth)]
  return (
    reported.every(name => truth.includes(name)) && mine.size === theirs.size && [...mine].every(n => theirs.has(n))
  )
}

/** [value, description] pairs are taken as their values. */
function choiceValues(reported: unknown, option: TrueOption): unknown {
  if (!Array.isArray(reported))
    return reported !== null && typeof reported === 'object' ? Object.keys(reported) : reported
  const described = option.choices_described === true
  return reported.map((item: unknown) =>
    described && Array.isArray(item) && item.length === 2 ? (item[0] as unknown) : item,
  )
}

function verdict(right: boolean): Verdict {
  return right ? 'agree' : 'wrong'
}

/** Equality of JSON values; floats may differ in the last digits. */
export function same(a: unknown, b: unknown): boolean {
  if (typeof a === 'number' && typeof b === 'number') {
    return a === b || Math.abs(a - b) < 1e-9 * Math.max(Math.abs(a), Math.abs(b))
  }
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((item, i) => same(item, b[i]))
  if (isDict(a) && isDict(b)) {
    const keys = Object.keys(a)
    return keys.length === Object.keys(b).length && keys.every(key => key in b && same(a[key], b[key]))
  }
  return a === b
}

function isDict(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const literalKinds = new Set(['Constant', 'List', 'Tuple', 'Dict', 'UnaryOp', 'Set'])
const sourceNames: Partial<Record<Attribute, string>> = {
  deprecatedForRemoval: 'deprecated_for_removal',
  helpLength: 'help',
  sampleDefault: 'sample_default',
}

/** Whether the source writes the attribute as a plain literal. */
export function isLiteral(attribute: Attribute, option: TrueOption): boolean {
  if (attribute === 'type') return true
  if (attribute === 'group') return false
  const kind = option.syntax?.[`${sourceNames[attribute] ?? attribute}_kind`]
  return attribute === 'name' ? kind === 'Constant' : typeof kind === 'string' && literalKinds.has(kind)
}
