import { credentialUrlEvidence, holdsCredential } from '../knowledge/credentials'
import { commit, novaCommit } from '../knowledge/references'
import { isLoggedInClear } from './places'
import { defineRule } from './rule'
import { addSecret } from './secretFix'

export const credentialUrlNotSecret = defineRule({
  name: 'credential-url-not-secret',
  summary: 'URL that carries a password, without secret=True',
  severity: 'warning',
  category: 'credential',
  cwe: [532, 522],
  references: [
    novaCommit('6ff9c9effe'),
    commit('cinder', 'a14b17fc0c'),
    commit('cinder', '9f8ee9d298'),
    commit('oslo.messaging', 'cbaf71edfa'),
  ],
  messages: {
    byKind: "'{name}' takes a URL that may carry a password, and is logged in clear",
    byExample: "'{name}' shows a URL with user and password, and is logged in clear",
  },
  consequences: {
    byKind:
      'secret=True is missing: a service that starts with debug logging on writes the URL to its log, password included.',
    byExample:
      'secret=True is missing: a service that starts with debug logging on writes the URL to its log, password included.',
  },
  *check(option) {
    if (!isLoggedInClear(option) || holdsCredential(option)) return
    const evidence = credentialUrlEvidence(option)
    if (evidence === undefined) return
    yield {
      at: option.nameRange,
      message: evidence === 'kind' ? 'byKind' : 'byExample',
      args: { name: option.displayName },
      fixes: addSecret(option),
    }
  },
})
