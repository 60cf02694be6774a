import { insecureMembers } from '../knowledge/members'
import { listedNumbers, listedValues, valuesByTheWay } from '../knowledge/listedValues'
import { commit, novaCommit } from '../knowledge/references'
import { defaultTexts, isClosedSet } from '../knowledge/values'
import { nameWords, plainName, readableHelp } from '../knowledge/words'
import type { Option } from '../oslo/option'
import { renderPython } from '../python/render'
import { setKeyword } from './fixes'
import { knownValue, numberOf } from '../python/value'
import { isGoing, isMissing } from './places'
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
    number: "'{name}' takes any number, although its help lists all values: a slip goes unnoticed",
    strategy: "'{name}' takes any text: a slip goes unnoticed, and so does noauth",
    open: "'{name}' takes any text, although its help lists all values: a slip goes unnoticed",
  },
  consequences: {
    number: 'A value that is none of them fails where it is used, or is taken for another.',
    strategy:
      'Which strategies there are is settled by the code: choices would say so, and mark the one that asks nobody.',
    open: 'A misspelt value chooses the default, or switches a control off, without a word.',
  },
  *check(option) {
    if (option.baseClass === 'IntOpt' && isUnbounded(option)) {
      const numbers = listedNumbers(readableHelp(option))
      const value = numberOf(knownValue(option.default))
      if (numbers === undefined || value === undefined || !numbers.includes(value)) return
      const fixes = addChoices(option, numbers)
      yield { at: option.nameRange, message: 'number', args: { name: option.displayName }, fixes }
      return
    }
    const text = ['StrOpt', 'ListOpt', 'MultiStrOpt'].includes(option.baseClass)
    if (!text || isClosedSet(option) || option.regex.kind !== 'absent' || isGoing(option)) return
    // What drivers and the like there are is settled by what is installed.
    if (nameWords(option).some(word => pluggable.has(word))) return
    if (hasItemType(option) || option.help.kind !== 'known') return
    const help = readableHelp(option)
    const values = listedValues(option.help.value, help) ?? (hasText(option) ? valuesByTheWay(help) : undefined)
    if (values === undefined && choosesStrategy(option)) {
      yield { at: option.nameRange, message: 'strategy', args: { name: option.displayName } }
      return
    }
    // Those are a switch.
    if (values?.every(one => /^(true|false|yes|no|on|off)$/i.test(one)) === true) return
    // A default that the list leaves out shows that the list is not all there is.
    if (values === undefined || !defaultTexts(option).every(one => isAmong(values, one))) return
    // Of a value and None, the second is what is not set.
    if (values.filter(one => one !== 'None').length < 2) return
    const fixes = option.baseClass === 'StrOpt' ? addChoices(option, values) : []
    yield { at: option.nameRange, message: 'open', args: { name: option.displayName }, fixes }
  },
})

function isUnbounded(option: Option): boolean {
  return [option.choices, option.min, option.max].every(fact => isMissing(option, fact)) && !isGoing(option)
}

/** How a service's own callers prove who they are: a few ways that its code knows. */
function choosesStrategy(option: Option): boolean {
  return (
    option.baseClass === 'StrOpt' && plainName(option) === 'auth_strategy' && knownValue(option.default) === 'keystone'
  )
}

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
function addChoices(option: Option, values: readonly (string | number)[]): readonly Fix[] {
  const texts = values.filter(one => typeof one === 'string')
  // Whether to offer what weakens something is for a person to say.
  if (insecureMembers(option, texts).length > 0 || texts.some(one => /^(true|false)$/i.test(one))) return []
  if (!defaultTexts(option).every(one => texts.includes(one))) return []
  const edits = setKeyword(option, 'choices', renderPython({ py: 'list', items: values }))
  return edits === undefined ? [] : [{ title: 'Add the choices that the help lists', edits, safe: false }]
}
