import { openstackDocs } from '../knowledge/references'
import { knownValue } from '../python/value'
import type { Option } from '../oslo/option'
import { renderPython } from '../python/render'
import { placeOf } from './places'
import { defineRule } from './rule'

/** Problems shows no more of a message. */
const longest = 90

export const declarationRefused = defineRule({
  name: 'declaration-refused',
  summary: 'Declaration that oslo.config itself refuses',
  severity: 'error',
  category: 'other',
  cwe: [],
  references: [openstackDocs('oslo.config/latest/reference/types', 'oslo.config: option types and validation')],
  messages: {
    default: "'{name}' refuses its own default {value}: {reason}",
    call: "'{name}' cannot be created: {reason}",
  },
  *check(option) {
    if (option.refusal.kind !== 'known') return
    const { of, reason } = option.refusal.value
    const name = shortened(option.displayName, 32)
    const value = shortened(defaultOf(option), 20)
    const around = of === 'default' ? `'${name}' refuses its own default ${value}: ` : `'${name}' cannot be created: `
    const args = { name, value, reason: shortened(oneLine(reason), longest - around.length) }
    yield { at: placeOf(option, option.refusal), message: of, args }
  },
})

function defaultOf(option: Option): string {
  const value = knownValue(option.default)
  return value === undefined ? '' : oneLine(renderPython(value))
}

function oneLine(text: string): string {
  return text.slice(0, 500).replace(/\s+/g, ' ').trim()
}

function shortened(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…`
}
