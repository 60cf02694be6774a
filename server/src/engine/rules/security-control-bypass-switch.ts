import { bypassSwitch } from '../knowledge/controls'
import { cve, novaCommit, ossa, ossn } from '../knowledge/references'
import { switchDefault } from '../knowledge/values'
import { isWithoutEffect, placeOf } from './places'
import { defineRule } from './rule'

export const securityControlBypassSwitch = defineRule({
  name: 'security-control-bypass-switch',
  summary: 'One switch takes a protection away',
  severity: 'information',
  category: 'other',
  cwe: [693],
  references: [
    ossa('2024-001'),
    cve('2024-32498'),
    ossa('2024-002'),
    novaCommit('b1b88bf001'),
    novaCommit('9cdce71594'),
    ossn('0060'),
  ],
  messages: {
    switch: "'{name}' takes a protection away with a single word",
    on: "'{name}' is on by default: it takes a protection away",
  },
  consequences: {
    on: 'Every deployment that does not object goes without it.',
  },
  *check(option) {
    if (!bypassSwitch(option) || isWithoutEffect(option)) return
    const args = { name: option.displayName }
    const on = switchDefault(option) === true
    yield on
      ? { at: placeOf(option, option.default), message: 'on', args, severity: 'warning' }
      : { at: option.nameRange, message: 'switch', args }
  },
})
