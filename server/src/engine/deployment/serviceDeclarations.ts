import type { ConfFile } from '../ini/confFile'
import { libraryOptionsIn } from '../project/libraryOptions'
import type { Module } from '../project/module'
import type { Catalogue } from './catalogue'
import { Declarations } from './declarations'

/** What a service declares in a release (its newest, where none is named), as the catalogue has it. */
export function declarationsOfRelease(catalogue: Catalogue, service: string, release?: string): Declarations {
  const declarations = new Declarations()
  catalogue.addRenamed(declarations)
  catalogue.addService(service, declarations, release)
  catalogue.addLibraries(declarations)
  catalogue.completeGroups(declarations)
  return declarations
}

/** What sources declare, and the libraries that they use; `isService`: whether those include what services usually run. */
export function declarationsOfSources(
  catalogue: Catalogue,
  modules: readonly Module[],
  files: readonly string[],
  isService: boolean,
): Declarations {
  const declarations = new Declarations()
  catalogue.addRenamed(declarations)
  declarations.addModules(modules, catalogue)
  if (isService) catalogue.addLibraries(declarations, files)
  for (const { group, name } of libraryOptionsIn(modules)) catalogue.addRegistered(name, group, declarations)
  catalogue.completeGroups(declarations)
  return declarations
}

/** The groups that an `auth_section` names: what a plugin of keystoneauth asks for may stand there. */
export function groupsOfPlugins(files: readonly ConfFile[]): string[] {
  return files.flatMap(({ settings }) => settings.filter(({ key }) => key === 'auth_section').map(({ value }) => value))
}

/** Adds what plugins of keystoneauth ask for to the groups that files give them. */
export function addPlugins(catalogue: Catalogue, groups: readonly string[], declarations: Declarations): void {
  for (const group of groups) catalogue.addKit('*plugin', group, declarations)
}
