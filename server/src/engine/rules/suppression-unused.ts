import { defineRule } from './rule'

/** Reported by the review itself, which reads the comments; here are its words. */
export const suppressionUnused = defineRule({
  name: 'suppression-unused',
  summary: 'Suppression of a rule that finds nothing there',
  severity: 'information',
  category: 'audit',
  cwe: [],
  references: [],
  messages: {
    unused: "'{rule}' finds nothing here: the comment waives nothing and can go.",
  },
})
