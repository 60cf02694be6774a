import type { Declarations } from './declarations'
import type { History } from './history'

/** What configuration files are judged by. */
export interface Knowledge {
  readonly declarations: Declarations
  readonly history: History
}
