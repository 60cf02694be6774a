import { openstackDocs } from '../knowledge/references'
import { defineRule } from './rule'

export const unknownOptionRead = defineRule({
  name: 'unknown-option-read',
  summary: 'Read of an option that nobody declares',
  severity: 'hint',
  category: 'other',
  cwe: [],
  references: [openstackDocs('oslo.config/latest/reference/api/oslo_config', 'oslo.config: the ConfigOpts class')],
  messages: {
    meant: "Nobody declares '{name}': is it '{meant}' that is meant?",
    unknown: "Nobody declares '{name}'",
  },
  consequences: {
    meant: 'oslo.config raises NoSuchOptError here.',
    unknown: 'oslo.config raises NoSuchOptError here.',
  },
  *checkRead({ unknown, group, option, nameRange }) {
    if (!unknown) return
    const args = { name: `[${group}] ${option}` }
    const { meant } = unknown
    if (meant === undefined) yield { at: nameRange, message: 'unknown', args }
    else
      yield {
        at: nameRange,
        message: 'meant',
        args: { ...args, meant },
        fixes: meant.includes('.')
          ? []
          : [{ title: `Change to '${meant}'`, edits: [{ range: nameRange, newText: meant }], safe: false }],
      }
  },
})
