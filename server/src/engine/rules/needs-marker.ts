import { defineRule } from './rule'

export const needsMarker = defineRule({
  name: 'needs-marker',
  summary: 'Open review task left in a configuration module',
  severity: 'hint',
  category: 'other',
  cwe: [],
  references: [],
  messages: {
    open: "This module still carries the review task '{task}'",
  },
  *checkModule(module) {
    if (module.options.length === 0) return
    for (const { text, range, ownLine } of module.comments) {
      const task = /^#\s*needs:\s*(\w[\w-]*)/.exec(text)?.[1]
      if (ownLine && task !== undefined) yield { at: range, message: 'open', args: { task } }
    }
  },
})
