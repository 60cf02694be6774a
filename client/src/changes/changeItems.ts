import { ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode'
import type { ChangeImpact, ChangeRow, ChangeSection } from '../../../server/src/protocol'
import { counted } from '../counts'

export type ChangeNode =
  | { readonly kind: 'impact'; readonly section: ChangeSection }
  | { readonly kind: 'group'; readonly impact: ChangeImpact; readonly group: ChangeSection['groups'][number] }
  | { readonly kind: 'change'; readonly row: ChangeRow }
  | { readonly kind: 'problems'; readonly problems: readonly string[] }
  | { readonly kind: 'problem'; readonly problem: string }

/** Impacts differ in shape and in a word, not in colour alone. */
const impacts: Record<ChangeImpact, { word: string; icon: ThemeIcon }> = {
  security: { word: 'Security', icon: new ThemeIcon('shield', new ThemeColor('problemsErrorIcon.foreground')) },
  breaking: { word: 'Breaking', icon: new ThemeIcon('error', new ThemeColor('problemsErrorIcon.foreground')) },
  'operator-visible': {
    word: 'Operator-Visible',
    icon: new ThemeIcon('megaphone', new ThemeColor('problemsInfoIcon.foreground')),
  },
  cosmetic: { word: 'Cosmetic', icon: new ThemeIcon('paintcan') },
}
const kindIcons: Readonly<Record<string, ThemeIcon>> = {
  added: new ThemeIcon('diff-added'),
  removed: new ThemeIcon('diff-removed'),
  renamed: new ThemeIcon('diff-renamed'),
  moved: new ThemeIcon('diff-renamed'),
}
const changedIcon = new ThemeIcon('diff-modified')
const acceptedIcon = new ThemeIcon('check')

export function topNodes(sections: readonly ChangeSection[], problems: readonly string[]): ChangeNode[] {
  return [
    ...(problems.length > 0 ? [{ kind: 'problems' as const, problems }] : []),
    ...sections.map(section => ({ kind: 'impact' as const, section })),
  ]
}

export function childrenOf(node: ChangeNode): ChangeNode[] {
  switch (node.kind) {
    case 'impact':
      return node.section.groups.map(group => ({ kind: 'group', impact: node.section.impact, group }))
    case 'group':
      return node.group.changes.map(row => ({ kind: 'change', row }))
    case 'problems':
      return node.problems.map(problem => ({ kind: 'problem', problem }))
    default:
      return []
  }
}

export function itemOf(node: ChangeNode): TreeItem {
  switch (node.kind) {
    case 'impact':
      return impactItem(node.section)
    case 'group': {
      const item = new TreeItem(node.group.label, TreeItemCollapsibleState.Expanded)
      item.id = `${node.impact} ${node.group.label}`
      item.description = String(node.group.changes.length)
      item.iconPath = new ThemeIcon('symbol-namespace')
      item.accessibilityInformation = { label: `${node.group.label}, ${counted(node.group.changes.length, 'change')}` }
      return item
    }
    case 'change':
      return changeItem(node)
    case 'problems': {
      const item = new TreeItem('Not Settled', TreeItemCollapsibleState.Expanded)
      item.id = 'problems'
      item.description = String(node.problems.length)
      item.iconPath = new ThemeIcon('warning', new ThemeColor('problemsWarningIcon.foreground'))
      return item
    }
    case 'problem': {
      const item = new TreeItem(node.problem)
      item.tooltip = node.problem
      return item
    }
  }
}

function impactItem({ impact, groups }: ChangeSection): TreeItem {
  const count = groups.reduce((sum, { changes }) => sum + changes.length, 0)
  const { word, icon } = impacts[impact]
  const open = impact === 'cosmetic' ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.Expanded
  const item = new TreeItem(word, open)
  item.id = impact
  item.description = String(count)
  item.iconPath = icon
  item.accessibilityInformation = { label: `${word}, ${counted(count, 'change')}` }
  return item
}

function changeItem(node: ChangeNode & { kind: 'change' }): TreeItem {
  const { row } = node
  const item = new TreeItem(row.option)
  const accepted = row.accepted ? ['accepted'] : []
  item.id = row.id
  item.contextValue = ['change', ...(row.note ? ['note'] : []), ...(row.lost ? ['lost'] : [])].join(' ')
  item.description = [...accepted, row.description].join(' · ')
  item.iconPath = row.accepted ? acceptedIcon : (kindIcons[row.kind] ?? changedIcon)
  item.tooltip = [`${row.option}: ${row.description}`, row.why, ...row.details].join('\n\n')
  item.accessibilityInformation = { label: [row.option, row.description, ...accepted, row.why].join(', ') }
  item.command = { title: 'Compare Declaration', command: 'novaConfigReview.openChange', arguments: [node] }
  return item
}
