import { novaCommit } from '../knowledge/references'
import { defineRule } from './rule'

/** Finds nothing yet: who reads an option is not known. The name stands, so that settings and waivers may use it. */
export const declaredNeverRead = defineRule({
  name: 'declared-never-read',
  summary: 'Option that nothing reads',
  severity: 'information',
  category: 'other',
  cwe: [],
  references: [novaCommit('1d2c677641')],
  messages: {
    unread: "Nothing reads '{name}': setting it has no effect",
  },
})
