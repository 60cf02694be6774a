import type { ConfFile } from '../ini/confFile'
import type { Catalogue } from './catalogue'
import { inGroup } from './declared'
import type { Declarations } from './declarations'
import { addOwnOptions, addSource, ownOptions, sampleSources } from './ownOptions'

/** A group that files name themselves, or oslo.config does, and what it is for. */
export interface NamedGroup {
  readonly group: string
  readonly use: Use
}

/** Who looks into such a group: a plugin of keystoneauth's, a source of oslo.config's or oslo.config itself, a backend. */
type Use = 'plugin' | 'source' | 'own' | 'backend'

const uses: ReadonlyMap<string, Use> = new Map([
  ['auth_section', 'plugin'],
  ['config_source', 'source'],
  ['enabled_backends', 'backend'],
  ['enabled_share_backends', 'backend'],
  ...ownOptions.filter(name => name !== 'config_source').map(name => [name, 'own'] as const),
])

/** Where programs keep what each of their backends may be told: the first of these that they have. */
const homesOfBackends = ['backend_defaults', 'glance_store', 'DEFAULT']

/** The groups that settings name, each once, and those of oslo.config's own that files set something in. */
export function namedGroups(files: readonly ConfFile[]): NamedGroup[] {
  const found = new Map<string, NamedGroup>()
  const note = (group: string, use: Use): void => void found.set(`${use} ${group}`, { group, use })
  for (const { sections, settings } of files) {
    for (const { name } of sections) if (sampleSources.includes(name)) note(name, 'source')
    for (const { section, key, value } of settings) {
      const use = uses.get(key)
      if (use === undefined) continue
      if (section === 'DEFAULT' && ownOptions.includes(key)) note(section, 'own')
      if (use === 'plugin') note(value, use)
      // glance writes the kind of a backend behind its name.
      else if (use !== 'own') for (const item of value.split(',')) note(item.split(':')[0]!.trim(), use)
    }
  }
  return [...found.values()].filter(({ group }) => group !== '')
}

/** Adds what may stand in groups that files name. */
export function addNamedGroups(catalogue: Catalogue, named: readonly NamedGroup[], declarations: Declarations): void {
  for (const { group, use } of named) {
    if (use === 'plugin') catalogue.addKit('*plugin', group, declarations)
    else if (use === 'source') addSource(group, declarations)
    else if (use === 'own') addOwnOptions(declarations)
    else addBackend(group, declarations)
  }
}

function addBackend(group: string, declarations: Declarations): void {
  const home = homesOfBackends.find(each => declarations.inSection(each).length > 0)
  if (home === undefined) return
  // What a backend needs depends on its driver.
  for (const option of declarations.inSection(home)) declarations.add({ ...inGroup(option, group), required: false })
  for (const option of declarations.withoutGroup(group)) declarations.add({ ...option, required: false })
}
