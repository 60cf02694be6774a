import type { Option } from '../oslo/option'
import { renderPython } from '../python/render'

/** The options by one name in one group. What is asked about all of them is worked out once, not once for each. */
export class Namesakes {
  private firstOfEach: readonly Option[] | undefined
  private before: ReadonlyMap<string, number> | undefined

  /** `options`: in the order of their files' names. */
  constructor(readonly options: readonly Option[]) {}

  /** The first of each `variantOf`. */
  variants(): readonly Option[] {
    return (this.firstOfEach ??= firstOf(this.options))
  }

  /** How many options of this content lie in files that come before `file`. */
  copiesBefore(file: string, content: string): number {
    return (this.before ??= countBefore(this.options)).get(copyKey(file, content)) ?? 0
  }
}

function firstOf(options: readonly Option[]): readonly Option[] {
  // Most options have no namesake, and writing out all that one says takes long.
  if (options.length < 2) return options
  const first = new Map<string, Option>()
  for (const option of options) {
    const variant = variantOf(option)
    if (!first.has(variant)) first.set(variant, option)
  }
  return [...first.values()]
}

/** What two declarations of one option may differ in, of all that oslo.config compares. */
export const comparedFacts = [
  'default',
  'sampleDefault',
  'help',
  'metavar',
  'short',
  'secret',
  'required',
  'positional',
  'mutable',
  'advanced',
  'deprecatedForRemoval',
  'deprecatedReason',
  'deprecatedSince',
  'min',
  'max',
  'regex',
] as const

/** The same text for two options of one folder that no other declaration could tell apart. */
export function variantOf(option: Option): string {
  const { file, baseClass, membership } = option
  const folder = file.slice(0, file.lastIndexOf('/') + 1)
  const facts = comparedFacts.map(name => {
    const fact = option[name]
    return fact.kind === 'known' ? renderPython(fact.value) : fact.kind
  })
  const { registered, groups, onImport } = membership
  return JSON.stringify([folder, baseClass, registered, groups, onImport, facts])
}

function countBefore(options: readonly Option[]): Map<string, number> {
  const before = new Map<string, number>()
  const sofar = new Map<string, number>()
  for (const { file, content } of options) {
    const count = sofar.get(content) ?? 0
    const key = copyKey(file, content)
    if (!before.has(key)) before.set(key, count)
    sofar.set(content, count + 1)
  }
  return before
}

function copyKey(file: string, content: string): string {
  return `${file}\n${content}`
}
