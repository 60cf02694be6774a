import { hasNestedQuantifier } from '../knowledge/patterns'
import { placeOf } from './places'
import { defineRule } from './rule'

export const redosProneRegex = defineRule({
  name: 'redos-prone-regex',
  summary: 'Regular expression that a value can hang',
  severity: 'information',
  category: 'availability',
  cwe: [1333],
  references: [],
  messages: {
    nested: "'{name}' is checked with '{part}': some values take without end",
  },
  consequences: {
    nested: 'A repetition within a repetition matches the same text in very many ways, which are all tried.',
  },
  *check(option) {
    if (option.regex.kind !== 'known') return
    const part = hasNestedQuantifier(option.regex.value)
    if (part === undefined) return
    yield { at: placeOf(option, option.regex), message: 'nested', args: { name: option.displayName, part } }
  },
})
