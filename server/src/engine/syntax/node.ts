import type { Node as TreeNode } from 'web-tree-sitter'

/**
 * A node of tree-sitter's that is asked each thing once: every question goes into WebAssembly and back. It is gone with
 * its tree.
 */
export class Node {
  readonly startIndex: number
  private ofType: string | undefined
  private end: number | undefined
  private named: Node[] | undefined

  constructor(private readonly node: TreeNode) {
    this.startIndex = node.startIndex
  }

  get type(): string {
    return (this.ofType ??= this.node.type)
  }

  get endIndex(): number {
    return (this.end ??= this.node.endIndex)
  }

  get hasError(): boolean {
    return this.node.hasError
  }

  get isNamed(): boolean {
    return this.node.isNamed
  }

  get text(): string {
    return this.node.text
  }

  get children(): Node[] {
    return this.node.children.map(child => new Node(child))
  }

  get namedChildren(): Node[] {
    return (this.named ??= this.node.namedChildren.map(child => new Node(child)))
  }

  get lastNamedChild(): Node | undefined {
    return this.namedChildren.at(-1)
  }

  childForFieldName(name: string): Node | null {
    const child = this.node.childForFieldName(name)
    return child && new Node(child)
  }

  childrenForFieldName(name: string): Node[] {
    return this.node.childrenForFieldName(name).map(child => new Node(child))
  }

  descendantsOfType(type: string): Node[] {
    return this.node.descendantsOfType(type).map(node => new Node(node))
  }
}
