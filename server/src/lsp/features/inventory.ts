import { comparePositions, severities } from '../../engine/index'
import type { Finding, Module, Option } from '../../engine/index'
import type { InventoryParams, InventoryResult, OptionRow, Section, Summary } from '../../protocol'
import { label } from '../../safe/text'
import { mostSevere, toRange } from '../convert'
import type { Facts } from '../facts'
import { qualifiedName } from '../names'
import { rowId } from '../rows'
import { optionDetail } from './documentSymbols'
import { libraryRows } from './libraryRows'
import { groupSection, sectionOrder, sectionsOf } from './inventorySections'
import type { SectionKey } from './inventorySections'

/** Answers `novaConfigReview/inventory`: every option of the project, as the view shows it. */
export function inventory(facts: Facts, params: InventoryParams): InventoryResult {
  const filled = new Map<string, { key: SectionKey; options: Option[] }>()
  for (const module of facts.modules()) {
    for (const option of module.options) {
      if (!isWanted(facts, option, params)) continue
      for (const key of sectionsOf(facts, option, params.groupBy)) {
        const section = filled.get(key.id)
        if (section === undefined) filled.set(key.id, { key, options: [option] })
        else section.options.push(option)
      }
    }
  }
  const libraries = showsLibraries(params) ? libraryRows(facts) : new Map<string, OptionRow[]>()
  for (const group of libraries.keys()) {
    const key = groupSection(group)
    if (!filled.has(key.id)) filled.set(key.id, { key, options: [] })
  }
  const sections = [...filled.values()]
    .sort((a, b) => sectionOrder(a.key, b.key))
    .map(({ key, options }) => {
      const section = toSection(facts, key, options, params)
      section.options.push(...(libraries.get(key.group ?? '') ?? []))
      return section
    })
  return { indexing: facts.indexing, sections, summary: summarize(facts) }
}

/** A library's options have no file, severity or category of their own. */
function showsLibraries(params: InventoryParams): boolean {
  return params.groupBy === 'group' && !params.findingsOnly && !params.securityRelevantOnly
}

/** Counts the options of the project, and their findings by severity. */
function summarize(facts: Facts): Summary {
  const summary = emptySummary()
  for (const module of facts.modules()) addToSummary(summary, module, facts.findings(module.file))
  return summary
}

export function emptySummary(): Summary {
  return { options: 0, error: 0, warning: 0, information: 0, hint: 0 }
}

/** Counts the options of one more file, and its findings by severity. */
export function addToSummary(summary: Summary, module: Module, findings: readonly Finding[]): void {
  summary.options += module.options.length
  for (const finding of findings) summary[finding.severity] += 1
}

function isWanted(facts: Facts, option: Option, params: InventoryParams): boolean {
  if (params.findingsOnly && facts.findingsOf(option).length === 0) return false
  return !params.securityRelevantOnly || facts.isSecurityRelevant(option)
}

function toSection(facts: Facts, key: SectionKey, options: readonly Option[], params: InventoryParams): Section {
  const rows = [...options]
    .sort(params.groupBy === 'file' ? byPosition : byName)
    .map(option => toRow(facts, key, option))
  const severity = mostSevere(rows.flatMap(row => row.severity ?? []))
  return {
    id: key.id,
    label: label(key.label),
    options: rows,
    findingCount: rows.reduce((count, row) => count + row.findingCount, 0),
    ...(severity === undefined ? {} : { severity }),
  }
}

function toRow(facts: Facts, key: SectionKey, option: Option): OptionRow {
  const findings = facts.findingsOf(option)
  const severity = mostSevere(findings.map(finding => finding.severity))
  return {
    id: rowId(key.id, option),
    uri: option.file,
    range: toRange(option.range),
    selectionRange: toRange(option.nameRange),
    name: label(option.displayName),
    qualifiedName: label(qualifiedName(option, key.group)),
    description: optionDetail(option),
    ...(severity === undefined ? {} : { severity }),
    category: facts.categoryOf(option),
    findingCount: findings.length,
    rules: rulesBySeverity(findings),
  }
}

function rulesBySeverity(findings: readonly Finding[]): string[] {
  const loudFirst = severities.flatMap(severity => findings.filter(finding => finding.severity === severity))
  return [...new Set(loudFirst.map(finding => finding.rule))]
}

function byName(a: Option, b: Option): number {
  return compare(a.displayName, b.displayName) || compare(a.file, b.file) || byPosition(a, b)
}

function byPosition(a: Option, b: Option): number {
  return comparePositions(a.range.start, b.range.start)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
