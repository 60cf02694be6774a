import { commit, cve, ossa, ossn } from '../knowledge/references'
import { defaultTexts } from '../knowledge/values'
import { plainName } from '../knowledge/words'
import type { Option } from '../oslo/option'
import { knownValue } from '../python/value'
import { placeOf } from './places'
import { defineRule } from './rule'
import type { Severity } from './rule'

export const insecurePathDefault = defineRule({
  name: 'insecure-path-default',
  summary: 'Files where other users can write, or depend on where the service starts',
  severity: 'warning',
  category: 'file-path',
  cwe: [377, 379, 426, 732],
  references: [
    ossa('2013-010'),
    cve('2013-2030'),
    ossa('2014-001'),
    cve('2013-7048'),
    commit('cinder', '37e775f125'),
    ossn('0014'),
  ],
  messages: {
    shared: "'{name}' is '{value}' by default, where others can put files and links of their own",
    socket: "'{name}' is '{value}' by default, where others can put a socket of their own",
    mode: "'{name}' is {value} by default: every user can write there",
    relative: "'{name}' is '{value}' by default, looked for where the service happens to be started",
    code: "'{name}' is '{value}' by default: the service writes beside its own code",
  },
  consequences: {
    shared: 'Every user of the host can be there first: what the service reads or writes is then theirs.',
    socket: 'Every user of the host can be there first, and gets what is meant for the service.',
  },
  *check(option) {
    const found = defect(option)
    if (found === undefined) return
    const [message, value, severity] = found
    yield { at: placeOf(option, option.default), message, args: { name: option.displayName, value }, severity }
  },
})

type Defect = readonly ['shared' | 'socket' | 'mode' | 'relative' | 'code', string, Severity]

function defect(option: Option): Defect | undefined {
  const name = plainName(option)
  const texts = defaultTexts(option)
  const shared = texts.find(text => /^\/(tmp|var\/tmp|dev\/shm)(\/|$)/.test(text))
  if (shared !== undefined)
    return /\.sock$/.test(shared) ? ['socket', shared, 'information'] : ['shared', shared, 'warning']
  const mode = texts.find(text => /^0?o?[0-7]?[0-7]{2}[2367]$/.test(text)) ?? modeNumber(option)
  if (mode !== undefined && /(^|_)(mode|perms|permissions?|umask)$/.test(name) && !name.endsWith('umask'))
    return ['mode', mode, 'warning']
  const relative = texts.find(text => /^[\w-][\w.-]*\.(pem|crt|cer|key)$/i.test(text))
  if (relative !== undefined) return ['relative', relative, 'information']
  const code = texts.find(text => /^\$\{?pybasedir\}?\/?$/.test(text))
  if (code !== undefined && /_(path|dir)$/.test(name)) return ['code', code, 'information']
  return undefined
}

/** A mode that is written as a number: 0o777. */
function modeNumber(option: Option): string | undefined {
  const value = knownValue(option.default)
  return typeof value === 'number' && value > 0 && value <= 0o7777 && (value & 0o2) !== 0
    ? `0o${value.toString(8)}`
    : undefined
}
