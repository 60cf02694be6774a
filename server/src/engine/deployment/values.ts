import { str } from '../oslo/types/pythonValue'
import type { PyValue } from '../python/value'
import type { ConfFile, Setting } from '../ini/confFile'
import { ByPlace } from './byPlace'
import type { DeclaredOption } from './declared'
import type { Declarations } from './declarations'
import { substitute } from './template'

/** What a program gets for an option, and where that comes from. */
export interface EffectiveValue {
  readonly option: DeclaredOption
  readonly from: 'default' | 'files' | 'environment'
  /** The settings that count, in the order of the files: several for an option that may be given often. */
  readonly settings: readonly Setting[]
  /** The variable that counts. */
  readonly variable?: string
  readonly outcome: Outcome
}

export type Outcome =
  | { readonly kind: 'value'; readonly value: PyValue }
  | ValueError
  /** It depends on what is not known: a type of the project's own, a default that is computed. */
  | { readonly kind: 'unknown' }

/** The program gets an exception. */
export interface ValueError {
  readonly kind: 'error'
  /** Whether the value itself is refused, or it refers to what cannot be had. */
  readonly of: 'value' | 'reference'
  readonly message: string
  /** An option that does not exist is referred to, here or on the way: a reference then means DEFAULT's, where there is one. */
  readonly isMissing?: true
  /** Which of the settings; undefined where it is none of them. */
  readonly setting?: Setting
}

/** The variables of an environment, by name. */
export type Environment = Readonly<Record<string, string | undefined>>

/** The values of all options in some files, later files before earlier ones. */
export class Values {
  private readonly byKey: readonly ByPlace<Setting[]>[]
  private readonly known = new Map<DeclaredOption, EffectiveValue>()
  private readonly underWay = new Set<string>()
  private readonly hasEnvironment: boolean

  constructor(
    private readonly declarations: Declarations,
    files: readonly ConfFile[],
    private readonly environment: Environment = {},
  ) {
    this.byKey = files.map(settingsByKey)
    this.hasEnvironment = Object.keys(environment).length > 0
  }

  /** Never fails: what oslo.config raises is the outcome. */
  of(option: DeclaredOption): EffectiveValue {
    const known = this.known.get(option)
    if (known !== undefined) return known
    const value = this.resolve(option)
    this.known.set(option, value)
    return value
  }

  /** Whether the files or the environment say anything of an option: cheaper to ask than its value. */
  isGiven(option: DeclaredOption): boolean {
    const isSet = (group: string, name: string): boolean =>
      this.byKey.some(settings => settings.get(group, name) !== undefined)
    return (
      isSet(option.group, option.dest) ||
      option.old.some(({ group, name }) => isSet(group, name)) ||
      this.inEnvironment(option) !== undefined
    )
  }

  /** What the environment says of an option. */
  inEnvironment(option: DeclaredOption): string | undefined {
    return this.hasEnvironment ? this.environment[variableOf(option)] : undefined
  }

  private resolve(option: DeclaredOption): EffectiveValue {
    const key = `${option.group}\n${option.dest}`
    // An option that refers to itself has no end.
    if (this.underWay.has(key)) {
      const outcome = referenceError(`[${option.group}] ${option.dest} refers to itself`)
      return { option, from: 'default', settings: [], outcome }
    }
    this.underWay.add(key)
    try {
      return this.lookUp(option)
    } finally {
      this.underWay.delete(key)
    }
  }

  private lookUp(option: DeclaredOption): EffectiveValue {
    const fromEnvironment = this.inEnvironment(option)
    if (fromEnvironment !== undefined) {
      const variable = variableOf(option)
      // An option that may be given often takes the characters of the text for its values.
      const given = option.multi ? [...fromEnvironment] : [fromEnvironment]
      return {
        option,
        from: 'environment',
        settings: [],
        variable,
        outcome: this.converted(
          option,
          given.map(text => ({ text })),
        ),
      }
    }
    const settings = this.settingsOf(option)
    if (settings.length === 0) return { option, from: 'default', settings, outcome: this.default(option) }
    const texts = settings.map(setting => ({ text: setting.value, setting }))
    return { option, from: 'files', settings, outcome: this.converted(option, texts) }
  }

  /** Files outrank names: a later file's counts by whatever name; within a file the current name does. */
  private settingsOf(option: DeclaredOption): readonly Setting[] {
    const found: Setting[] = []
    for (const settings of this.byKey.toReversed()) {
      const own = settings.get(option.group, option.dest)
      if (option.multi) {
        const old = option.old.map(({ group, name }) => settings.get(group, name) ?? [])
        found.unshift(...old.toReversed().flat(), ...(own ?? []))
        continue
      }
      const last = own?.at(-1) ?? this.lastByOldName(settings, option)
      if (last !== undefined) return [last]
    }
    return found
  }

  private lastByOldName(settings: ByPlace<Setting[]>, { old }: DeclaredOption): Setting | undefined {
    for (const { group, name } of old) {
      const last = settings.get(group, name)?.at(-1)
      if (last !== undefined) return last
    }
    return undefined
  }

