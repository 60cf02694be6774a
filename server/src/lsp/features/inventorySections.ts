import { categories, defaultGroup, groupKey, severities } from '../../engine/index'
import type { Category, Finding, Option } from '../../engine/index'
import type { Grouping } from '../../protocol'
import type { Facts } from '../facts'
import { fileLabel } from '../scope'

/** A parent of the tree. Its id stays the same while options come and go. */
export interface SectionKey {
  readonly id: string
  readonly label: string
  /** Where it stands: by rank, then by label. */
  readonly rank: number
  /** The configuration group, when sections are groups. */
  readonly group?: string
}

/**
 * The sections that an option stands in: one, or one for each of its groups. By severity this is for options on which
 * nothing was found.
 */
export function sectionsOf(facts: Facts, option: Option, grouping: Grouping): SectionKey[] {
  switch (grouping) {
    case 'group':
      return groupSections(option)
    case 'file':
      return [fileSection(facts, option.file)]
    case 'severity':
      return [{ id: 'severity:none', label: 'No findings', rank: severities.length + 1 }]
    case 'category':
      return [categorySection(facts.categoryOf(option))]
  }
}

/** The section that a finding is a row of: by severity any finding, else one that is about no option. */
export function sectionOfFinding(facts: Facts, finding: Finding, grouping: Grouping): SectionKey {
  switch (grouping) {
    case 'group':
      return { id: 'files', label: 'Whole files', rank: 3 }
    case 'file':
      return fileSection(facts, finding.file)
    case 'severity':
      return severitySection(finding)
    case 'category':
      return categorySection(finding.category)
  }
}

function fileSection(facts: Facts, file: string): SectionKey {
  return { id: `file:${file}`, label: fileLabel(file, facts.folders), rank: 0 }
}

function categorySection(category: Category): SectionKey {
  return { id: `category:${category}`, label: inWords(category), rank: categories.indexOf(category) }
}

/** Orders sections for `sort`. */
export function sectionOrder(a: SectionKey, b: SectionKey): number {
  return a.rank - b.rank || (a.label < b.label ? -1 : a.label > b.label ? 1 : 0)
}

function groupSections(option: Option): SectionKey[] {
  const { groups } = option.membership
  if (groups.length === 0) return [{ id: 'group:', label: 'Group not known', rank: 2 }]
  return groups.map(groupSection)
}

/** The section of a configuration group, whose name files may write in any case: it is shown as the first option has it. */
export function groupSection(group: string): SectionKey {
  return { id: `group:${groupKey(group)}`, label: `[${group}]`, rank: group === defaultGroup ? 0 : 1, group }
}

function severitySection({ severity, known }: Finding): SectionKey {
  if (known === true) return { id: 'severity:known', label: 'Known', rank: severities.length }
  return { id: `severity:${severity}`, label: inWords(severity), rank: severities.indexOf(severity) }
}

function inWords(name: string): string {
  const words = name.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
