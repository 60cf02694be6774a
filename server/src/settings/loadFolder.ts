import type { AcceptedChange, Baseline, Policy, PythonParser, Severity, TeamSink } from '../engine/index'
import novaChecklist from '../../../policies/nova.json'
import { parseBaseline } from './baselineText'
import { configSchema } from './configSchema'
import { firstProblems } from './firstProblems'
import type { FolderSettings, PersonalSettings, RuleSeverities } from './folderSettings'
import { pathMatcher } from './globs'
import { readJson } from './jsonFile'
import type { JsonFile, SettingsProblem } from './jsonFile'
import { policiesSchema } from './policySchema'
import { PolicyReader } from './readPolicies'
import { besideFile } from './relativeFile'
import { unknownKey } from './unknownKey'

/** The folder that a team's settings lie in, and their file, from the folder that they are for. */
export const settingsFolder = '.nova-config-review'
export const configFile = `${settingsFolder}/config.json`
const baselineName = 'baseline.json'

/** What the package brings along, by the name that settings call it by. */
const packaged: Readonly<Record<string, { readonly policies: readonly unknown[] }>> = { nova: novaChecklist }

/** How a folder's files are come by. */
export interface FolderWorld {
  /** The text of a file, by its path from the folder; undefined when there is none, or none that can be read. */
  read(file: string): Promise<string | undefined>
  /** Runs the examples of policies. */
  readonly python: PythonParser
  /** Where the settings are, from the folder. */
  readonly configFile: string
}

/** A folder's settings, and everything in its files that could not be used. */
export interface LoadedFolder {
  readonly settings: FolderSettings
  readonly problems: readonly SettingsProblem[]
}

/** `config.json` as far as its schema allows it. Lists may have gaps, where something was not allowed. */
interface Config {
  readonly rules?: RuleSeverities
  readonly paths?: readonly (
    { readonly files: string | readonly string[]; readonly rules: RuleSeverities } | undefined
  )[]
  readonly minimumSeverity?: Severity
  readonly include?: readonly (string | undefined)[]
  readonly exclude?: readonly (string | undefined)[]
  readonly baseline?: boolean | string
  readonly policies?: readonly (string | Policy | undefined)[]
  readonly acceptedChanges?: readonly (AcceptedChange | undefined)[]
  readonly sinks?: readonly (TeamSink | undefined)[]
}

/**
 * Reads the settings of a folder: what its own file says wins over what a person set, key by key and rule by rule.
 * Whatever is wrong in the files is told and left out. Fails only as `world.read` does.
 */
export async function loadFolder(world: FolderWorld, personal: PersonalSettings): Promise<LoadedFolder> {
  const text = await world.read(world.configFile)
  const file = text === undefined ? undefined : readJson(world.configFile, text, configSchema)
  const config = (file?.value ?? {}) as Config
  const policies = await readPolicies(config, file, world)
  const problems = [...(file?.problems ?? []), ...policies.problems]
  const baseline = await readBaseline(config.baseline ?? personal.baseline, file, world)
  const paths = (config.paths ?? []).filter(isThere)
  const settings: FolderSettings = {
    rules: { ...personal.rules, ...config.rules },
    paths: paths.map(one => ({ fits: pathMatcher([one.files].flat().filter(isThere)), rules: one.rules })),
    minimumSeverity: config.minimumSeverity ?? personal.minimumSeverity,
    include: config.include?.filter(isThere) ?? personal.include,
    exclude: config.exclude?.filter(isThere) ?? personal.exclude,
    policies: policies.rules,
    baseline: baseline.known,
    baselineFile: baseline.file,
    acceptedChanges: (config.acceptedChanges ?? []).filter(isThere),
    sinks: (config.sinks ?? []).filter(isThere),
  }
  if (file !== undefined) problems.push(...unknownPolicies(config, file, policies.named))
  return { settings, problems: firstProblems([...problems, ...baseline.problems]) }
}

async function readPolicies(config: Config, file: JsonFile | undefined, world: FolderWorld) {
  const reader = new PolicyReader(world.python)
  const problems: SettingsProblem[] = []
  for (const [index, entry] of (config.policies ?? []).entries()) {
    if (entry === undefined || file === undefined) continue
    if (typeof entry !== 'string') {
      reader.read(entry, file, ['policies', index])
      continue
    }
    const found = await readPolicyFile(entry, world)
    if (found === undefined) {
      problems.push(file.problem(['policies', index], `There is no file "${entry}" in this folder.`))
      continue
    }
    problems.push(...found.problems)
    const { policies = [] } = (found.value ?? {}) as { policies?: readonly (Policy | undefined)[] }
    for (const [at, policy] of policies.entries())
      if (policy !== undefined) reader.read(policy, found, ['policies', at])
  }
  return { rules: reader.rules, named: reader.named, problems: [...problems, ...reader.problems] }
}

async function readPolicyFile(name: string, world: FolderWorld): Promise<JsonFile | undefined> {
  if (Object.hasOwn(packaged, name)) return readJson(`${name}.json`, JSON.stringify(packaged[name]), policiesSchema)
  const path = besideFile(world.configFile, name)
  const text = path === undefined ? undefined : await world.read(path)
  return path === undefined || text === undefined ? undefined : readJson(path, text, policiesSchema)
}

interface ReadBaseline {
  readonly file: string | undefined
  readonly known: Baseline
  readonly problems: readonly SettingsProblem[]
}

async function readBaseline(
  wanted: boolean | string,
  config: JsonFile | undefined,
  world: FolderWorld,
): Promise<ReadBaseline> {
  if (wanted === false) return { file: undefined, known: [], problems: [] }
  const file = baselinePlace(world.configFile, wanted === true ? baselineName : wanted)
  if (file === undefined) {
    const message = 'This has to be the path of another .json file in the folder of this one.'
    const problem = config?.problem(['baseline'], message)
    return { file, known: [], problems: problem === undefined ? [] : [problem] }
  }
  const text = await world.read(file)
  return text === undefined ? { file, known: [], problems: [] } : { file, ...parseBaseline(file, text) }
}

/**
 * Where settings may have the baseline. They come with a repository that nobody may trust, and the baseline is written:
 * it stays in the folder that is ours, and no name but a `.json` file's means anything to another program there.
 */
function baselinePlace(config: string, name: string): string | undefined {
  const folder = config.slice(0, config.lastIndexOf('/') + 1)
  const file = besideFile(config, name)
  return file?.startsWith(folder) === true && file.endsWith('.json') && file !== config ? file : undefined
}

/** Severities of policies that are not there. */
function unknownPolicies(config: Config, file: JsonFile, named: readonly string[]): SettingsProblem[] {
  const lists = [
    { path: ['rules'], rules: config.rules },
    ...(config.paths ?? []).map((one, index) => ({ path: ['paths', index, 'rules'], rules: one?.rules })),
  ]
  return lists.flatMap(({ path, rules = {} }) =>
    Object.keys(rules)
      .filter(rule => rule.startsWith('policy/') && !named.includes(rule))
      .map(rule => file.problem([...path, rule], unknownKey(rule, named), true)),
  )
}

function isThere<T>(item: T | undefined): item is T {
  return item !== undefined
}
