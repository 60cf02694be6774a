import { openstackDocs } from '../knowledge/references'
import type { Option } from '../oslo/option'
import type { Module } from '../project/module'
import type { ProjectView } from '../project/view'
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
    unregistered: "'{name}' is declared but nothing registers it",
    unlisted: "'{name}' is registered but list_opts() leaves it out",
    elsewhere: "'{name}' is registered in [{group}] but listed under [{listed}]",
  },
  consequences: {
    unregistered: 'It has no effect, and reading it raises NoSuchOptError.',
    unlisted: 'The sample file, the documentation and the validator do not know it.',
    elsewhere: 'What the sample file shows has no effect: code reads it in another group.',
  },
  *checkModule(module, { project }) {
    if (!project.complete) return
    const { registers, lists } = isConfModule(module.file) ? habits(module) : { registers: false, lists: false }
    for (const option of module.options) {
      const { registered, listed, complete, groups, registeredIn, listedIn } = option.membership
      // A computed name or group is registered for cases that no list can foresee.
      if (!complete || option.name.kind !== 'known' || groups.some(group => group.includes('*'))) continue
      const at = option.nameRange
      const args = { name: option.displayName, group: registeredIn.join(', '), listed: listedIn.join(', ') }
      if (registers && !registered && !listed) yield { at, message: 'unregistered', args, option }
      else if (lists && registered && !listed) {
        if (!leftOutOnPurpose(option) && !listedElsewhere(option, project))
          yield { at, message: 'unlisted', args, option, severity: 'information' }
      } else if (disagree(option)) yield { at, message: 'elsewhere', args, option, severity: 'information' }
    }
  },
})

/** Whether the sample file shows an option in groups in which no code reads it. Group names differ in case at times. */
function disagree({ membership }: Option): boolean {
  const registered = new Set(membership.registeredIn.map(group => group.toLowerCase()))
  const { listedIn } = membership
  return registered.size > 0 && listedIn.length > 0 && listedIn.every(group => !registered.has(group.toLowerCase()))
}

/** What stands in for the real thing, or is for a command line alone, operators do not put into a file. */
function leftOutOnPurpose({ displayName, membership }: Option): boolean {
  return [displayName, ...membership.groups].some(name => /(^|[_:-])(fake|cli)([_:-]|$)/i.test(name))
}

/** Whether another declaration of the same option is listed: then the sample file knows it. */
function listedElsewhere({ displayName, membership }: Option, project: ProjectView): boolean {
  return membership.groups.some(group => project.optionsNamed(group, displayName).some(one => one.membership.listed))
}

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
