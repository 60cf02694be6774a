import { commit, novaCommit } from '../knowledge/references'
import { isSecuritySwitchName } from '../knowledge/switches'
import { defaultTexts } from '../knowledge/values'
import { nameWords, readableHelp } from '../knowledge/words'
import type { Option } from '../oslo/option'
import { knownValue } from '../python/value'
import { replaceClass, setKeyword, together } from './fixes'
import { isGoing, placeOf } from './places'
import { defineRule } from './rule'
import type { Fix } from './rule'

export const booleanAsString = defineRule({
  name: 'boolean-as-string',
  summary: 'Switch declared as text',
  severity: 'warning',
  category: 'other',
  cwe: [704],
  references: [commit('cinder', 'ef8e005d5a'), novaCommit('d8474e044e')],
  messages: {
    text: "'{name}' is a switch declared as {class}: the text 'False' counts as true",
    word: "'{name}' is a switch declared as {class}: any text is accepted",
  },
  consequences: {
    word: 'A misspelt value switches it off or on unnoticed. Where the code asks for its truth only, the text False is true.',
    text: 'Whoever writes False in the configuration does not switch it off.',
  },
  *check(option) {
    if (
      isGoing(option) ||
      option.baseClass !== 'StrOpt' ||
      option.choices.kind !== 'absent' ||
      option.regex.kind !== 'absent'
    )
      return
    // `True`, or the path of a bundle to check with, or something to work out: that is more than a switch.
    if (/\b(path|file|directory|bundle|ldap|expressions?|equation|jinja2?|yaql)\b/i.test(readableHelp(option))) return
    const value = truth(option)
    if (value === undefined) return
    // A number is a switch only where the name says what is switched.
    if (defaultTexts(option).some(text => /^[01]$/.test(text)) && !isCheck(option)) return
    yield {
      at: placeOf(option, option.default),
      message: typeof knownValue(option.default) === 'string' ? 'word' : 'text',
      args: { name: option.displayName, class: option.className },
      severity: isSecuritySwitchName(option) ? 'warning' : 'information',
      fixes: useBoolOpt(option, value),
    }
  },
})

/** What the default means as a switch; undefined when it is something else. */
function truth(option: Option): boolean | undefined {
  const value = knownValue(option.default)
  if (typeof value === 'boolean') return value
  if (typeof value !== 'string' || !/^(true|false|yes|no|1|0)$/i.test(value)) return undefined
  return /^(true|yes|1)$/i.test(value)
}

function isCheck(option: Option): boolean {
  const words = nameWords(option)
  const certificate = words.some(word => word.startsWith('cert'))
  return words.at(-1) === 'insecure' || (certificate && words.some(word => /^(verify|validate|check)$/.test(word)))
}

/** Whoever reads the option may compare it with texts: that has to change with it. */
function useBoolOpt(option: Option, value: boolean): readonly Fix[] {
  // Code that takes a number reads it as one.
  if (defaultTexts(option).some(text => /^[01]$/.test(text))) return []
  const edits = together(replaceClass(option, 'BoolOpt'), setKeyword(option, 'default', value ? 'True' : 'False'))
  return edits === undefined ? [] : [{ title: 'Use BoolOpt', edits, safe: false }]
}
