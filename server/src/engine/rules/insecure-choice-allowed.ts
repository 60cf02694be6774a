import { insecureMember, insecureMembers } from '../knowledge/members'
import { cve, novaCommit, ossa, ossn } from '../knowledge/references'
import { defaultTexts } from '../knowledge/values'
import { readableHelp } from '../knowledge/words'
import { choicesOf, choiceTexts } from './choices'
import { isGoing, placeOf } from './places'
import { defineRule } from './rule'

export const insecureChoiceAllowed = defineRule({
  name: 'insecure-choice-allowed',
  summary: 'One of the choices switches protection off',
  severity: 'hint',
  category: 'other',
  cwe: [1188],
  references: [ossn('0001'), ossn('0028'), ossa('2012-020'), cve('2012-5625'), novaCommit('1bbd144f5e')],
  messages: {
    allowed: "'{name}' may be '{value}', {effect}",
    silent: "'{name}' may be '{value}', {effect}; its help does not warn",
  },
  *check(option) {
    const choices = choiceTexts(option)
    const [standard] = defaultTexts(option)
    if (standard !== undefined && insecureMember(option, standard, choices) !== undefined) return
    const [worst] = insecureMembers(option, choices).filter(({ value }) => value !== standard)
    if (worst === undefined || isGoing(option)) return
    const { value, member } = worst
    const description = choicesOf(option).find(choice => choice.value === value)?.description ?? ''
    const warned = warning.test(`${readableHelp(option)} ${description}`)
    const args = { name: option.displayName, value, effect: member.effect }
    const severity = member.grave && !member.clearTransport ? 'information' : 'hint'
    const at = placeOf(option, option.choices)
    yield warned ? { at, message: 'allowed', args } : { at, message: 'silent', args, severity }
  },
})

const warning =
  /warn|insecure|danger|not (be )?recommend|should not be used|unsafe|\brisk|secur|test(ing)? only|only for test|unencrypted|clear ?text|\bdisables? (all|any) \w+/i
