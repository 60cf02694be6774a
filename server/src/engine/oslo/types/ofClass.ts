import { absent, type PyValue } from '../../python/value'
import { convert } from './check'

/** Whether an option that says no more than its class (`cfg.URIOpt('x')`) would take a value; undefined: cannot be told. */
export function wouldTake(type: 'URI' | 'HostAddress', value: PyValue): boolean | undefined {
  const limits = { choices: absent, min: absent, max: absent, regex: absent, ignoreCase: absent, quotes: absent }
  const others = { maxLength: absent, schemes: absent, version: absent, bounds: absent, itemType: absent }
  const verdict = convert({ type, given: {}, ...limits, ...others }, value)
  return verdict.kind === 'unknown' ? undefined : verdict.kind === 'accepted'
}
