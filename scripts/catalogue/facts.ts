import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { type DeclaredOption, type Project, type ValueType, declaredIn, isKnown, kitOf, libraryOptionsIn } from '../../server/src/engine/index'
import type { Package } from './packages'

/** What a release declares: options by `group/name`, and which groups take in those of keystoneauth. */
export interface ReleaseFacts {
  readonly options: ReadonlyMap<string, DeclaredOption>
  readonly uses: ReadonlyMap<string, ReadonlySet<string>>
}

/** Options that the programs of a library take from the command line alone, or that its tests declare. */
const apart = /(^|\/)(tests?|cmd|hacking|scripts|contrib|examples)\/|(^|\/)(generator|shell|daemon|fixture|validator|sphinx\w+)\.py$/

export function factsOf(project: Project, folder: string, { name, groups = [], also = {} }: Package): ReleaseFacts {
  const options = new Map<string, DeclaredOption>()
  const modules = [...project.modules()]
  for (const module of modules) {
    const file = module.file.slice(folder.length + 1)
    if (module.isTest || apart.test(file)) continue
    const said = groups.find(([start]) => file.startsWith(start))?.[1] ?? []
    for (const option of module.options) {
      const known = option.membership.groups.filter(group => !group.includes('*'))
      for (const declared of declaredIn(option, known.length > 0 ? known : said)) {
        if (isKnown(option.positional, true)) continue
        const key = `${declared.group}/${declared.name}`
        if (!options.has(key)) options.set(key, declared)
      }
      const patterns = option.membership.groups.filter(group => group.includes('*'))
      for (const declared of declaredIn(option, patterns)) options.set(`${declared.group}/${declared.name}`, declared)
    }
  }
  const uses = new Map(Object.entries(also).map(([group, others]) => [group, new Set(others)]))
  for (const { group, name: option } of libraryOptionsIn(modules)) {
    const kit = kitOf(option)
    if (kit !== undefined) uses.set(group, (uses.get(group) ?? new Set()).add(kit))
  }
  if (name === 'keystoneauth') for (const plain of pluginOptions(join(folder, 'keystoneauth1'))) options.set(...plain)
  return { options, uses }
}

const absent = { kind: 'absent' } as const
const text: ValueType = {
  type: 'String',
  given: {},
  choices: absent,
  min: absent,
  max: absent,
  regex: absent,
  ignoreCase: absent,
  quotes: absent,
  maxLength: absent,
  schemes: absent,
  version: absent,
  bounds: absent,
  itemType: absent,
}

/** The options of the plugins of keystoneauth, which have a class of their own: texts, all of them. */
function pluginOptions(folder: string): [string, DeclaredOption][] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.py'))
  return files.flatMap(file => {
    if (!/loading|_plugins|extras|identity/.test(file) || file.includes('tests/')) return []
    const source = readFileSync(join(folder, file), 'utf8')
    return [...source.matchAll(/\bOpt\(\s*(?:name=)?["']([\w-]+)["']([^)]*)/g)].map(([, name = '', rest = '']) => {
      const option: DeclaredOption = {
        group: '*plugin',
        name,
        dest: /\bdest=["'](\w+)["']/.exec(rest)?.[1] ?? name.replaceAll('-', '_'),
        multi: false,
        type: { kind: 'known', value: text },
        default: absent,
        secret: /\bsecret=True/.test(rest),
        required: false,
        old: [],
        removal: undefined,
        help: undefined,
      }
      return [`*plugin/${name}`, option] as [string, DeclaredOption]
    })
  })
}
