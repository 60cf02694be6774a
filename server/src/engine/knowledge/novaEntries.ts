import type { Entry } from './entry'
import { consoleEntries } from './nova/consoles'
import { guestEntries } from './nova/guests'
import { imageEntries } from './nova/images'
import { limitEntries } from './nova/limits'
import { migrationEntries } from './nova/migration'
import { schedulingEntries } from './nova/scheduling'
import { serviceEntries } from './nova/services'
import { storageEntries } from './nova/storage'

/**
 * Nova's own options of which more is known than their declarations say: from advisories, notes, documents, commits and
 * Nova's source. General vocabularies serve all the others, and every other project.
 */
export const novaEntries: readonly Entry[] = [
  ...consoleEntries,
  ...serviceEntries,
  ...imageEntries,
  ...migrationEntries,
  ...guestEntries,
  ...storageEntries,
  ...limitEntries,
  ...schedulingEntries,
]
