import type { FindingRow, Grouping, OptionRow, Range, Section, UseRow } from '../../server/src/protocol'

export interface SectionNode {
  readonly kind: 'section'
  readonly section: Section
  readonly grouping: Grouping
  readonly children: readonly (OptionNode | FindingNode)[]
}
export interface OptionNode {
  readonly kind: 'option'
  readonly row: OptionRow
  readonly parent: SectionNode
  readonly children: readonly FindingNode[]
}
export interface FindingNode {
  readonly kind: 'finding'
  readonly row: FindingRow
  readonly parent: SectionNode | OptionNode
  readonly children: readonly []
}
/** A file that uses an option, or a place in it: below the findings of the option. */
export interface UseNode {
  readonly kind: 'use'
  readonly row: UseRow
  readonly parent: OptionNode | UseNode
  readonly children: readonly UseNode[]
}
export type InventoryNode = SectionNode | OptionNode | FindingNode | UseNode

/** Sections as the tree wants them: each node knows its parent. */
export function nodesOf(sections: readonly Section[], grouping: Grouping): SectionNode[] {
  return sections.map(section => {
    const children: (OptionNode | FindingNode)[] = []
    const parent: SectionNode = { kind: 'section', section, grouping, children }
    children.push(...findingNodes(parent, section.findings), ...section.options.map(row => optionNode(parent, row)))
    return parent
  })
}

function optionNode(parent: SectionNode, row: OptionRow): OptionNode {
  const children: FindingNode[] = []
  const node: OptionNode = { kind: 'option', row, parent, children }
  children.push(...findingNodes(node, row.findings))
  return node
}

function findingNodes(parent: SectionNode | OptionNode, rows: readonly FindingRow[]): FindingNode[] {
  return rows.map(row => ({ kind: 'finding', row, parent, children: [] }))
}

/** The rows of an option's uses as the tree wants them. */
export function useNodes(parent: OptionNode | UseNode, rows: readonly UseRow[]): UseNode[] {
  return rows.map(row => {
    const children: UseNode[] = []
    const node: UseNode = { kind: 'use', row, parent, children }
    children.push(...useNodes(node, row.children))
    return node
  })
}

/** What tells a node from all others of the tree, for as long as it is there. */
export function idOf(node: InventoryNode): string {
  return node.kind === 'section' ? node.section.id : node.row.id
}

/** Where a row leads: to an option's name, or to the place of a finding. */
export function placeOf({ kind, row }: OptionNode | FindingNode): Range {
  return kind === 'option' ? row.selectionRange : row.range
}

/**
 * The rows of the second level that lead into a range of a file: those of an option, where its declaration meets the
 * range; by severity those of its findings.
 */
export function nodesAt(
  sections: readonly SectionNode[],
  uri: string,
  meets: (range: Range) => boolean,
): (OptionNode | FindingNode)[] {
  return sections.flatMap(({ children }) => children.filter(({ row }) => row.uri === uri && meets(row.range)))
}
