import { holdsCredential } from '../knowledge/credentials'
import { ossn } from '../knowledge/references'
import type { Option, ValueType } from '../oslo/option'
import { isKnown } from '../python/value'
import { defineRule } from './rule'

export const secretReachesLog = defineRule({
  name: 'secret-reaches-log',
  summary: 'Value of a secret option that is written to a log',
  severity: 'warning',
  category: 'credential',
  cwe: [532],
  references: [ossn('0049')],
  messages: {
    logged: "The value of '{name}' is secret, and is written to a log",
  },
  consequences: {
    logged: 'Logs are copied, collected and attached to bug reports: whoever reads one has the secret.',
  },
  *checkRead({ options, group, option, kind, sinks, range, file }) {
    if (kind !== 'read' || sinks.length === 0 || options.length === 0 || !options.every(isSecretText)) return
    yield {
      at: range,
      message: 'logged',
      args: { name: `[${group}] ${option}` },
      related: sinks.map(({ position }) => ({
        file,
        range: { start: position, end: position },
        message: 'It is logged here',
      })),
    }
  },
})

/**
 * Whether the value of an option is nobody else's business, as its declaration says or should, and a secret as a whole:
 * not a dict, of which a part may be told that is none.
 */
export function isSecretText(option: Option): boolean {
  const isSecret = isKnown(option.secret, true) || (option.secret.kind !== 'unknown' && holdsCredential(option))
  return isSecret && option.valueType.kind === 'known' && !holdsDict(option.valueType.value)
}

function holdsDict({ type, itemType }: ValueType): boolean {
  return type === 'Dict' || type === 'other' || (itemType.kind === 'known' && holdsDict(itemType.value))
}
