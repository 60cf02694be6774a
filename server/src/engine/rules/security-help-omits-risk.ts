import { riskUntold } from '../knowledge/untoldRisks'
import { ossn } from '../knowledge/references'
import { placeOf } from './places'
import { defineRule } from './rule'

export const securityHelpOmitsRisk = defineRule({
  name: 'security-help-omits-risk',
  summary: 'Help that does not tell what the option puts at risk',
  severity: 'information',
  category: 'other',
  cwe: [],
  references: [ossn('0089'), ossn('0028')],
  messages: {
    risk: "The help of '{name}' does not say that {risk}",
  },
  *check(option) {
    const untold = riskUntold(option)
    if (untold === undefined) return
    const args = { name: option.displayName, risk: untold.risk }
    yield { at: placeOf(option, option.help), message: 'risk', args, severity: untold.active ? 'information' : 'hint' }
  },
})
