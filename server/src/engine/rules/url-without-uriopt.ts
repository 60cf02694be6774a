import { credentialUrlEvidence, holdsCredential } from '../knowledge/credentials'
import { commit, novaCommit } from '../knowledge/references'
import { defaultTexts } from '../knowledge/values'
import { plainName, readableHelp } from '../knowledge/words'
import type { Option } from '../oslo/option'
import type { ProjectView } from '../project/view'
import { commentAbove } from './commentAbove'
import { replaceClass } from './fixes'
import { isMissing } from './places'
import { defineRule } from './rule'
import type { Fix } from './rule'

export const urlWithoutUriopt = defineRule({
  name: 'url-without-uriopt',
  summary: 'URL that any text passes for',
  severity: 'information',
  category: 'transport-security',
  cwe: [20],
  references: [
    novaCommit('463fd7a11b'),
    novaCommit('6091de77ed'),
    commit('keystone', 'c6ed3cdaad'),
    commit('cinder', '3437ff962a'),
  ],
  messages: {
    text: "'{name}' is a URL declared as {class}: any text passes, and any scheme, http:// and file:// included.",
    list: "'{name}' is a list of URLs without item_type: any text passes, and any scheme, http:// and file:// included.",
  },
  *check(option, { project }) {
    const list = option.baseClass === 'ListOpt'
    if (!(list ? hasPlainItems(option) : option.baseClass === 'StrOpt')) return
    if (option.choices.kind !== 'absent' || option.regex.kind !== 'absent') return
    if (!holdsUrl(option, list) || needsMoreThanUri(option, project)) return
    const args = { name: option.displayName, class: option.className }
    yield list
      ? { at: option.classRange, message: 'list', args }
      : { at: option.classRange, message: 'text', args, fixes: useUriOpt(option) }
  },
})

function hasPlainItems({ valueType }: Option): boolean {
  if (valueType.kind !== 'known') return false
  const item = valueType.value.itemType
  return (
    item.kind === 'absent' ||
    (item.kind === 'known' && item.value.type === 'String' && isPlain(item.value.regex, item.value.choices))
  )
}

function isPlain(...limits: readonly { readonly kind: string }[]): boolean {
  return limits.every(({ kind }) => kind === 'absent')
}

function holdsUrl(option: Option, list: boolean): boolean {
  const name = plainName(option)
  if (list ? listName.test(name) : urlName.test(name)) return true
  return defaultTexts(option).some(text => urlWithHost.test(text))
}

const urlName = /(^|_)(url|uri|endpoint)$/
const listName = /(^|_)(urls|uris|endpoints|api_servers)$/
const urlWithHost = /^[a-z][a-z0-9+.-]*:\/\/[^/]/i

/** oslo.config's URI wants a scheme and a host: some options have good reason to be plain text. */
function needsMoreThanUri(option: Option, project: ProjectView): boolean {
  if (option.default.kind === 'unknown' || holdsCredential(option) || credentialUrlEvidence(option) !== undefined)
    return true
  if (option.default.kind === 'known' && option.default.value === '') return true
  const text = `${defaultTexts(option).join(' ')} ${readableHelp(option)}`
  return otherForm.test(text) || /\bur[il]s?\b/i.test(commentAbove(option, project))
}

const otherForm =
  /%s|%\(|\$[({]?\w|file:\/\/|:\/\/\/|unix:|comma[- ]separated|\burl\(s\)|libvirt|qemu|\bregex|tcp:(?!\/\/)/i

/** Only where what is there now passes a URIOpt; values that operators have set may still be refused. */
function useUriOpt(option: Option): readonly Fix[] {
  const passes = isMissing(option, option.default) || defaultTexts(option).every(text => urlWithHost.test(text))
  const edits = passes ? replaceClass(option, 'URIOpt') : undefined
  return edits === undefined ? [] : [{ title: 'Use URIOpt', edits, safe: false }]
}
