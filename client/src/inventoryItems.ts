import {
  MarkdownString,
  Range,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  Uri,
  type Command,
} from 'vscode'
import type { FindingRow, Grouping, OptionRow, ReviewStateName, Severity, UseRow } from '../../server/src/protocol'
import * as protocol from '../../server/src/protocol'
import { counted, countsInWords, progressInWords } from './counts'
import { placeOf, type FindingNode, type OptionNode, type SectionNode, type UseNode } from './inventoryNodes'
import { withCommandLinks } from './pages/rulePages'

/** Severities differ in shape, not in colour alone. */
const severityIcons: Record<Severity, ThemeIcon> = {
  error: new ThemeIcon('error', new ThemeColor('problemsErrorIcon.foreground')),
  warning: new ThemeIcon('warning', new ThemeColor('problemsWarningIcon.foreground')),
  information: new ThemeIcon('info', new ThemeColor('problemsInfoIcon.foreground')),
  hint: new ThemeIcon('comment', new ThemeColor('descriptionForeground')),
}
const optionIcon = new ThemeIcon('symbol-property')
/** What people said of an option stands in words beside it, too. */
const reviewIcons: Readonly<Record<Exclude<ReviewStateName, 'unreviewed'>, ThemeIcon>> = {
  'expired-risk': new ThemeIcon('watch', new ThemeColor('problemsWarningIcon.foreground')),
  finding: new ThemeIcon('flame', new ThemeColor('problemsErrorIcon.foreground')),
  question: new ThemeIcon('question', new ThemeColor('problemsInfoIcon.foreground')),
  'accepted-risk': new ThemeIcon('shield', new ThemeColor('descriptionForeground')),
  reviewed: new ThemeIcon('check', new ThemeColor('testing.iconPassed')),
  'changed-since-review': new ThemeIcon('diff-modified', new ThemeColor('problemsWarningIcon.foreground')),
}
const useIcons: Readonly<Record<UseRow['kind'], ThemeIcon | undefined>> = {
  file: ThemeIcon.File,
  tests: new ThemeIcon('beaker'),
  read: new ThemeIcon('eye'),
  write: new ThemeIcon('edit'),
  step: new ThemeIcon('arrow-small-right'),
  sink: new ThemeIcon('zap'),
  remark: undefined,
}
const reachingIcon = new ThemeIcon('zap')
const groupingIcons: Record<Grouping, ThemeIcon> = {
  group: new ThemeIcon('symbol-namespace'),
  file: ThemeIcon.File,
  severity: new ThemeIcon('pass'),
  category: new ThemeIcon('tag'),
}

/** A parent row: its label, how much is below it, and how bad it is. */
export function sectionItem({ section, grouping, children }: SectionNode, expanded: boolean): TreeItem {
  const item = new TreeItem(section.label, stateOf(true, expanded))
  const options = section.options.length
  const findings = countsInWords(section.counts)
  const isFindings = section.options.length === 0 && children.length > 0
  item.id = section.id
  item.contextValue = 'section'
  // By severity, the label has said already of what there are so many.
  const progress = section.progress.reviewed > 0 ? [progressInWords(section.progress)] : []
  item.description =
    isFindings && grouping === 'severity'
      ? `${children.length}`
      : [...(options > 0 ? [`${options}`] : []), ...progress, ...findings].join(' · ')
  item.tooltip = `${section.label}: ${[
    ...(isFindings ? [] : [counted(options, 'option'), ...progress]),
    ...(findings.length > 0 ? findings : ['no findings']),
  ].join(', ')}`
  item.accessibilityInformation = { label: item.tooltip }
  item.iconPath = groupingIcons[grouping]
  const first = children[0]?.row
  if (grouping === 'file' && first !== undefined) item.resourceUri = Uri.parse(first.uri)
  const severity = section.findings[0]?.severity
  if (grouping === 'severity' && severity !== undefined) item.iconPath = severityIcons[severity]
  if (grouping === 'severity' && section.counts.known > 0) item.iconPath = new ThemeIcon('history')
  return item
}

