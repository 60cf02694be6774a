import type { Setting } from '../ini/confFile'
import { equalFacts } from '../python/value'
import type { Declarations } from './declarations'
import type { Values } from './values'

/**
 * The settings of a file that change nothing: each says what holds without it.
 *
 * @param unset what holds where no file sets anything
 */
export function repeatedDefaults(
  settings: readonly Setting[],
  values: Values,
  unset: Values,
  declarations: Declarations,
): Setting[] {
  return settings.filter(setting => {
    const option = declarations.find(setting.section, setting.key)
    if (option === undefined || option.default.kind !== 'known') return false
    const { outcome, settings: counting } = values.of(option)
    if (outcome.kind !== 'value' || counting.length !== 1 || counting[0] !== setting) return false
    const usual = unset.of(option).outcome
    if (usual.kind !== 'value') return false
    return equalFacts({ kind: 'known', value: outcome.value }, { kind: 'known', value: usual.value })
  })
}
