import { ossa, ossn, securityGuide } from '../knowledge/references'
import { switchDefault } from '../knowledge/values'
import { plainName } from '../knowledge/words'
import { isWithoutEffect, placeOf } from './places'
import { defineRule } from './rule'

export const debugOrTraceOption = defineRule({
  name: 'debug-or-trace-option',
  summary: 'Switch that writes more than an operator may want',
  severity: 'hint',
  category: 'information-disclosure',
  cwe: [532, 489],
  references: [
    ossn('0046'),
    ossn('0049'),
    ossn('0023'),
    ossn('0024'),
    ossn('0052'),
    securityGuide('identity/checklist', 'Check-Identity-07'),
    ossa('2017-002'),
  ],
  messages: {
    off: "'{name}' writes details in which credentials may stand",
    on: "'{name}' is on by default: it writes details in which credentials may stand",
  },
  consequences: {
    on: 'Logs are read by many more people than the configuration.',
    off: 'Logs are read by many more people than the configuration.',
  },
  *check(option) {
    if (option.baseClass !== 'BoolOpt' || isWithoutEffect(option)) return
    const profiler = plainName(option) === 'enabled' && option.membership.groups.includes('profiler')
    if (
      !profiler &&
      !/(^|_)(debug|insecure_debug|profiler|record)$|^(trace|profiler)_|^debug_(middleware|mode|logging|requests?|output|tracebacks?(_in_\w+)?)$/.test(
        plainName(option),
      )
    )
      return
    const args = { name: option.displayName }
    const on = switchDefault(option) === true
    yield on
      ? { at: placeOf(option, option.default), message: 'on', args, severity: 'warning' }
      : { at: option.nameRange, message: 'off', args }
  },
})
