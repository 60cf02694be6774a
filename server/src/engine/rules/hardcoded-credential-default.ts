import { holdsCredential, isBundleOrUrl, isCredentialPair, userInfoInUrl } from '../knowledge/credentials'
import { commit, ossn, securityGuide } from '../knowledge/references'
import { defaultTexts, isClosedSet, isPlaceholder, looksLikePath } from '../knowledge/values'
import { nameWords } from '../knowledge/words'
import type { Option } from '../oslo/option'
import { removeKeywords } from './fixes'
import { placeOf } from './places'
import { defineRule } from './rule'

export const hardcodedCredentialDefault = defineRule({
  name: 'hardcoded-credential-default',
  summary: 'Credential with a default that every deployment shares',
  severity: 'warning',
  category: 'credential',
  cwe: [798, 1392],
  references: [
    ossn('0064'),
    commit('keystone', '37e9d6bbf1'),
    securityGuide('identity/checklist', 'Check-Identity-06'),
    commit('neutron', 'dbacb52f42'),
  ],
  messages: {
    literal: "'{name}' has a credential as its default, which everyone can read",
    pair: "'{name}' has a user name and password as its default, which everyone can read",
  },
  consequences: {
    literal: 'The default stands in the source and the sample file: every deployment that keeps it shares it.',
    pair: 'The default stands in the source and the sample file: every deployment that keeps it shares it.',
  },
  *check(option) {
    const message = defect(option)
    if (message === undefined) return
    const edits = removeKeywords(option, ['default'])
    yield {
      at: placeOf(option, option.default),
      message,
      args: { name: option.displayName },
      fixes: edits === undefined || edits.length === 0 ? [] : [{ title: 'Remove the default', edits, safe: false }],
    }
  },
})

function defect(option: Option): 'literal' | 'pair' | undefined {
  if (isClosedSet(option)) return undefined
  const texts = defaultTexts(option).filter(text => text.trim() !== '')
  if (texts.some(text => isCredentialPair(text) || userInfoInUrl.test(text))) return 'pair'
  const secret = option.secret.kind === 'known' && option.secret.value && !namesOwner(option) && !isBundleOrUrl(option)
  return (secret || holdsCredential(option)) && texts.some(isLiteralSecret) ? 'literal' : undefined
}

/** User names are often marked secret, too, and are no credential by themselves. */
function namesOwner(option: Option): boolean {
  return ['user', 'username', 'login', 'name', 'account', 'id'].includes(nameWords(option).at(-1) ?? '')
}

/** Neither a substitution, nor a path, nor an address, which are as secret as what they point to, nor a place to fill in. */
function isLiteralSecret(text: string): boolean {
  return !text.includes('$') && !looksLikePath(text) && !/^[a-z][a-z0-9+.-]*:\/\//i.test(text) && !isPlaceholder(text)
}
