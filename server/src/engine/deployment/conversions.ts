import { convert } from '../oslo/types/check'
import type { PyValue } from '../python/value'
import type { DeclaredOption } from './declared'
import type { Outcome } from './values'

/** What the types of options make of texts. Of each option the last answer is kept: of a file that is typed in, most stay. */
export class Conversions {
  private readonly last = new Map<DeclaredOption, { readonly text: string; readonly outcome: Outcome }>()

  of(option: DeclaredOption, value: PyValue): Outcome {
    if (typeof value !== 'string') return converted(option, value)
    const last = this.last.get(option)
    if (last?.text === value) return last.outcome
    const outcome = converted(option, value)
    this.last.set(option, { text: value, outcome })
    return outcome
  }
}

function converted({ type }: DeclaredOption, value: PyValue): Outcome {
  if (type.kind !== 'known') return { kind: 'unknown' }
  const verdict = convert(type.value, value)
  if (verdict.kind === 'accepted') return { kind: 'value', value: verdict.value }
  return verdict.kind === 'unknown' ? verdict : { kind: 'error', of: 'value', message: verdict.message }
}
