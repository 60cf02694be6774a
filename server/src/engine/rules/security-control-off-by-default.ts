import { commit, cve, novaCommit, ossa, ossn, securityGuide } from '../knowledge/references'
import { protectiveSwitch } from '../knowledge/controls'
import { switchDefault } from '../knowledge/values'
import { readableHelp } from '../knowledge/words'
import { belongsToWhatIsOff, isGoing, placeOf } from './places'
import { defineRule } from './rule'

export const securityControlOffByDefault = defineRule({
  name: 'security-control-off-by-default',
  summary: 'Protection that has to be switched on',
  severity: 'information',
  category: 'other',
  cwe: [1188],
  references: [
    ossa('2023-003'),
    cve('2023-2088'),
    ossn('0092'),
    commit('ironic', 'd146558ac3'),
    novaCommit('5ecf1d324d'),
    securityGuide('instance-management/security-services-for-instances', 'on image signatures'),
  ],
  messages: {
    off: "'{name}' is off by default: the protection is for those who know of it",
    required: "'{name}' is off by default, although {advisory} requires it",
  },
  *check(option, context) {
    if (switchDefault(option) !== false) return
    const control = protectiveSwitch(option)
    if (control === undefined) return
    const at = placeOf(option, option.default)
    const quiet = isGoing(option) || isForSome.test(readableHelp(option)) || belongsToWhatIsOff(option, context.project)
    const args = { name: option.displayName, advisory: control.requiredBy ?? '' }
    yield control.requiredBy === undefined
      ? { at, message: 'off', args, severity: quiet ? 'hint' : 'information' }
      : { at, message: 'required', args, severity: 'warning' }
  },
})

/** The help says that off is right for others, or that something else decides. */
const isForSome = /\bshould only be (set to true|enabled|set|used) (when|if)\b|\binherits? the default\b/i
