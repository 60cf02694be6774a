import { rules, severities } from '../engine/index'
import type { Severity } from '../engine/index'
import { lensScopes, settingsSection } from '../protocol'
import type { LensScope } from '../protocol'
import type { PersonalSettings, RuleSeverities } from '../settings/folderSettings'
import { type ConfSettings, usualConfSettings } from '../settings/confSettings'
import { usualSettings } from '../settings/usualSettings'

/** Settings fit for use, and one line for a person about each value that was not. */
export interface ReadSettings {
  readonly settings: PersonalSettings
  readonly problems: readonly string[]
  /** Whether the findings of all files are to stand in Problems, not only those of open ones. */
  readonly wholeWorkspace: boolean
  /** Where lenses tell how often an option is read. */
  readonly lenses: LensScope
  /** Whether reads are followed by their option's class and default. */
  readonly hints: boolean
  /** Whether findings are told only of options that changed since the picked base. */
  readonly changesOnly: boolean
  readonly conf: ConfSettings
}

/** What holds in the window where nothing is set. */
const usualWindow = {
  wholeWorkspace: false,
  changesOnly: false,
  lenses: 'configModules',
  hints: false,
  conf: usualConfSettings,
} as const

/** Reads the section as a client sends it: whatever is wrong in it is named once and replaced by the default. */
export function readSettings(section: unknown): ReadSettings {
  const problems: string[] = []
  if (section === null || section === undefined) return { settings: usualSettings, problems, ...usualWindow }
  if (!isObject(section)) {
    problems.push(wrong('', section, 'an object'))
    return { settings: usualSettings, problems, ...usualWindow }
  }
  const inConf = section['conf']
  const ofConf = isObject(inConf) ? inConf : {}
  const settings = {
    rules: readRules(section['rules'], problems),
    minimumSeverity: readSeverity(section['minimumSeverity'], problems),
    include: readGlobs('include', section['include'], usualSettings.include, problems),
    exclude: readGlobs('exclude', section['exclude'], usualSettings.exclude, problems),
    baseline: readSwitch('baseline', section['baseline'], usualSettings.baseline, problems),
  }
  const whose = readChoice('problems', section['problems'], ['openFiles', 'workspace'], problems)
  const lenses = readChoice('codeLens', section['codeLens'], lensScopes, problems)
  const hints = readSwitch('inlayHints', section['inlayHints'], usualWindow.hints, problems)
  const changesOnly = readSwitch('changesOnly', section['changesOnly'], usualWindow.changesOnly, problems)
  const conf = {
    files: readGlobs('conf.files', ofConf['files'], usualConfSettings.files, problems),
    release: readRelease(ofConf['release'], problems),
  }
  return { settings, problems, wholeWorkspace: whose === 'workspace', lenses, hints, changesOnly, conf }
}

function readRelease(value: unknown, problems: string[]): string {
  if (value === undefined || value === null) return usualConfSettings.release
  if (typeof value === 'string') return value.trim()
  problems.push(wrong('.conf.release', value, 'a release of Nova such as "30" or "dalmatian", or empty'))
  return usualConfSettings.release
}

/** One of several words; the first where nothing, or nothing of them, is set. */
function readChoice<const Words extends readonly [string, ...string[]]>(
  key: string,
  value: unknown,
  words: Words,
  problems: string[],
): Words[number] {
  const chosen = words.find(word => word === value)
  if (chosen === undefined && value !== undefined && value !== null) {
    problems.push(wrong(`.${key}`, value, oneOf(words)))
  }
  return chosen ?? words[0]
}

function readRules(value: unknown, problems: string[]): RuleSeverities {
  const read: Record<string, Severity | 'off'> = {}
  if (value === undefined || value === null) return read
  if (!isObject(value)) {
    problems.push(wrong('.rules', value, 'an object of rule names and severities'))
    return read
  }
  for (const [name, severity] of Object.entries(value)) {
    if (!rules.some(rule => rule.name === name)) problems.push(unknownRule(name))
    else if (severity === 'off' || isSeverity(severity)) read[name] = severity
    else problems.push(wrong(`.rules, ${name}`, severity, oneOf([...severities, 'off'])))
  }
  return read
}

function unknownRule(name: string): string {
  const parts = new Set(name.split('-'))
  const shared = (other: string): number => other.split('-').filter(part => parts.has(part)).length
  const closest = rules.map(rule => rule.name).sort((a, b) => shared(b) - shared(a))[0]
  const hint = closest !== undefined && shared(closest) > 0 ? ` Did you mean "${closest}"?` : ''
  return `Setting ${settingsSection}.rules: there is no rule "${name}".${hint}`
}

function readSeverity(value: unknown, problems: string[]): Severity {
  if (value === undefined || value === null) return usualSettings.minimumSeverity
  if (isSeverity(value)) return value
  problems.push(wrong('.minimumSeverity', value, oneOf(severities)))
  return usualSettings.minimumSeverity
}

function readGlobs(key: string, value: unknown, usual: readonly string[], problems: string[]): readonly string[] {
  if (value === undefined || value === null) return usual
  if (Array.isArray(value) && value.every(glob => typeof glob === 'string' && glob !== '')) return value as string[]
  problems.push(wrong(`.${key}`, value, 'a list of glob patterns such as "**/conf/**"'))
  return usual
}

function readSwitch(key: string, value: unknown, usual: boolean, problems: string[]): boolean {
  if (value === undefined || value === null) return usual
  if (typeof value === 'boolean') return value
  problems.push(wrong(`.${key}`, value, 'true or false'))
  return usual
}

function wrong(key: string, value: unknown, allowed: string): string {
  const shown = JSON.stringify(value)
  const short = shown.length > 80 ? `${shown.slice(0, 80)}…` : shown
  return `Setting ${settingsSection}${key} is ${short}, but has to be ${allowed}. The default is used.`
}

function oneOf(allowed: readonly string[]): string {
  return allowed
    .map(each => `"${each}"`)
    .join(', ')
    .replace(/, (?=[^,]*$)/, ' or ')
}

function isSeverity(value: unknown): value is Severity {
  return severities.some(severity => severity === value)
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
