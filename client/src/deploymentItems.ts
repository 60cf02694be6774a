import { ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState, Uri } from 'vscode'
import type { CheckRow, CheckSection, CheckState, Deployment } from '../../server/src/protocol'
import { counted } from './counts'
import { editorRange } from './inventoryItems'

export type DeploymentNode =
  | { readonly kind: 'deployment'; readonly deployment: Deployment }
  | { readonly kind: 'section'; readonly section: CheckSection; readonly deployment: Deployment }
  | { readonly kind: 'check'; readonly row: CheckRow }
  | { readonly kind: 'fault'; readonly fault: NonNullable<Deployment['fault']> }

/** Verdicts differ in shape and in a word, not in colour alone. */
const states: Record<CheckState, { word: string; icon: ThemeIcon }> = {
  fail: { word: 'Fail', icon: new ThemeIcon('error', new ThemeColor('problemsErrorIcon.foreground')) },
  unknown: { word: 'Unknown', icon: new ThemeIcon('question', new ThemeColor('problemsWarningIcon.foreground')) },
  default: { word: 'Passes by Default', icon: new ThemeIcon('shield') },
  pass: { word: 'Pass', icon: new ThemeIcon('pass', new ThemeColor('testing.iconPassed')) },
  'not-applicable': { word: 'Not Applicable', icon: new ThemeIcon('circle-slash') },
}

/** The rows below one, or at the top: of a single deployment its sections. */
export function childrenOf(node: DeploymentNode | undefined, all: readonly Deployment[]): DeploymentNode[] {
  if (node === undefined) {
    const nodes = all.map(deployment => ({ kind: 'deployment' as const, deployment }))
    return nodes.length === 1 ? childrenOf(nodes[0], all) : nodes
  }
  if (node.kind === 'section') return node.section.checks.map(row => ({ kind: 'check', row }))
  if (node.kind !== 'deployment') return []
  const { sections, fault } = node.deployment
  if (fault !== undefined) return [{ kind: 'fault', fault }]
  return sections.map(section => ({ kind: 'section', section, deployment: node.deployment }))
}

export function itemOf(node: DeploymentNode): TreeItem {
  if (node.kind === 'check') return checkItem(node.row)
  if (node.kind === 'fault') return faultItem(node.fault)
  const { deployment } = node
  const isLoud = node.kind === 'deployment' || ['fail', 'unknown'].includes(node.section.state)
  const open = isLoud ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed
  if (node.kind === 'deployment') {
    const item = new TreeItem(deployment.label, open)
    item.id = deployment.id
    item.description = counted(deployment.files.length, 'file')
    item.tooltip = deployment.files.join('\n')
    item.iconPath = new ThemeIcon('server')
    return item
  }
  const { state, checks } = node.section
  const item = new TreeItem(states[state].word, open)
  item.id = `${deployment.id} ${state}`
  item.description = `${checks.length}`
  item.iconPath = states[state].icon
  item.tooltip = `${states[state].word}: ${counted(checks.length, 'check')} of ${deployment.files.join(', ')}`
  return item
}

function checkItem(row: CheckRow): TreeItem {
  const { word, icon } = states[row.state]
  const effective = row.value === '' ? '' : ` = ${row.value}`
  const about = row.option === '' ? row.from : `${row.option}${effective} · ${row.from}`
  const item = new TreeItem(row.title)
  item.id = row.id
  item.description = about
  item.iconPath = icon
  item.tooltip = [
    `${word}: ${row.title}`,
    about,
    ...(row.state === 'fail' && row.safer !== undefined ? [`Safer: ${row.safer}`] : []),
    `${row.check} · ${row.evidence.join(', ')}`,
  ].join('\n\n')
  item.accessibilityInformation = { label: `${word}: ${row.title}, ${about}` }
  item.command = open(row.uri, row)
  return item
}

function faultItem({ message, place }: NonNullable<Deployment['fault']>): TreeItem {
  const item = new TreeItem('Cannot be read: nothing of any file counts')
  item.description = message
  item.tooltip = message
  item.iconPath = states.fail.icon
  item.command = open(place.uri, place)
  return item
}

function open(uri: string, { range }: Pick<CheckRow, 'range'>): NonNullable<TreeItem['command']> {
  const selection = editorRange(range)
  return { title: 'Go to Setting', command: 'vscode.open', arguments: [Uri.parse(uri), { selection }] }
}
