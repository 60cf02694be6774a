import { openstackDocs } from '../knowledge/references'
import { otherSubject, saysOpposite, tellsOfUnset } from '../knowledge/helpSubject'
import { helpHeadline, plainName } from '../knowledge/words'
import type { Option } from '../oslo/option'
import { placeOf } from './places'
import { defineRule } from './rule'

export const helpContradictsOption = defineRule({
  name: 'help-contradicts-option',
  summary: 'Help that speaks of something else than the option',
  severity: 'information',
  category: 'other',
  cwe: [],
  references: [openstackDocs('nova/latest/contributor/code-review', 'Nova: code review guidelines')],
  messages: {
    key: "'{name}' is a key, but its help begins with a certificate",
    certificate: "'{name}' is a certificate, but its help begins with a key",
    itself: "The related options of '{name}' name only the option itself",
    opposite: "The help of '{name}' says the opposite of what the switch does",
    other: "'{name}' is a {kind}, but its help speaks of a {other}",
    unset: "The help of '{name}' tells what happens when it is not set, but it has a default",
  },
  consequences: {
    key: 'An operator may file the private key where certificates go.',
    certificate: 'An operator may file the private key where certificates go.',
    opposite: 'An operator who follows the help sets the less secure value.',
    other: 'It was copied from another option: nobody can tell what to set.',
  },
  *check(option) {
    if (option.help.kind !== 'known') return
    const args = { name: option.displayName }
    const swapped = swap(option)
    if (swapped !== undefined) yield { at: placeOf(option, option.help), message: swapped, args }
    else if (saysOpposite(option)) yield { at: placeOf(option, option.help), message: 'opposite', args }
    else if (namesOnlyItself(option)) yield { at: placeOf(option, option.help), message: 'itself', args }
    else {
      const mixed = otherSubject(option)
      if (mixed !== undefined) yield { at: placeOf(option, option.help), message: 'other', args: { ...args, ...mixed } }
      else if (tellsOfUnset(option))
        yield { at: placeOf(option, option.help), message: 'unset', args, severity: 'hint' }
    }
  },
})

/** Says what the file is, not when one is needed. */
const namesFile =
  /^(the |an? |this |full |fully qualified |absolute |optional |required )*(path|location|file|filename|name|ssl|tls|client|server|private|public|certificate|key|pem)\b/

const fileName = /(key|keyfile|key_file|cert|certfile|cert_file|certificate|certificate_file)$/

/** Both words in one sentence say nothing: `certificate file ..., with its key`. */
function swap(option: Option): 'key' | 'certificate' | undefined {
  const name = plainName(option)
  if (!fileName.test(name) || (/cert/.test(name) && /key/.test(name))) return undefined
  const headline = helpHeadline(option)
  if (!namesFile.test(headline)) return undefined
  const certificate = /\bcert(ificate)?s?\b/.test(headline)
  const key = /\bkey(s|file)?\b/.test(headline)
  if (certificate === key) return undefined
  if (/(^|_)(client|server|ssl|tls|private)?_?(key|keyfile|key_file|privkey)$/.test(name) && certificate) {
    return /\b(ssh|public|api)\b/.test(headline) ? undefined : 'key'
  }
  return /(^|_)(cert|certfile|cert_file|certificate|certificate_file)$/.test(name) && key ? 'certificate' : undefined
}

function namesOnlyItself(option: Option): boolean {
  if (option.help.kind !== 'known' || option.name.kind !== 'known') return false
  const related = /Related options?:[ \t]*\n([^]*)/i.exec(option.help.value)?.[1]
  if (related === undefined) return false
  const named = [...related.matchAll(/^[ \t]*[*-][ \t]*`{0,2}(?:\[?\w+\]?[./ ])?(\w+)/gm)].map(([, name]) => name)
  return (
    named.length > 0 &&
    named.every(name => name === (option.name.kind === 'known' ? option.name.value : undefined)) &&
    !/`\S+`/.test(related.replaceAll(option.name.value, ''))
  )
}
