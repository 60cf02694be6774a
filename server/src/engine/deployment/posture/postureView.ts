import { itemsOf, numberOf, type PyValue } from '../../python/value'
import type { Declarations } from '../declarations'
import type { FileAccess } from '../fileAccess'
import { holdsSecret } from '../secrets'
import type { EffectiveValue, Values } from '../values'
import type { OptionName } from './optionName'

/** A value that a verdict rests on is not known, or is refused. */
export class NotTold extends Error {}

/** The effective values of a deployment, as checks ask for them. */
export class PostureView {
  constructor(
    private readonly declarations: Declarations,
    private readonly values: Values,
    readonly files: readonly FileAccess[],
  ) {}

  /** undefined: no such option is declared. */
  effective(name: OptionName): EffectiveValue | undefined {
    const slash = name.indexOf('/')
    const option = this.declarations.find(name.slice(0, slash), name.slice(slash + 1))
    return option && this.values.of(option)
  }

  /** The value; null where it is None or there is no such option. */
  value(name: OptionName): PyValue {
    const effective = this.effective(name)
    if (effective === undefined) return null
    if (effective.outcome.kind !== 'value') throw new NotTold(name)
    return effective.outcome.value
  }

  isTrue(name: OptionName): boolean {
    return this.value(name) === true
  }

  /** The text, empty for None and for what is no text. */
  text(name: OptionName): string {
    const value = this.value(name)
    return typeof value === 'string' ? value : ''
  }

  texts(name: OptionName): readonly string[] {
    return (itemsOf(this.value(name)) ?? []).filter(item => typeof item === 'string')
  }

  number(name: OptionName): number | undefined {
    return numberOf(this.value(name))
  }

  /** Whether Nova runs its guests by way of libvirt here. */
  get usesLibvirt(): boolean {
    return this.text('DEFAULT/compute_driver').startsWith('libvirt')
  }

  /** The files in which a secret is written. */
  filesWithSecrets(): ReadonlySet<string> {
    const files = new Set<string>()
    for (const option of this.declarations.all()) {
      if (!option.secret) continue
      for (const { file, value } of this.values.of(option).settings) if (holdsSecret(value)) files.add(file)
    }
    return files
  }
}
