import { closestTo } from '../closestName'
import type { ConfFile, Section, Setting } from '../ini/confFile'
import { groupKey } from '../oslo/optionKey'
import type { ConfFinding, ConfFix } from './confFinding'
import type { DeclaredOption } from './declared'
import type { RemovedOption } from './history'
import type { Knowledge } from './knowledge'
import { atKey, finding } from './makeConfFinding'

/** More groups than this are no answer to the question which one was meant. */
const mostGroups = 8
/** More than these a menu should not offer. */
const mostMoves = 4

/** What is wrong with the section or the key of a setting; undefined where an option is set by it. */
export function nameFinding(setting: Setting, file: ConfFile, knowledge: Knowledge): ConfFinding | undefined {
  const { section, key } = setting
  const { declarations, history } = knowledge
  if (declarations.find(section, key) !== undefined) return undefined
  const current = declarations.formerly(section, key)
  if (current.length > 0) return renamed(setting, file, current)
  const removed = history.removed(section, key)
  if (removed !== undefined) return atKey(setting, 'removed-option', removedText(setting, removed))
  if (knowledge.isPartial === true || declarations.mayBeMeant(key)) return undefined
  const later = history.comesWith(section, key)
  if (later !== undefined)
    return atKey(setting, 'unknown-option', `Nothing reads '${key}' in [${section}] yet: it comes with ${later}`)
  if (!declarations.hasSection(section)) return unknownSection(setting, file, knowledge)
  const elsewhere = declarations.named(key).map(({ group }) => group)
  const near = nearName(setting, knowledge)
  const better = near === undefined ? '' : `; did you mean '${near}'?`
  const fixes = [
    ...(near === undefined ? [] : [renameFix(setting, near)]),
    ...(elsewhere.length > mostMoves ? [] : elsewhere.map(group => moveFix(setting, file, group, key))),
  ]
  if (elsewhere.length > 0) {
    const groups = `${elsewhere
      .slice(0, mostGroups)
      .map(group => `[${group}]`)
      .join(', ')}${elsewhere.length > mostGroups ? ' …' : ''}`
    return atKey(
      setting,
      'wrong-section',
      `'${key}' is no option of [${section}]; it is one of ${groups}${better}`,
      fixes,
    )
  }
  return atKey(setting, 'unknown-option', `Nothing reads '${key}' in [${section}]${better}`, fixes)
}

function renamed(setting: Setting, file: ConfFile, meant: readonly DeclaredOption[]): ConfFinding {
  const { section, key } = setting
  const { dest, name } = meant[0]!
  const groups = meant.filter(each => each.dest === dest).map(({ group }) => group)
  const isHere = groups.length === 1 && groupKey(groups[0]!) === groupKey(section)
  const places = groups.map(group => `[${group}]`).join(' and of ')
  const spelt = name === dest ? '' : ` (declared as '${name}')`
  const message = `'${key}' in [${section}] is an old name of '${dest}'${isHere ? '' : ` in ${places}`}${spelt}`
  const fixes = isHere ? [renameFix(setting, dest)] : groups.map(group => moveFix(setting, file, group, dest))
  return atKey(setting, 'deprecated-name', message, fixes)
}

function renameFix({ keyRange }: Setting, name: string): ConfFix {
  return { title: `Rename to '${name}'`, edits: [{ range: keyRange, newText: name }] }
}

/** Takes the setting out and writes it at the end of the section that it belongs to, or of the file. */
function moveFix({ range, key, ...setting }: Setting, { sections }: ConfFile, group: string, name: string): ConfFix {
  const home = sections.find(section => section.name.toLowerCase() === group.toLowerCase())
  const end = home?.end ?? sections.at(-1)!.end
  const header = home === undefined ? `\n[${group}]\n` : ''
  const line = `${header}${name} = ${setting.value.split('\n').join('\n    ')}`
  const old = wholeLines(range)
  const title = `Move to [${group}]${key === name ? '' : ` as '${name}'`}`
  // Where it stands last, it moves to where it stands: behind a new header.
  if (end.line === range.end.line) return { title, edits: [{ range: old, newText: `${line}\n` }] }
  return {
    title,
    edits: [
      { range: old, newText: '' },
      { range: { start: end, end }, newText: `\n${line}` },
    ],
  }
}

function wholeLines({ start, end }: Setting['range']): Setting['range'] {
  return { start: { line: start.line, character: 0 }, end: { line: end.line + 1, character: 0 } }
}

/** The release that came without it, and what took its place. */
function removedText({ section, key }: Setting, { package: from, removedIn, replacement }: RemovedOption): string {
  const instead = replacement === undefined ? '' : `; use ${replacement} instead`
  return `'${key}' in [${section}] is no more: ${from} ${removedIn} came without it${instead}`
}

function unknownSection(setting: Setting, file: ConfFile, knowledge: Knowledge): ConfFinding {
  const { declarations } = knowledge
  const header = headerOf(setting, file)
  const written = setting.section.trim()
  const groups = declarations.groups()
  const known = groups.filter(group => group.toLowerCase() === written.toLowerCase())
  const near = known[0] ?? closestTo(written, groups) ?? homeOfAll(setting, file, knowledge)
  const better = near === undefined ? '' : `; did you mean [${near}]?`
  const fixes =
    near === undefined ? [] : [{ title: `Rename to [${near}]`, edits: [{ range: header.nameRange, newText: near }] }]
  const found = finding('unknown-section', `No option is in a section [${setting.section}]${better}`, fixes)
  return {
    ...found,
    file: file.file,
    line: header.range.start.line,
    range: header.range,
    group: setting.section,
    option: setting.key,
  }
}

/** The one group that all keys of the setting's section are options of. */
function homeOfAll({ section, key }: Setting, { settings }: ConfFile, { declarations }: Knowledge): string | undefined {
  const keys = settings.filter(each => each.section === section).map(each => each.key)
  const homes = declarations
    .named(key)
    .map(({ group }) => group)
    .filter(group => keys.every(each => declarations.find(group, each) !== undefined))
  return homes.length === 1 ? homes[0] : undefined
}

/** The last header above a setting. */
function headerOf({ range }: Setting, { sections }: ConfFile): Section {
  return sections.findLast(section => section.range.start.line < range.start.line)!
}

/** The option of this section that was meant: with underscores for dashes, or else the nearest one. */
function nearName({ section, key }: Setting, { declarations }: Knowledge): string | undefined {
  const names = declarations.inSection(section).map(({ dest }) => dest)
  const spelt = key.replaceAll('-', '_')
  return names.find(name => name === spelt) ?? closestTo(key, names)
}
