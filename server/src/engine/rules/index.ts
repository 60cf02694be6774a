import { acceptedRiskExpired } from './accepted-risk-expired'
import { addressWithoutHostopt } from './address-without-hostopt'
import { authDisabledDefault } from './auth-disabled-default'
import { bindAllInterfaces } from './bind-all-interfaces'
import { booleanAsString } from './boolean-as-string'
import { cleartextTransportDefault } from './cleartext-transport-default'
import { cleartextUrlDefault } from './cleartext-url-default'
import { commandOrCodeExecutionOption } from './command-or-code-execution-option'
import { credentialUrlNotSecret } from './credential-url-not-secret'
import { debugOrTraceOption } from './debug-or-trace-option'
import { declarationRefused } from './declaration-refused'
import { declaredNeverRead } from './declared-never-read'
import { declaredNotRegistered } from './declared-not-registered'
import { deprecatedWithoutReason } from './deprecated-without-reason'
import { duplicateOption } from './duplicate-option'
import { embeddedCredentialNotSecret } from './embedded-credential-not-secret'
import { emptySecretDefault } from './empty-secret-default'
import { enumerationWithoutChoices } from './enumeration-without-choices'
import { hardcodedCredentialDefault } from './hardcoded-credential-default'
import { helpContradictsOption } from './help-contradicts-option'
import { helpMissingOrTooShort } from './help-missing-or-too-short'
import { importTimeSideEffect } from './import-time-side-effect'
import { insecureChoiceAllowed } from './insecure-choice-allowed'
import { insecureChoiceDefault } from './insecure-choice-default'
import { insecurePathDefault } from './insecure-path-default'
import { insecureTlsDefault } from './insecure-tls-default'
import { mutableSecurityOption } from './mutable-security-option'
import { needsMarker } from './needs-marker'
import { numericWithoutBounds } from './numeric-without-bounds'
import { portWithoutPortopt } from './port-without-portopt'
import { redosProneRegex } from './redos-prone-regex'
import { regexNotAnchored } from './regex-not-anchored'
import { secretLeaksInHelpOrSample } from './secret-leaks-in-help-or-sample'
import { secretNotMarked } from './secret-not-marked'
import { secretReachesLog } from './secret-reaches-log'
import { securityControlBypassSwitch } from './security-control-bypass-switch'
import { securityControlOffByDefault } from './security-control-off-by-default'
import { securityControlUnset } from './security-control-unset'
import { securityHelpOmitsRisk } from './security-help-omits-risk'
import { ssrfCapableUrlOption } from './ssrf-capable-url-option'
import { suppressionInvalid } from './suppression-invalid'
import { suppressionUnused } from './suppression-unused'
import { tlsNotEnforcedDefault } from './tls-not-enforced-default'
import { trustedProxyHeader } from './trusted-proxy-header'
import { unknownOptionRead } from './unknown-option-read'
import { unlimitedResourceDefault } from './unlimited-resource-default'
import { urlWithoutUriopt } from './url-without-uriopt'
import { weakCryptoDefault } from './weak-crypto-default'
import { weakSecurityBound } from './weak-security-bound'
import { weakTlsVersion } from './weak-tls-version'
import { wildcardAllowlistDefault } from './wildcard-allowlist-default'
import type { Rule } from './rule'

/** Every rule, in the order of the catalogue: secrets, transport, exposure, validation, resources, lifecycle, waivers. */
export const rules: readonly Rule[] = [
  secretNotMarked,
  hardcodedCredentialDefault,
  emptySecretDefault,
  credentialUrlNotSecret,
  embeddedCredentialNotSecret,
  secretLeaksInHelpOrSample,
  secretReachesLog,
  insecureTlsDefault,
  tlsNotEnforcedDefault,
  cleartextTransportDefault,
  cleartextUrlDefault,
  weakTlsVersion,
  trustedProxyHeader,
  bindAllInterfaces,
  authDisabledDefault,
  insecureChoiceDefault,
  insecureChoiceAllowed,
  wildcardAllowlistDefault,
  portWithoutPortopt,
  urlWithoutUriopt,
  acceptedRiskExpired,
  addressWithoutHostopt,
  numericWithoutBounds,
  weakSecurityBound,
  enumerationWithoutChoices,
  booleanAsString,
  regexNotAnchored,
  redosProneRegex,
  unlimitedResourceDefault,
  insecurePathDefault,
  commandOrCodeExecutionOption,
  ssrfCapableUrlOption,
  securityControlOffByDefault,
  securityControlUnset,
  securityControlBypassSwitch,
  debugOrTraceOption,
  weakCryptoDefault,
  mutableSecurityOption,
  deprecatedWithoutReason,
  helpMissingOrTooShort,
  securityHelpOmitsRisk,
  helpContradictsOption,
  needsMarker,
  importTimeSideEffect,
  declarationRefused,
  declaredNotRegistered,
  duplicateOption,
  declaredNeverRead,
  unknownOptionRead,
  suppressionInvalid,
  suppressionUnused,
]

/** The rule of this name, if there is one. */
export function ruleNamed(name: string): Rule | undefined {
  return rules.find(rule => rule.name === name)
}