  /** oslo.config replaces the references of all before it converts the first. */
  private converted(option: DeclaredOption, given: readonly Given[]): Outcome {
    const replaced = given.map(each => ({ ...each, text: this.substituted(option, each.text) }))
    for (const { text, setting } of replaced) if ('kind' in text) return failedAt(text, setting)
    const values: PyValue[] = []
    for (const { text, setting } of replaced) {
      const outcome = 'kind' in text ? text : this.declarations.conversions.of(option, text.value)
      if (outcome.kind !== 'value') return failedAt(outcome, setting)
      values.push(outcome.value)
    }
    return { kind: 'value', value: option.multi ? { py: 'list', items: values } : values[0]! }
  }

  private default(option: DeclaredOption): Outcome {
    const { default: value } = option
    if (value.kind === 'unknown') return { kind: 'unknown' }
    if (value.kind === 'absent' || value.value === null) return { kind: 'value', value: null }
    const given = value.value
    if (!option.multi) return this.converted(option, [{ text: given }])
    if (typeof given !== 'object' || !('items' in given)) return { kind: 'unknown' }
    return this.converted(
      option,
      given.items.map(text => ({ text })),
    )
  }

  private substituted(option: DeclaredOption, given: PyValue): Replaced {
    const group = option.group === 'DEFAULT' ? undefined : option.group
    return new Substitution(name => this.reference(name, group)).of(given)
  }

  /** What stands for `$name` in a value of this group (undefined: DEFAULT); null: it stays as it is. */
  private reference(name: string, group: string | undefined): Outcome | null {
    const dot = name.indexOf('.')
    const [inGroup, dest] = dot < 0 ? [group, name] : [name.slice(0, dot), name.slice(dot + 1)]
    // DEFAULT is a section of files, but no group that a reference can name.
    if (dot >= 0 && (inGroup === 'DEFAULT' || !this.declarations.hasGroup(inGroup!))) {
      return referenceError(`no such group [${inGroup!}]`)
    }
    const own = this.referred(inGroup, dest)
    if (own?.kind === 'error' && own.isMissing === true) return this.referred(undefined, name)
    return own
  }

  /** The outcome of the option that a group has by this name; null where the reference stays as it is. */
  private referred(group: string | undefined, dest: string): Outcome | null {
    const isGroup = group === undefined && dest !== 'DEFAULT' && this.declarations.hasGroup(dest)
    if (isGroup) return referenceError(`${dest} is a group`)
    const found = this.declarations.referred(group ?? 'DEFAULT', dest)
    if (found === undefined) {
      return { ...referenceError(`no such option ${dest} in group [${group ?? 'DEFAULT'}]`), isMissing: true }
    }
    return found === 'nothing' ? null : this.of(found).outcome
  }
}

/** A text, or a default that is Python's own, and the setting that it stands in. */
interface Given {
  readonly text: PyValue
  readonly setting?: Setting
}

type Failure = Exclude<Outcome, { kind: 'value' }>
type Replaced = { readonly value: PyValue } | Failure

function failedAt(failure: Failure, setting: Setting | undefined): Outcome {
  return failure.kind === 'unknown' || setting === undefined ? failure : { ...failure, setting }
}

function referenceError(message: string): ValueError {
  return { kind: 'error', of: 'reference', message }
}

/** Replaces the references in a value and in what it holds. */
class Substitution {
  private failed: Failure | undefined

  constructor(private readonly outcomeOf: (name: string) => Outcome | null) {}

  of(value: PyValue): Replaced {
    const replaced = this.replace(value)
    return this.failed ?? { value: replaced }
  }

  private replace(value: PyValue): PyValue {
    if (typeof value === 'string') return value.includes('$') ? substitute(value, name => this.textOf(name)) : value
    if (typeof value !== 'object' || value === null) return value
    if (value.py === 'list') return { ...value, items: value.items.map(item => this.replace(item)) }
    if (value.py !== 'dict') return value
    return { ...value, entries: value.entries.map(([key, item]) => [this.replace(key), this.replace(item)] as const) }
  }

  private textOf(name: string): string | undefined {
    const outcome = this.outcomeOf(name)
    if (outcome === null) return undefined
    if (outcome.kind === 'value') return outcome.value === null ? '' : str(outcome.value)
    // The first is what oslo.config meets.
    this.failed ??= outcome
    return undefined
  }
}

function variableOf({ group, dest }: DeclaredOption): string {
  return `OS_${group.toUpperCase()}__${dest.toUpperCase()}`
}

function settingsByKey({ settings }: ConfFile): ByPlace<Setting[]> {
  const places = new ByPlace<Setting[]>()
  for (const setting of settings) {
    const same = places.get(setting.section, setting.key)
    if (same === undefined) places.set(setting.section, setting.key, [setting])
    else same.push(setting)
  }
  return places
}
