import { insecureMembers } from '../knowledge/members'
import { listedValues, valuesByTheWay } from '../knowledge/listedValues'
import { commit, novaCommit } from '../knowledge/references'
import { defaultTexts, isClosedSet } from '../knowledge/values'
import { nameWords, readableHelp } from '../knowledge/words'
import type { Option } from '../oslo/option'
import { renderPython } from '../python/render'
import { setKeyword } from './fixes'
import { isGoing } from './places'
import { defineRule } from './rule'
import type { Fix } from './rule'

export const enumerationWithoutChoices = defineRule({
  name: 'enumeration-without-choices',
  summary: 'Closed set of values that is only told in the help',
  severity: 'information',
  category: 'other',
  cwe: [20, 1173],
  references: [
    novaCommit('10c699dbb0'),
    novaCommit('e08098d32a'),
    novaCommit('1bbd144f5e'),
    commit('keystone', '23bf8c9cb7'),
  ],
  messages: {
    open: "'{name}' takes any text, although its help lists all values: a slip goes unnoticed",
  },
  consequences: {
    open: 'A misspelt value chooses the default, or switches a control off, without a word.',
  },
  *check(option) {
    const text = ['StrOpt', 'ListOpt', 'MultiStrOpt'].includes(option.baseClass)
    if (!text || isClosedSet(option) || option.regex.kind !== 'absent' || isGoing(option)) return
    // What drivers and the like there are is settled by what is installed.
    if (nameWords(option).some(word => pluggable.has(word))) return
    if (hasItemType(option) || option.help.kind !== 'known') return
    const help = readableHelp(option)
    const values = listedValues(option.help.value, help) ?? (hasText(option) ? valuesByTheWay(help) : undefined)
    // Those are a switch.
    if (values?.every(one => /^(true|false|yes|no|on|off)$/i.test(one)) === true) return
    // A default that the list leaves out shows that the list is not all there is.
    if (values === undefined || !defaultTexts(option).every(one => isAmong(values, one))) return
    const fixes = option.baseClass === 'StrOpt' ? addChoices(option, values) : []
    yield { at: option.nameRange, message: 'open', args: { name: option.displayName }, fixes }
  },
})

/** Case does not tell a slip from another value. */
function isAmong(values: readonly string[], text: string): boolean {
  return values.some(value => value.toLowerCase() === text.toLowerCase())
}

function hasText(option: Option): boolean {
  return option.baseClass === 'StrOpt' && defaultTexts(option).some(text => text !== '')
}

const pluggable = new Set(
  'driver drivers backend backends plugin plugins extension extensions filters providers class'.split(' '),
)

function hasItemType({ valueType }: Option): boolean {
  if (valueType.kind !== 'known') return true
  const item = valueType.value.itemType
  return (
    item.kind === 'unknown' ||
    (item.kind === 'known' && (item.value.type !== 'String' || item.value.regex.kind !== 'absent'))
  )
}

/** Values that were accepted before may be refused then. */
function addChoices(option: Option, values: readonly string[]): readonly Fix[] {
  // Whether to offer what weakens something is for a person to say.
  if (insecureMembers(option, values).length > 0 || values.some(one => /^(true|false)$/i.test(one))) return []
  if (!defaultTexts(option).every(one => values.includes(one))) return []
  const edits = setKeyword(option, 'choices', renderPython({ py: 'list', items: values }))
  return edits === undefined ? [] : [{ title: 'Add the choices that the help lists', edits, safe: false }]
}
