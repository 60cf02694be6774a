import type { EventEmitter } from 'vscode'
import * as protocol from '../../server/src/protocol'
import { useNodes, type InventoryNode, type OptionNode, type UseNode } from './inventoryNodes'
import type { ReviewServer } from './languageClient'

/** Where options are used, asked for when their rows are unfolded, and again for those that stay so. */
export class UnfoldedUses {
  /** The last answers as text, by the ids of the options' rows. */
  private readonly shown = new Map<string, string>()

  constructor(
    private readonly server: ReviewServer,
    private readonly changed: EventEmitter<InventoryNode | undefined>,
  ) {}

  async of(option: OptionNode): Promise<UseNode[]> {
    const rows = await this.ask(option)
    this.shown.set(option.row.id, JSON.stringify(rows))
    return useNodes(option, rows)
  }

  /** Asks again for options that are unfolded: only other answers are shown. */
  async follow(unfolded: readonly OptionNode[]): Promise<void> {
    for (const option of unfolded) {
      const before = this.shown.get(option.row.id)
      if (before !== undefined && JSON.stringify(await this.ask(option)) !== before) this.changed.fire(option)
    }
  }

  private async ask({ row: { uri, id } }: OptionNode): Promise<protocol.OptionUsesResult> {
    const params: protocol.OptionParams = { uri, id }
    return (await this.server.request<protocol.OptionUsesResult>(protocol.optionUses, params)) ?? []
  }
}
