import { categories, defaultGroup, groupKey, severities } from '../../engine/index'
import type { Option } from '../../engine/index'
import type { Grouping } from '../../protocol'
import { mostSevere } from '../convert'
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

/** The sections that an option stands in: one, or one for each of its groups. */
export function sectionsOf(facts: Facts, option: Option, grouping: Grouping): SectionKey[] {
  switch (grouping) {
    case 'group':
      return groupSections(option)
    case 'file':
      return [{ id: `file:${option.file}`, label: fileLabel(option.file, facts.folders), rank: 0 }]
    case 'severity':
      return [severitySection(facts, option)]
    case 'category': {
      const category = facts.categoryOf(option)
      return [{ id: `category:${category}`, label: inWords(category), rank: categories.indexOf(category) }]
    }
  }
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

function severitySection(facts: Facts, option: Option): SectionKey {
  const severity = mostSevere(facts.findingsOf(option).map(finding => finding.severity))
  if (severity === undefined) return { id: 'severity:none', label: 'No findings', rank: severities.length }
  return { id: `severity:${severity}`, label: inWords(severity), rank: severities.indexOf(severity) }
}

function inWords(name: string): string {
  const words = name.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
