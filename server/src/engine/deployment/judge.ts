import type { ConfFile, Setting } from '../ini/confFile'
import { groupKey } from '../oslo/optionKey'
import { ByPlace } from './byPlace'
import type { ConfFinding, ConfFix } from './confFinding'
import type { DeclaredOption } from './declared'
import type { Declarations } from './declarations'
import { nameFinding } from './judgeNames'
import type { Knowledge } from './knowledge'
import { atKey, finding } from './makeConfFinding'
import type { EffectiveValue, Values } from './values'

/**
 * What deserves attention in files that a service reads together, later files before earlier ones. While one of them
 * cannot be read, oslo.config reads none: then the first fault is all there is to say.
 */
export function judgeConf(files: readonly ConfFile[], values: Values, knowledge: Knowledge): ConfFinding[] {
  const broken = files.find(({ faults }) => faults.length > 0)
  if (broken !== undefined) return faultFindings(broken).slice(0, 1)
  return [...files.flatMap(file => judgeNames(file, knowledge)), ...judgeValues(files, values, knowledge.declarations)]
}

/** What cannot be read of a file, oslo.config's own error first. */
export function faultFindings({ file, faults }: ConfFile): ConfFinding[] {
  return faults.map(({ message, line, range, source }) => ({
    ...finding('parse-error', `${message}${source === undefined ? '' : `: ${source.trim()}`}`),
    file,
    line,
    range,
  }))
}

/** What is wrong with the names in one file, whatever its values. */
export function judgeNames(file: ConfFile, knowledge: Knowledge): ConfFinding[] {
  const findings: ConfFinding[] = []
  const unknownSections = new Set<number | undefined>()
  for (const setting of file.settings) {
    const found = nameFinding(setting, file, knowledge)
    if (found === undefined) continue
    // One word for all that stands below a header that nobody knows.
    const isSection = found.rule === 'unknown-section'
    if (isSection && unknownSections.has(found.line)) continue
    if (isSection) unknownSections.add(found.line)
    findings.push(found)
  }
  return [...findings, ...removals(file, knowledge.declarations), ...duplicates(file, knowledge.declarations)]
}

function removals({ settings }: ConfFile, declarations: Declarations): ConfFinding[] {
  return settings.flatMap(setting => {
    const option = declarations.find(setting.section, setting.key)
    if (option?.removal === undefined) return []
    const { reason, since } = option.removal
    const when = since === undefined ? '' : ` since ${since}`
    const why = reason === undefined ? '' : `: ${oneLine(reason)}`
    return [atKey(setting, 'deprecated-for-removal', `'${setting.key}' is deprecated for removal${when}${why}`)]
  })
}

function duplicates(file: ConfFile, declarations: Declarations): ConfFinding[] {
  const seen = new ByPlace<Setting[]>()
  const repeated = new Set<Setting[]>()
  for (const setting of file.settings) {
    const { section, key } = setting
    const same = seen.get(section, key)
    if (same === undefined) {
      seen.set(section, key, [setting])
      continue
    }
    same.push(setting)
    if (declarations.find(section, key)?.multi === false) repeated.add(same)
  }
  return [...repeated].flatMap(same => {
    const last = same.at(-1)!
    return same.slice(1).map((setting, index) => {
      const lost = same[index]!
      const fix = {
        title: `Remove line ${lost.range.start.line + 1}, which does not count`,
        edits: [removeLines(lost)],
      }
      const which = `line ${last.range.start.line + 1}, the last one, counts`
      const first = same[0]!.range.start.line + 1
      return atKey(setting, 'duplicate-key', `'${setting.key}' is set in line ${first} already: ${which}`, [fix])
    })
  })
}

function removeLines({ range }: Setting): ConfFix['edits'][number] {
  return {
    range: { start: { line: range.start.line, character: 0 }, end: { line: range.end.line + 1, character: 0 } },
    newText: '',
  }
}

/** What is wrong with the values that count: others are never looked at. */
function judgeValues(files: readonly ConfFile[], values: Values, declarations: Declarations): ConfFinding[] {
  const findings: ConfFinding[] = []
  const sections = sectionsOf(files)
  const set = new Set<DeclaredOption>()
  for (const { settings } of files) {
    for (const setting of settings) for (const option of meantBy(setting, declarations)) set.add(option)
  }
  for (const option of declarations.all()) {
    if (!option.required && !set.has(option) && values.inEnvironment(option) === undefined) continue
    const value = values.of(option)
    const found = valueFinding(value) ?? missing(value, sections)
    if (found !== undefined) findings.push(found)
  }
  return findings
}

/** The options that a setting may set, by their current name or one of old. */
function meantBy({ section, key }: Setting, declarations: Declarations): readonly DeclaredOption[] {
  const current = declarations.find(section, key)
  const former = declarations.formerly(section, key)
  return current === undefined ? former : [current, ...former]
}

/** What is wrong with a value that is set; of a default that is refused, the files know nothing. */
export function valueFinding({ option, from, settings, variable, outcome }: EffectiveValue): ConfFinding | undefined {
  if (from === 'default' || outcome.kind !== 'error') return undefined
  const rule = outcome.of === 'reference' ? 'unresolved-reference' : 'invalid-value'
  const why = option.secret ? 'the value is not taken' : outcome.message
  const setting = outcome.setting ?? settings.at(-1)
  if (setting !== undefined) {
    const message = `'${setting.key}': ${oneLine(why)}`
    return { ...atKey(setting, rule, message), range: nonEmpty(setting) }
  }
  return { ...finding(rule, `${variable!}: ${oneLine(why)}`), group: option.group, option: option.dest }
}

function nonEmpty({ valueRange, range }: Setting): Setting['range'] {
  const { start, end } = valueRange
  return start.line === end.line && start.character === end.character ? range : valueRange
}

function sectionsOf(files: readonly ConfFile[]): Set<string> {
  return new Set(files.flatMap(({ settings }) => settings.map(({ section }) => groupKey(section))))
}

/**
 * Files that say nothing of a group are not where its options are missing: they may be only a part of what is read. And
 * secrets come another way often enough, by the environment or a file of their own.
 */
function missing({ option, outcome }: EffectiveValue, sections: ReadonlySet<string>): ConfFinding | undefined {
  if (!option.required || option.secret || !sections.has(groupKey(option.group))) return undefined
  if (outcome.kind !== 'value' || outcome.value !== null) return undefined
  const message = `The service does not start without a value for '${option.name}' in [${option.group}]`
  return { ...finding('required-missing', message), group: option.group, option: option.name }
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
