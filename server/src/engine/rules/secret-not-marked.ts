import { credentialEvidence } from '../knowledge/credentials'
import { commit, novaCommit, ossn } from '../knowledge/references'
import { addSecret } from './secretFix'
import { isLoggedInClear } from './places'
import { defineRule } from './rule'

export const secretNotMarked = defineRule({
  name: 'secret-not-marked',
  summary: 'Credential option without secret=True',
  severity: 'warning',
  category: 'credential',
  cwe: [532, 312],
  references: [ossn('0049'), novaCommit('63aa353c67'), novaCommit('37a036672e'), commit('cinder', '4fa6fb7e5c')],
  messages: {
    byName: "'{name}' holds a credential, but is logged in clear",
    byHelp: "'{name}' holds a credential, as its help says, but is logged in clear",
  },
  consequences: {
    byName: 'secret=True is missing: a service that starts with debug logging on writes the value to its log.',
    byHelp: 'secret=True is missing: a service that starts with debug logging on writes the value to its log.',
  },
  *check(option) {
    if (!isLoggedInClear(option)) return
    const evidence = credentialEvidence(option)
    if (evidence === undefined) return
    yield {
      at: option.nameRange,
      message: evidence === 'name' ? 'byName' : 'byHelp',
      args: { name: option.displayName },
      fixes: addSecret(option),
    }
  },
})
