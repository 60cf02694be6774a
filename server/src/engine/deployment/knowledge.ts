import type { Declarations } from './declarations'
import type { History } from './history'

/** What configuration files are judged by. */
export interface Knowledge {
  readonly declarations: Declarations
  readonly history: History
  /** Nobody has the sources of the service: of what is not declared nothing can be said. */
  readonly isPartial?: boolean
}
