import { defineRule } from './rule'

/** Reported by the review itself, which reads the comments; here are its words. */
export const suppressionInvalid = defineRule({
  name: 'suppression-invalid',
  summary: 'Suppression that names no known rule or gives no reason',
  severity: 'warning',
  category: 'audit',
  cwe: [],
  references: [],
  messages: {
    noRule: 'This comment waives nothing: it names no rule. Write `ignore[rule] -- reason`.',
    unknownRule: "This comment waives nothing: there is no rule '{rule}'.",
    noReason: 'This comment waives nothing: it gives no reason. Write it behind `--`.',
  },
})
