import { defineRule } from './rule'

/** Reported by the review itself, which knows what people said of options; here are its words. */
export const acceptedRiskExpired = defineRule({
  name: 'accepted-risk-expired',
  summary: 'Risk that was accepted to a day that is over',
  severity: 'warning',
  category: 'audit',
  cwe: [],
  references: [],
  messages: {
    over: "{reviewer} accepted the risk of '{name}' to {expires}, which is over: {reason}",
  },
  consequences: {
    over: 'Nobody has said since then that the risk may still be taken.',
  },
})
