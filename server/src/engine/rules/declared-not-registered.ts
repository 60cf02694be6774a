import { openstackDocs } from '../knowledge/references'
import type { Module } from '../project/module'
import { isConfModule } from './places'
import { defineRule } from './rule'

export const declaredNotRegistered = defineRule({
  name: 'declared-not-registered',
  summary: 'Option that no configuration ever gets, or no document lists',
  severity: 'warning',
  category: 'other',
  cwe: [],
  references: [openstackDocs('nova/latest/contributor/code-review', 'Nova: code review guidelines')],
  messages: {
    unregistered:
      "'{name}' is declared but nothing registers it: it has no effect, and reading it raises NoSuchOptError.",
    unlisted:
      "'{name}' is registered but list_opts() leaves it out: the sample file, the documentation and the validator do not know it.",
  },
  *checkModule(module, { project }) {
    if (!project.complete || !isConfModule(module.file)) return
    const { registers, lists } = habits(module)
    for (const option of module.options) {
      const { registered, listed, complete, groups } = option.membership
      // A computed name or group is registered for cases that no list can foresee.
      if (!complete || option.name.kind !== 'known' || groups.some(group => group.includes('*'))) continue
      const args = { name: option.displayName }
      if (registers && !registered && !listed) yield { at: option.nameRange, message: 'unregistered', args, option }
      else if (lists && registered && !listed) {
        yield { at: option.nameRange, message: 'unlisted', args, option, severity: 'information' }
      }
    }
  },
})

/**
 * Whether a module sees to its own options. One that lists what nothing seems to register is registered from elsewhere,
 * by code that is not read: then nothing follows from not having seen it.
 */
function habits({ options }: Module): { readonly registers: boolean; readonly lists: boolean } {
  return {
    registers:
      options.some(({ membership }) => membership.registered) &&
      options.every(({ membership }) => membership.registered || !membership.listed),
    lists: options.some(({ membership }) => membership.listed),
  }
}
