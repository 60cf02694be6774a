import { authDisabledDefault } from './auth-disabled-default'
import { bindAllInterfaces } from './bind-all-interfaces'
import { cleartextUrlDefault } from './cleartext-url-default'
import { credentialUrlNotSecret } from './credential-url-not-secret'
import { deprecatedWithoutReason } from './deprecated-without-reason'
import { hardcodedCredentialDefault } from './hardcoded-credential-default'
import { insecureTlsDefault } from './insecure-tls-default'
import { needsMarker } from './needs-marker'
import { portWithoutPortopt } from './port-without-portopt'
import { regexNotAnchored } from './regex-not-anchored'
import type { Rule } from './rule'
import { secretNotMarked } from './secret-not-marked'
import { suppressionInvalid } from './suppression-invalid'
import { suppressionUnused } from './suppression-unused'
import { tlsNotEnforcedDefault } from './tls-not-enforced-default'

/** Every rule, in the order of the catalogue: secrets, transport, exposure, validation, lifecycle, the tool's own. */
export const rules: readonly Rule[] = [
  secretNotMarked,
  hardcodedCredentialDefault,
  credentialUrlNotSecret,
  insecureTlsDefault,
  tlsNotEnforcedDefault,
  cleartextUrlDefault,
  bindAllInterfaces,
  authDisabledDefault,
  portWithoutPortopt,
  regexNotAnchored,
  deprecatedWithoutReason,
  needsMarker,
  suppressionInvalid,
  suppressionUnused,
]

/** The rule of this name, if there is one. */
export function ruleNamed(name: string): Rule | undefined {
  return rules.find(rule => rule.name === name)
}
