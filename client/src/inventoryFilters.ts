import { commands, type Memento } from 'vscode'
import { groupings, type InventoryParams } from '../../server/src/protocol'

const key = 'inventoryFilters'
const initial: InventoryParams = { groupBy: 'group', findingsOnly: false, securityRelevantOnly: false }
const groupingTitles: Record<InventoryParams['groupBy'], string> = {
  group: '',
  file: 'by file',
  severity: 'by severity',
  category: 'by category',
}

/** What the view shows and how it is grouped: kept per workspace, mirrored in context keys for the menus. */
export class InventoryFilters {
  private params: InventoryParams

  constructor(private readonly memento: Memento) {
    const kept = memento.get<Partial<InventoryParams>>(key, {})
    const groupBy = groupings.find(grouping => grouping === kept.groupBy) ?? initial.groupBy
    this.params = {
      groupBy,
      findingsOnly: kept.findingsOnly === true,
      securityRelevantOnly: kept.securityRelevantOnly === true,
    }
    this.mirror()
  }

  get current(): InventoryParams {
    return this.params
  }

  get narrowed(): boolean {
    return this.params.findingsOnly || this.params.securityRelevantOnly
  }

  /** What differs from the plain view, in few words; empty for the plain view. */
  get description(): string {
    const parts = [
      groupingTitles[this.params.groupBy],
      this.params.findingsOnly ? 'with findings' : '',
      this.params.securityRelevantOnly ? 'security-relevant' : '',
    ]
    return parts.filter(part => part !== '').join(', ')
  }

  change(change: Partial<InventoryParams>): void {
    this.params = { ...this.params, ...change }
    void this.memento.update(key, this.params)
    this.mirror()
  }

  private mirror(): void {
    void commands.executeCommand('setContext', 'novaConfigReview.grouping', this.params.groupBy)
    void commands.executeCommand('setContext', 'novaConfigReview.findingsOnly', this.params.findingsOnly)
    void commands.executeCommand(
      'setContext',
      'novaConfigReview.securityRelevantOnly',
      this.params.securityRelevantOnly,
    )
  }
}
