import type { Entry } from './entry'
import { identityEntries } from './keystone/identity'
import { tokenEntries } from './keystone/tokens'

/** Keystone's own options of which more is known than their declarations say. */
export const keystoneEntries: readonly Entry[] = [...identityEntries, ...tokenEntries]
