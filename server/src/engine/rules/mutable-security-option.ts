import { categorize } from '../knowledge/categorize'
import { openstackDocs } from '../knowledge/references'
import { removeKeywords } from './fixes'
import { isGoing, placeOf } from './places'
import { defineRule } from './rule'

export const mutableSecurityOption = defineRule({
  name: 'mutable-security-option',
  summary: 'Security setting that changes while the service runs',
  severity: 'hint',
  optIn: true,
  category: 'audit',
  cwe: [15],
  references: [openstackDocs('oslo.config/latest/reference/mutable', 'oslo.config: mutable options')],
  messages: {
    mutable: "'{name}' can be changed in the running service",
  },
  consequences: {
    mutable: 'What is in force may no longer be what was checked at its start.',
  },
  *check(option) {
    if (
      isGoing(option) ||
      option.mutable.kind !== 'known' ||
      !option.mutable.value ||
      !categorize(option).securityRelevant
    )
      return
    const edits = removeKeywords(option, ['mutable'])
    yield {
      at: placeOf(option, option.mutable),
      message: 'mutable',
      args: { name: option.displayName },
      fixes: edits === undefined || edits.length === 0 ? [] : [{ title: 'Remove mutable=True', edits, safe: false }],
    }
  },
})
