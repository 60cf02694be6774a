import { libraryOptionsIn } from '../project/libraryOptions'
import type { Module } from '../project/module'
import type { Catalogue } from './catalogue'
import { Declarations } from './declarations'

/** What a service reads, and the catalogue as old as it. */
export interface ServiceOptions {
  readonly declarations: Declarations
  readonly catalogue: Catalogue
}

/** What a service declares in a release (its newest, where none is named), as the catalogue has it. */
export function declarationsOfRelease(catalogue: Catalogue, service: string, release?: string): ServiceOptions {
  const declarations = new Declarations()
  const then = service === 'nova' ? catalogue.asOf(release) : catalogue
  then.addRenamed(declarations)
  then.addService(service, declarations, release)
  then.addLibraries(declarations)
  then.completeGroups(declarations)
  return { declarations, catalogue: then }
}

/** What sources declare, and the libraries that they use; `isService`: whether those include what services usually run. */
export function declarationsOfSources(
  catalogue: Catalogue,
  modules: readonly Module[],
  files: readonly string[],
  isService: boolean,
): ServiceOptions {
  const declarations = new Declarations()
  catalogue.addRenamed(declarations)
  declarations.addModules(modules, catalogue)
  const isNova = files.some(file => file.includes('/nova/conf/'))
  const then = isNova ? catalogue.asOldAs(declarations) : catalogue
  if (isService) then.addLibraries(declarations, files)
  for (const { group, name } of libraryOptionsIn(modules)) then.addRegistered(name, group, declarations)
  then.completeGroups(declarations)
  return { declarations, catalogue: then }
}
