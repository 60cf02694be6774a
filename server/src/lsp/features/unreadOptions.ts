import { keyText } from '../../engine/index'
import type { Option } from '../../engine/index'
import type { Facts } from '../facts'
import { type Uses, keysOf } from '../uses'
import { isRead } from '../useWords'

/**
 * The options of which no read is found outside of tests. Only possibly does nobody read them: other repositories may.
 * What tests declare is for tests, and where not all groups of an option are known, nothing is.
 */
export async function unreadOptions(facts: Facts, uses: Uses): Promise<ReadonlySet<Option>> {
  const byKey = await uses.ofAll()
  const unread = new Set<Option>()
  for (const { isTest, options } of facts.modules()) {
    for (const option of isTest ? [] : options) {
      const keys = keysOf(option)
      const hasRead = keys.some(key => byKey.get(keyText(key))?.some(use => isRead(use) && !use.isTest) === true)
      if (keys.length > 0 && option.membership.complete && !hasRead) unread.add(option)
    }
  }
  return unread
}
