import { isOnlyCompared } from '../knowledge/addresses'
import { credentialUrlEvidence, holdsCredential } from '../knowledge/credentials'
import { commit, novaCommit } from '../knowledge/references'
import { defaultTexts } from '../knowledge/values'
import { plainName, readableHelp } from '../knowledge/words'
import type { Option } from '../oslo/option'
import type { ProjectView } from '../project/view'
import { commentAbove } from './commentAbove'
import { replaceClass, setKeyword, together } from './fixes'
import { wouldTake } from '../oslo/types/ofClass'
import { hasPlainItems, isGoing } from './places'
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
    text: "'{name}' takes any text as URL, unlike URIOpt with schemes=",
    list: "'{name}' takes any texts as URLs: item_type=types.URI() would check each",
  },
  consequences: {
    text: 'A slip is found only when the URL is first used. URIOpt checks that there are a scheme and a host; which schemes, only schemes= says.',
    list: 'A slip is found only when a URL is first used.',
  },
  *check(option, context) {
    const list = option.baseClass === 'ListOpt'
    if (!(list ? hasPlainItems(option) : option.baseClass === 'StrOpt') || isGoing(option)) return
    if (option.choices.kind !== 'absent' || option.regex.kind !== 'absent') return
    if (!holdsUrl(option, list) || needsMoreThanUri(option, context.project)) return
    const args = { name: option.displayName }
    yield list
      ? { at: option.classRange, message: 'list', args }
      : { at: option.classRange, message: 'text', args, fixes: useUriOpt(option) }
  },
})

function holdsUrl(option: Option, list: boolean): boolean {
  const name = plainName(option)
  if (list ? listName.test(name) : urlName.test(name)) return true
  return defaultTexts(option).some(text => urlWithHost.test(text))
}

const urlName = /(^|_)(url|uri|endpoint)$/
const listName = /(^|_)(urls|uris|endpoints|api_servers)$/
const urlWithHost = /^[a-z][a-z0-9+.-]*:\/\/[^/]/i

/** oslo.config's URI wants a scheme and a host: whatever is in use today has to have both. */
function needsMoreThanUri(option: Option, project: ProjectView): boolean {
  if (
    option.default.kind === 'unknown' ||
    isOnlyCompared(option) ||
    holdsCredential(option) ||
    credentialUrlEvidence(option) !== undefined
  )
    return true
  const texts = defaultTexts(option)
  const help = readableHelp(option)
  if (texts.some(text => text.includes('$') || wouldTake('URI', text) !== true)) return true
  if (
    otherForm.test(`${texts.join(' ')} ${help}`) ||
    examplesIn(help).some(example => wouldTake('URI', example) === false)
  )
    return true
  return /\bur[il]s?\b/i.test(commentAbove(option, project))
}

/** What a help text shows as values; not those with a place to fill in. */
function examplesIn(help: string): readonly string[] {
  return [...help.matchAll(/\b[a-z][a-z0-9+.-]{0,30}:\/\/[^\s"'`,;]*/gi)]
    .map(([example]) => example.replace(/[).:]{1,3}$/, ''))
    .filter(example => !/[<>{}()[\]$%*|]|\.\.\./.test(example))
}

/** Values without a scheme or host, or several of them. */
const otherForm =
  /%s|%\(|\$[({]?\w|file:\/\/|:\/\/\/|unix:|comma[- ]separated|semicolon|\burls?\(s\)|libvirt|qemu|\bregex|tcp:(?!\/\/)|host:port|<host>:|\bhost list|dns srv|\[https?|<\w+>[@|]|\b(if|when) (no |the )?(protocol|scheme) is (not|omitted|missing)|\bdomain of|path or url|url or (path|file)|relative|\bip address of\b|\bendpoint name\b|\bkafka\b|\bblank\b|empty (string|value)|\b(leave|left|make|keep)\b.{0,10}\bempty\b|['"\s]\w{1,60}=\w{1,60}(\.\w{1,60}){1,20}:\w/i

/** Only where what is there now passes; values that operators have set may still be refused, http:// above all. */
function useUriOpt(option: Option): readonly Fix[] {
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(defaultTexts(option)[0] ?? 'https:')?.[1]?.toLowerCase() ?? 'https'
  const schemes = scheme === 'http' ? "['http', 'https']" : `['${scheme}']`
  const edits = together(replaceClass(option, 'URIOpt'), setKeyword(option, 'schemes', schemes))
  if (edits === undefined) return []
  return [{ title: `Use URIOpt with schemes=${schemes} (needs an upgrade release note)`, edits, safe: false }]
}
