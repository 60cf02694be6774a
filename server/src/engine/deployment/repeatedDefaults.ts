import type { Setting } from '../ini/confFile'
import { equalFacts } from '../python/value'
import type { Declarations } from './declarations'
import { Values } from './values'

/** The settings of a file that change nothing: each says what holds without it. */
export function repeatedDefaults(settings: readonly Setting[], values: Values, declarations: Declarations): Setting[] {
  const unset = new Values(declarations, [])
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
