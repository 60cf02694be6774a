import {
  keyText,
  type Module,
  optionKey,
  rules as catalogue,
  type Option,
  type Rule,
  type Severity,
  type Use,
  writtenImports,
} from '../engine/index'
import type { ReportDeployment, ReportInput } from './input'

/** What a host has read, for a report of some of it. */
export interface Gathered extends Pick<
  ReportInput,
  'subject' | 'looked' | 'findings' | 'incomplete' | 'reviews' | 'deployments'
> {
  /** The files that it is about, in the order in which they are told. */
  readonly files: readonly string[]
  /** Whether more was read than it is about: what configuration files set of other options is left out. */
  readonly isPart: boolean
  /** Where reads were looked for, as people call it. */
  readonly where: string
  /** The imports of each file that was read. */
  readonly imports: ReadonlyMap<string, Imports>
  /** The uses of all options, by `keyText`. */
  readonly uses: ReadonlyMap<string, readonly Use[]>
  /** The team's own rules. */
  readonly policies: readonly Rule[]
  /** What settings say of rules, for each folder that has some of its own. */
  readonly severities: readonly Readonly<Record<string, Severity | 'off'>>[]
  readonly moduleOf: (file: string) => Module | undefined
  /** The name that other modules import a file by. */
  moduleNameOf(file: string): string
  /** A file as people call it. */
  shown(file: string): string
}

/** Everything that a report says, of what a host has read. */
export function reportInput(gathered: Gathered): ReportInput {
  const { subject, looked, findings, incomplete, reviews, deployments, severities } = gathered
  const shown = (file: string): string => gathered.shown(file)
  const importers = new Map<string, number>()
  for (const { all } of gathered.imports.values())
    for (const name of all) importers.set(name, (importers.get(name) ?? 0) + 1)
  const rules = [...catalogue, ...gathered.policies]
  const isOff = ({ name, optIn }: Rule): boolean =>
    severities.every(said => said[name] === 'off' || (optIn === true && said[name] === undefined))
  return {
    subject,
    looked,
    findings,
    incomplete,
    reviews,
    deployments: gathered.isPart ? deployments.flatMap(one => onlyAbout(one, gathered)) : deployments,
    files: gathered.files.flatMap(file => {
      const module = gathered.moduleOf(file)
      if (module === undefined || isEmpty(module)) return []
      return [
        {
          shown: shown(file),
          module,
          imports: gathered.imports.get(file)?.modules ?? [],
          importers: importers.get(gathered.moduleNameOf(file)) ?? 0,
        },
      ]
    }),
    rules: rules.filter(rule => !isOff(rule)),
    rulesOff: rules.filter(isOff),
    reads: {
      where: gathered.where,
      files: gathered.imports.size,
      usesOf: option => usesOf(option, gathered.uses),
      shown,
    },
  }
}

/** What checks say of the options of the files that a report is about. */
function onlyAbout(deployment: ReportDeployment, { files, moduleOf }: Gathered): ReportDeployment[] {
  const options = files.flatMap(file => moduleOf(file)?.options ?? [])
  const names = new Set(
    options.flatMap(({ name, membership }) =>
      name.kind === 'known' ? membership.groups.map(group => `${group}/${name.value}`) : [],
    ),
  )
  const results = deployment.results.filter(({ check }) => names.has(check.about ?? ''))
  return results.length === 0 ? [] : [{ ...deployment, results }]
}

/** What a file imports. */
export interface Imports {
  /** The modules as they are written. */
  readonly modules: readonly string[]
  /** All names that it may mean by them. */
  readonly all: ReadonlySet<string>
}

/** What a text imports. */
export function importsOf(text: string): Imports {
  const modules = new Set<string>()
  const all = new Set<string>()
  for (const { from, level, name } of writtenImports(text)) {
    const dots = '.'.repeat(level)
    const whole = from === undefined ? name : `${dots}${from}${from === '' ? '' : '.'}${name}`
    modules.add(name === '*' ? `${dots}${from ?? ''}` : whole)
    all.add(whole)
    if (from !== undefined && level === 0) all.add(from)
  }
  return { modules: [...modules].sort(), all }
}

function usesOf({ dest, membership }: Option, uses: ReadonlyMap<string, readonly Use[]>): readonly Use[] {
  if (dest.kind !== 'known') return []
  return membership.groups.flatMap(group => uses.get(keyText(optionKey(group, dest.value))) ?? [])
}

function isEmpty({ options, groups, libraryOptions }: Module): boolean {
  return options.length + groups.length + libraryOptions.length === 0
}
