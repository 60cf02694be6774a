import { holdsCredential, userInfoInUrl } from '../knowledge/credentials'
import { ossn } from '../knowledge/references'
import { looksLikePath } from '../knowledge/values'
import type { Option } from '../oslo/option'
import { setKeyword } from './fixes'
import { placeOf } from './places'
import { defineRule } from './rule'
import type { Fix } from './rule'

export const secretLeaksInHelpOrSample = defineRule({
  name: 'secret-leaks-in-help-or-sample',
  summary: 'Secret with a sample value that people copy',
  severity: 'information',
  category: 'credential',
  cwe: [798],
  references: [ossn('0064')],
  messages: {
    sample: "'{name}' shows a real value in the sample configuration",
    help: "The help of '{name}' shows a URL with a real password",
  },
  consequences: {
    sample: 'Deployments that copy it share a secret that anyone can read.',
    help: 'Deployments that copy it share a secret that anyone can read.',
  },
  *check(option) {
    if (!((option.secret.kind === 'known' && option.secret.value) || holdsCredential(option))) return
    const sample = option.sampleDefault
    if (sample.kind === 'known' && typeof sample.value === 'string' && isReal(sample.value)) {
      const args = { name: option.displayName }
      yield { at: placeOf(option, sample), message: 'sample', args, fixes: placeholder(option) }
    }
    const url = option.help.kind === 'known' ? userInfoInUrl.exec(option.help.value)?.[0] : undefined
    if (url !== undefined && isRealPassword(url)) {
      yield { at: placeOf(option, option.help), message: 'help', args: { name: option.displayName } }
    }
  },
})

/** Not a path, a placeholder, a substitution, or an address without a password. */
function isReal(sample: string): boolean {
  if (sample.trim() === '' || looksLikePath(sample) || /[<>$%{}[\]]|\.\.\.|xxx/i.test(sample)) return false
  if (/^[a-z][\w+.-]*:\/\//i.test(sample)) return userInfoInUrl.test(sample) && isRealPassword(sample)
  return true
}

/** `user:password@` and the like stand for something else. */
function isRealPassword(url: string): boolean {
  const password = /:\/\/[^:@\s]*:([^@\s]*)@/.exec(url)?.[1] ?? ''
  return password !== '' && !/^[<[{%$*.x]|pass|secret|pwd/i.test(password)
}

/** Changes the sample file only. */
function placeholder(option: Option): readonly Fix[] {
  const name = option.name.kind === 'known' ? option.name.value : 'value'
  const edits = setKeyword(option, 'sample_default', `'<${name}>'`)
  return edits === undefined ? [] : [{ title: 'Show a placeholder instead', edits, safe: true }]
}
