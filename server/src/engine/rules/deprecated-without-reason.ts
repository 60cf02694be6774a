import { novaCommit, openstackDocs } from '../knowledge/references'
import { readableHelp, saysNothing } from '../knowledge/words'
import type { Option } from '../oslo/option'
import { setKeyword, together } from './fixes'
import { isMissing } from './places'
import { defineRule } from './rule'
import type { Fix } from './rule'

export const deprecatedWithoutReason = defineRule({
  name: 'deprecated-without-reason',
  summary: 'Deprecation that does not say why or since when',
  severity: 'information',
  category: 'other',
  cwe: [],
  references: [
    novaCommit('e9515ba745'),
    openstackDocs('oslo.config/latest/reference/deprecating', 'oslo.config: deprecating options'),
  ],
  messages: {
    missing: "'{name}' lacks {what}: {consequence} stays open",
  },
  *check(option) {
    if (option.deprecatedForRemoval.kind !== 'known' || !option.deprecatedForRemoval.value) return
    const reason = lacks(option, option.deprecatedReason)
    const since = lacks(option, option.deprecatedSince)
    if (!reason && !since) return
    const what = [reason ? 'deprecated_reason' : '', since ? 'deprecated_since' : ''].filter(word => word !== '')
    const consequence = reason ? 'what to use instead' : 'when it goes'
    yield {
      // Editors strike through what is underlined on an option that goes: that is its name, not "True".
      at: option.nameRange,
      message: 'missing',
      args: { name: option.displayName, what: what.join(' and '), consequence },
      severity: reason && since && !toldInHelp.test(readableHelp(option)) ? 'information' : 'hint',
      fixes: fillIn(option, reason, since),
    }
  },
})

/** Authors also write there what takes its place. */
const toldInHelp = /deprecated|no longer|replaced by|renamed to|(rather )?use \S+ instead|\brather use \S|\bno-op\b/i

function lacks(option: Option, value: Option['deprecatedReason']): boolean {
  return isMissing(option, value) || (value.kind === 'known' && saysNothing(value.value))
}

/** What to write is for a person to say: the fix only makes the places. */
function fillIn(option: Option, reason: boolean, since: boolean): readonly Fix[] {
  const keywords = [reason ? 'deprecated_reason' : '', since ? 'deprecated_since' : ''].filter(word => word !== '')
  const edits = together(...keywords.map(keyword => setKeyword(option, keyword, "''", 1)))
  return edits === undefined ? [] : [{ title: `Write ${keywords.join(' and ')}`, edits, safe: false }]
}
