import { categorize } from '../knowledge/categorize'
import { readableHelp, saysNothing } from '../knowledge/words'
import { openstackDocs } from '../knowledge/references'
import { setKeyword } from './fixes'
import { isGoing, isMissing, placeOf } from './places'
import { defineRule } from './rule'
import type { Fix } from './rule'
import type { Option } from '../oslo/option'

export const helpMissingOrTooShort = defineRule({
  name: 'help-missing-or-too-short',
  summary: 'Help that leaves operators guessing',
  severity: 'hint',
  category: 'other',
  cwe: [],
  references: [
    openstackDocs('nova/latest/contributor/code-review', 'Nova: code review guidelines'),
    openstackDocs('oslo.config/latest/reference/styleguide', 'oslo.config: style guide'),
  ],
  messages: {
    missing: "'{name}' has no help: operators cannot tell what it does",
    short: "The help of '{name}' has {length} characters",
  },
  consequences: {
    short: 'It can hardly say what the option does, in which unit, and to what effect.',
  },
  *check(option) {
    if (option.name.kind !== 'known' || option.baseClass === 'SubCommandOpt' || isGoing(option)) return
    const args = { name: option.displayName }
    if (isMissing(option, option.help) || (option.help.kind === 'known' && saysNothing(option.help.value))) {
      yield { at: placeOf(option, option.help), message: 'missing', args, fixes: template(option) }
    } else if (option.help.kind === 'known') {
      const { length } = readableHelp(option)
      if (length >= 60 || (length >= 40 && !categorize(option).securityRelevant)) return
      yield { at: placeOf(option, option.help), message: 'short', args: { ...args, length: String(length) } }
    }
  },
})

/** The words are for a person to find. Nova's helps begin below their quotes. */
function template(option: Option): readonly Fix[] {
  const edits = setKeyword(option, 'help', '"""\n\n"""', 4)
  return edits === undefined ? [] : [{ title: 'Write a help text', edits, safe: false }]
}
