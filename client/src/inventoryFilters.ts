import { commands, type Memento } from 'vscode'
import { groupings, type InventoryParams } from '../../server/src/protocol'

const key = 'inventoryFilters'
const filters = [
  'findingsOnly',
  'securityRelevantOnly',
  'hideKnown',
  'unreadOnly',
  'notReviewedOnly',
  'changedOnly',
] as const

/** Everything, by configuration group. */
export const unfiltered = {
  findingsOnly: false,
  securityRelevantOnly: false,
  hideKnown: false,
  unreadOnly: false,
  notReviewedOnly: false,
  changedOnly: false,
} satisfies Partial<InventoryParams>

/** What the view shows and how it is grouped: kept per workspace, mirrored in context keys for the menus. */
export class InventoryFilters {
  private params: InventoryParams

  constructor(private readonly memento: Memento) {
    const kept = memento.get<Partial<InventoryParams>>(key, {})
    const groupBy = groupings.find(grouping => grouping === kept.groupBy) ?? 'group'
    this.params = { groupBy, ...unfiltered }
    for (const filter of filters) this.params[filter] = kept[filter] === true
    this.mirror()
  }

  get current(): InventoryParams {
    return this.params
  }

  get narrowed(): boolean {
    return filters.some(filter => this.params[filter])
  }

  change(change: Partial<InventoryParams>): void {
    this.params = { ...this.params, ...change }
    void this.memento.update(key, this.params)
    this.mirror()
  }

  private mirror(): void {
    const set = (name: string, value: unknown) =>
      void commands.executeCommand('setContext', `novaConfigReview.${name}`, value)
    set('grouping', this.params.groupBy)
    for (const filter of filters) set(filter, this.params[filter])
    set('narrowed', this.narrowed)
  }
}
