import { openstackDocs } from '../knowledge/references'
import type { Option } from '../oslo/option'
import { comparedFacts } from '../project/namesakes'
import type { ProjectView } from '../project/view'
import { absent, equalFacts, type Value } from '../python/value'
import { isConfModule, isGoing, isProgram } from './places'
import { defineRule } from './rule'
import type { Related } from './rule'

export const duplicateOption = defineRule({
  name: 'duplicate-option',
  summary: 'Two declarations of one option',
  severity: 'warning',
  category: 'other',
  cwe: [],
  references: [openstackDocs('oslo.config/latest/reference/faq', 'oslo.config: frequently asked questions')],
  messages: {
    twice: "'{name}' is declared twice in [{group}], and differently",
    former: "'{name}' was called {old}, which is another option now",
  },
  consequences: {
    twice: 'oslo.config raises DuplicateOptError, or the first declaration wins.',
    former: 'What operators write for one sets both.',
  },
  *check(option, { project }) {
    if (option.name.kind !== 'known' || !option.membership.registered) return
    const { name } = option
    for (const group of option.membership.groups) {
      const other = project.variantsNamed(group, name.value).find(one => clashes(option, one, group, project))
      if (other === undefined) continue
      yield { at: option.nameRange, message: 'twice', args: { name: name.value, group }, related: [declaration(other)] }
      return
    }
    const taken = formerName(option, project)
    if (taken !== undefined) {
      const args = { name: name.value, old: `[${taken.group}] ${taken.name}` }
      yield {
        at: option.nameRange,
        message: 'former',
        args,
        severity: 'information',
        related: [declaration(taken.other)],
      }
    }
  },
})

/** Two that say the same are one to oslo.config. */
function clashes(option: Option, other: Option, group: string, project: ProjectView): boolean {
  if (other.id === option.id && other.file === option.file) return false
  return (meetInPackage(option, other, group) || meetOnImport(option, other, group, project)) && differs(option, other)
}

/** Whether both belong to one package of configuration; those of other folders may be other programs', which never meet. */
function meetInPackage(option: Option, other: Option, group: string): boolean {
  const here = other.file === option.file || folderOf(other.file) === folderOf(option.file)
  return here && isConfModule(option.file) && other.membership.registered && other.membership.groups.includes(group)
}

/** Whether a program that imports both modules fails. */
function meetOnImport(option: Option, other: Option, group: string, project: ProjectView): boolean {
  return (
    option.file !== other.file &&
    project.mayMeet(option.file, other.file) &&
    [option, other].every(
      one =>
        one.membership.onImport.includes(group) && !isProgram(one.file) && project.module(one.file)?.isTest === false,
    )
  )
}

function folderOf(file: string): string {
  return file.slice(0, file.lastIndexOf('/') + 1)
}

/** Whether something that both are known to say differs. */
function differs(a: Option, b: Option): boolean {
  if (a.baseClass !== b.baseClass) return true
  return comparedFacts.some(fact => {
    const one = a[fact]
    const other = b[fact]
    return one.kind !== 'unknown' && other.kind !== 'unknown' && !equalFacts(said(fact, one), said(fact, other))
  })
}

/** A flag that is set to False says what one that is not set says. */
function said(fact: (typeof comparedFacts)[number], value: Value): Value {
  const isFlag = fact !== 'default' && fact !== 'sampleDefault'
  return isFlag && value.kind === 'known' && value.value === false ? absent : value
}

function formerName(option: Option, project: ProjectView): { name: string; group: string; other: Option } | undefined {
  if (option.deprecatedOpts.kind !== 'known' || option.name.kind !== 'known') return undefined
  const [home] = option.membership.groups
  for (const old of option.deprecatedOpts.value) {
    const name = old.name ?? option.name.value
    const group = old.group ?? home
    if (group === undefined || (name === option.name.value && group === home)) continue
    const other = project
      .optionsNamed(group, name)
      .find(one => one.membership.registered && one.file === option.file && one.id !== option.id && !isGoing(one))
    if (other !== undefined) return { name, group, other }
  }
  return undefined
}

function declaration(option: Option): Related {
  return { file: option.file, range: option.nameRange, message: 'The other declaration' }
}
