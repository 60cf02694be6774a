import { insecureMember } from '../knowledge/members'
import { commit, novaCommit, ossn } from '../knowledge/references'
import { defaultTexts } from '../knowledge/values'
import { choiceTexts } from './choices'
import { placeOf } from './places'
import { defineRule } from './rule'

export const insecureChoiceDefault = defineRule({
  name: 'insecure-choice-default',
  summary: 'The default is the insecure one of the choices',
  severity: 'warning',
  category: 'other',
  cwe: [1188],
  references: [commit('cinder', 'e07c074df9'), novaCommit('dec5dd9286'), ossn('0028')],
  messages: {
    default: "'{name}' is '{value}' by default, {effect}; it could be '{safer}'",
  },
  *check(option) {
    const choices = choiceTexts(option)
    const [value] = defaultTexts(option)
    if (value === undefined || !choices.includes(value)) return
    const member = insecureMember(option, value, choices)
    if (member === undefined || member.ownRule) return
    const args = { name: option.displayName, value, effect: member.effect, safer: member.safer }
    yield { at: placeOf(option, option.default), message: 'default', args }
  },
})
