import { MarkdownString, Range, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState, Uri } from 'vscode'
import type { Grouping, OptionRow, Section, Severity } from '../../server/src/protocol'
import * as protocol from '../../server/src/protocol'
import { withCommandLinks } from './rulePages'

export interface SectionNode {
  readonly kind: 'section'
  readonly section: Section
  readonly grouping: Grouping
  readonly options: readonly OptionNode[]
}
export interface OptionNode {
  readonly kind: 'option'
  readonly row: OptionRow
  readonly parent: SectionNode
}
export type InventoryNode = SectionNode | OptionNode

/** Sections with their options as the tree wants them: each option knows its parent. */
export function nodesOf(sections: readonly Section[], grouping: Grouping): SectionNode[] {
  return sections.map(section => {
    const options: OptionNode[] = []
    const parent: SectionNode = { kind: 'section', section, grouping, options }
    options.push(...section.options.map(row => ({ kind: 'option', row, parent }) as const))
    return parent
  })
}

/** Severities differ in shape, not in colour alone. */
const severityIcons: Record<Severity, ThemeIcon> = {
  error: new ThemeIcon('error', new ThemeColor('problemsErrorIcon.foreground')),
  warning: new ThemeIcon('warning', new ThemeColor('problemsWarningIcon.foreground')),
  information: new ThemeIcon('info', new ThemeColor('problemsInfoIcon.foreground')),
  hint: new ThemeIcon('comment', new ThemeColor('descriptionForeground')),
}
const optionIcon = new ThemeIcon('symbol-property')
const groupingIcons: Record<Grouping, ThemeIcon> = {
  group: new ThemeIcon('symbol-namespace'),
  file: ThemeIcon.File,
  severity: new ThemeIcon('pass'),
  category: new ThemeIcon('tag'),
}

/** A parent row: its label, and how much is below it. */
export function sectionItem({ section, grouping, options }: SectionNode, expanded: boolean): TreeItem {
  const { Expanded, Collapsed } = TreeItemCollapsibleState
  const item = new TreeItem(section.label, expanded ? Expanded : Collapsed)
  const findings = section.findingCount === 0 ? 'no findings' : counted(section.findingCount, 'finding')
  item.id = section.id
  item.contextValue = 'section'
  item.description = section.findingCount === 0 ? `${options.length}` : `${options.length} · ${findings}`
  item.tooltip = `${section.label}: ${counted(options.length, 'option')}, ${findings}`
  item.accessibilityInformation = { label: item.tooltip }
  item.iconPath = groupingIcons[grouping]
  const first = options[0]?.row
  if (grouping === 'file' && first !== undefined) item.resourceUri = Uri.parse(first.uri)
  if (grouping === 'severity' && section.severity !== undefined) item.iconPath = severityIcons[section.severity]
  return item
}

/** An option's row. Its tooltip comes later, from `optionTooltip`. */
export function optionItem({ row, parent }: OptionNode): TreeItem {
  const item = new TreeItem(parent.grouping === 'group' ? row.name : row.qualifiedName)
  const findings =
    row.severity === undefined ? 'no findings' : `${row.severity}, ${counted(row.findingCount, 'finding')}`
  item.id = row.id
  item.contextValue = row.rules.length > 0 ? 'option.finding' : 'option'
  item.description = row.description
  item.iconPath = row.severity === undefined ? optionIcon : severityIcons[row.severity]
  item.accessibilityInformation = { label: `${row.qualifiedName}, ${row.description}, ${findings}` }
  item.command = {
    title: 'Go to Declaration',
    command: 'vscode.open',
    arguments: [Uri.parse(row.uri), { selection: editorRange(row.selectionRange) }],
  }
  return item
}

/** What the server says of an option, with links that work in a tooltip. */
export function optionTooltip(markdown: string): MarkdownString {
  const tooltip = new MarkdownString(withCommandLinks(markdown))
  tooltip.isTrusted = { enabledCommands: [protocol.openRuleCommand] }
  return tooltip
}

/** A range of the protocol as the editor's. */
export function editorRange({ start, end }: protocol.Range): Range {
  return new Range(start.line, start.character, end.line, end.character)
}

/** `1 option`, `2 options`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