/** An option's row, which unfolds to what was found on it and to where it is read. Its tooltip comes later, from `optionTooltip`. */
export function optionItem(node: OptionNode, expanded: boolean): TreeItem {
  const { row, parent } = node
  const item = new TreeItem(parent.grouping === 'group' ? row.name : row.qualifiedName, stateOf(true, expanded))
  const loudest = row.findings.find(({ known }) => known !== true)
  const findings = countsInWords(countsOf(row.findings)).join(', ') || 'no findings'
  item.id = row.id
  item.contextValue = row.findings.length > 0 ? 'option.finding' : 'option'
  const changed = row.changed === undefined ? [] : [`changed: ${row.changed}`]
  item.description = [...reviewInWords(row), ...changed, withPlace(row.description, row.place)].join(' · ')
  item.iconPath = reviewIconOf(row) ?? (loudest === undefined ? optionIcon : severityIcons[loudest.severity])
  item.accessibilityInformation = { label: `${row.qualifiedName}, ${item.description}, ${findings}` }
  item.command = openCommand('Go to Declaration', node)
  return item
}

function reviewInWords({ review }: OptionRow): string[] {
  if (review === undefined) return []
  return [
    ...(review.words === '' ? [] : [review.words]),
    ...(review.notes === 0 ? [] : [counted(review.notes, 'note')]),
  ]
}

function reviewIconOf({ review }: OptionRow): ThemeIcon | undefined {
  return review === undefined || review.state === 'unreviewed' ? undefined : reviewIcons[review.state]
}

/** A finding's row: below its option what it says, in a section of findings what it is about, too. */
export function findingItem(node: FindingNode): TreeItem {
  const { row, parent } = node
  const isAlone = parent.kind === 'section'
  const item = new TreeItem(isAlone ? row.subject : row.message)
  const known = row.known === true ? ['known'] : []
  item.id = row.id
  item.contextValue = contextOf(row)
  item.description = withPlace([...known, isAlone ? row.message : row.rule].join(' · '), row.place)
  item.iconPath = severityIcons[row.severity]
  item.tooltip = [
    row.message,
    `${[row.severity, ...known].join(', ')} · ${row.rule}`,
    ...(row.fix === undefined ? [] : [`Fix: ${row.fix}`]),
  ].join('\n\n')
  const said = [row.subject, row.severity, ...known, row.message, row.rule]
  item.accessibilityInformation = { label: withPlace(said.join(', '), row.place) }
  item.command = openCommand('Go to Finding', node)
  return item
}

/** The row of a file that uses an option, or of a use: what a read reaches is said in words, too. */
export function useItem({ row }: UseNode, expanded: boolean): TreeItem {
  const item = new TreeItem(row.label, stateOf(row.children.length > 0, expanded))
  item.id = row.id
  item.contextValue = 'use'
  item.description = row.description
  item.tooltip = [row.label, row.description].filter(Boolean).join(': ')
  item.accessibilityInformation = { label: item.tooltip }
  const icon = row.reaches && row.kind === 'read' ? reachingIcon : useIcons[row.kind]
  if (icon !== undefined) item.iconPath = icon
  if (row.at === undefined) return item
  const uri = Uri.parse(row.at.uri)
  if (row.kind === 'file') item.resourceUri = uri
  else
    item.command = {
      title: 'Go to Use',
      command: 'vscode.open',
      arguments: [uri, { selection: editorRange(row.at.range) }],
    }
  return item
}

/** What a person can do with a finding, as the menus of package.json ask for it: `finding fix ignore page`. */
function contextOf({ known, rule, fix }: FindingRow): string {
  return [
    'finding',
    ...(fix === undefined ? [] : ['fix']),
    ...(known === true ? ['known'] : []),
    // What is wrong with a suppression is put right, not suppressed in turn.
    ...(known === true || rule.startsWith('suppression-') ? [] : ['ignore']),
    ...(protocol.hasPage(rule) ? ['page'] : []),
  ].join(' ')
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

function countsOf(findings: readonly FindingRow[]): protocol.Counts {
  const counts = { error: 0, warning: 0, information: 0, hint: 0, known: 0 }
  for (const { known, severity } of findings) counts[known === true ? 'known' : severity] += 1
  return counts
}

function stateOf(hasChildren: boolean, expanded: boolean): TreeItemCollapsibleState {
  if (!hasChildren) return TreeItemCollapsibleState.None
  return expanded ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed
}

function withPlace(description: string, place: string | undefined): string {
  return place === undefined ? description : `${place} · ${description}`
}

function openCommand(title: string, node: OptionNode | FindingNode): Command {
  const selection = editorRange(placeOf(node))
  return { title, command: 'vscode.open', arguments: [Uri.parse(node.row.uri), { selection }] }
}
