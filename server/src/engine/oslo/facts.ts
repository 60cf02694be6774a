import { isUncertain, itemsIn } from '../python/values/certainty'
import type { Obj } from '../python/values/object'
import { toPlain } from '../python/values/plain'
import { absent, type Value } from '../python/value'
import { fingerprint } from './fingerprint'
import { layoutOf } from './layout'
import { asOslo, type OptionObj } from './objects'
import type { CallArgument, DefaultChange, DeprecatedName, GroupMembership, Option, Refusal } from './option'
import { asBoolean, asString, ParameterReader, type SourceText } from './parameters'
import { valueTypeOf } from './valueType'

/** What other places say of an option. */
export interface OptionContext {
  readonly membership: GroupMembership
  readonly defaultChanges: readonly DefaultChange[]
}

/** The plain facts of an option. `id` is filled in by whoever knows its siblings. */
export function factsOf(option: OptionObj, source: SourceText, id: string, context: OptionContext): Option {
  const call = layoutOf(option.site.node, option.baseClass, source)
  const read = new ParameterReader(option, source, call.arguments)
  const name = read.value('name', asString)
  const help = read.value('help', asString)
  const valueType = valueTypeOf(option, read)
  const type = valueType.kind === 'known' ? valueType.value : undefined
  const limit = <T>(pick: (known: NonNullable<typeof type>) => Value<T>): Value<T> =>
    type ? pick(type) : valueType.kind === 'unknown' ? valueType : absent
  const nameArgument = call.arguments.find(argument => argument.parameter === 'name')
  const classRange = source.lines.rangeOf(option.site.node.callee)
  return {
    file: source.file,
    id,
    className: option.className,
    baseClass: option.baseClass,
    range: source.lines.rangeOf(option.site.node),
    classRange,
    nameRange: nameArgument?.valueRange ?? classRange,
    call,
    content: contentOf(option, call.arguments, source),
    name,
    displayName:
      name.kind === 'known' ? name.value : `<${name.kind === 'unknown' ? name.source.replace(/\s+/g, ' ') : '?'}>`,
    membership: context.membership,
    dest: destOf(read, name),
    short: read.value('short', asString),
    default: read.value('default', toPlain),
    defaultChanges: context.defaultChanges,
    sampleDefault: read.value('sample_default', toPlain),
    help,
    metavar: read.value('metavar', asString),
    secret: read.value('secret', asBoolean),
    required: requiredOf(read),
    mutable: read.value('mutable', asBoolean),
    advanced: read.value('advanced', asBoolean),
    positional: read.value('positional', asBoolean),
    deprecatedForRemoval: read.value('deprecated_for_removal', asBoolean),
    deprecatedReason: read.value('deprecated_reason', asString),
    deprecatedSince: read.value('deprecated_since', asString),
    deprecatedOpts: deprecatedOf(read),
    valueType,
    refusal: refusalOf(option, read, call.broken),
    choices: limit(known => known.choices),
    min: limit(known => known.min),
    max: limit(known => known.max),
    regex: limit(known => known.regex),
    schemes: limit(known => known.schemes),
  }
}

/** In a half-typed call, what is wrong now may be right in a moment. */
function refusalOf({ judgement }: OptionObj, read: ParameterReader, broken: boolean): Value<Refusal> {
  if (judgement?.kind === 'taken') return absent
  if (judgement?.kind !== 'refused' || broken) return { kind: 'unknown', source: '?' }
  const range = judgement.parameter === undefined ? undefined : read.rangeOf(judgement.parameter)
  return { kind: 'known', value: judgement.refusal, ...(range && { range }) }
}

function contentOf({ className, site }: OptionObj, layout: readonly CallArgument[], source: SourceText): string {
  const written = site.node.arguments[layout.findIndex(argument => argument.parameter === 'default')]?.value
  return fingerprint(`${className} ${written ? source.text.slice(written.start, written.end) : ''}`)
}

function destOf(read: ParameterReader, name: Value<string>): Value<string> {
  const dest = read.value('dest', asString)
  if (dest.kind !== 'absent' || name.kind !== 'known')
    return dest.kind === 'absent' && name.kind === 'unknown' ? name : dest
  return { kind: 'known', value: name.value.replace(/-/g, '_') }
}

/** A positional option is required unless it says otherwise. */
function requiredOf(read: ParameterReader): Value<boolean> {
  const required = read.value('required', asBoolean)
  if (required.kind !== 'absent') return required
  const positional = read.value('positional', asBoolean)
  if (positional.kind === 'unknown') return positional
  return positional.kind === 'known' && positional.value ? { kind: 'known', value: true } : absent
}

function deprecatedOf(read: ParameterReader): Value<readonly DeprecatedName[]> {
  const names: DeprecatedName[] = []
  const listed = read.value('deprecated_opts', readDeprecated)
  const name = read.value('deprecated_name', asString)
  const group = read.value('deprecated_group', asString)
  for (const part of [listed, name, group]) if (part.kind === 'unknown') return part
  if (listed.kind === 'known') names.push(...listed.value)
  if (name.kind === 'known' || group.kind === 'known') {
    names.push({ name: knownOf(name), group: knownOf(group) })
  }
  if (names.length === 0) return absent
  const range = [listed, name, group].map(part => (part.kind === 'known' ? part.range : undefined)).find(Boolean)
  return { kind: 'known', value: names, ...(range && { range }) }
}

function knownOf<T>(value: Value<T>): T | undefined {
  return value.kind === 'known' ? value.value : undefined
}

function readDeprecated(value: Obj): DeprecatedName[] | undefined {
  const items = isUncertain(value) ? undefined : itemsIn(value)
  const names = items?.map(item => {
    const old = asOslo(item, 'deprecated')
    const certain = old && [old.name, old.group].every(part => part === null || typeof part === 'string')
    return certain ? { name: asString(old.name), group: asString(old.group) } : undefined
  })
  return names && !names.includes(undefined) ? (names as DeprecatedName[]) : undefined
}
