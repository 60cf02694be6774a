import { credentialUrlEvidence, holdsCredential } from '../knowledge/credentials'
import { commit, ossn } from '../knowledge/references'
import { holdsText, isClosedSet } from '../knowledge/values'
import { plainName, readableHelp } from '../knowledge/words'
import { isLoggedInClear } from './places'
import { defineRule } from './rule'
import { addSecret } from './secretFix'

export const embeddedCredentialNotSecret = defineRule({
  name: 'embedded-credential-not-secret',
  summary: 'Bundle of settings that may hold a password, without secret=True',
  severity: 'information',
  category: 'credential',
  cwe: [532],
  references: [commit('cinder', '033284a419'), commit('keystone', 'f9db1a65bd'), ossn('0085')],
  messages: {
    bundle: "'{name}' goes to something that takes a password, and is logged in clear",
  },
  consequences: {
    bundle: 'secret=True is missing: a service that starts with debug logging on writes the whole value to its log.',
  },
  *check(option) {
    if (!isLoggedInClear(option) || !holdsBundle(option.baseClass, holdsText(option)) || isClosedSet(option)) return
    const name = plainName(option)
    const opaque =
      opaqueName.test(name) && (takesCredentials.test(readableHelp(option)) || mountsWithPassword.test(name))
    if (!opaque && !knownBundle.test(name)) return
    if (holdsCredential(option) || credentialUrlEvidence(option) !== undefined) return
    yield { at: option.nameRange, message: 'bundle', args: { name: option.displayName }, fixes: addSecret(option) }
  },
})

/** A list of dicts is text, too, to whoever logs it. */
function holdsBundle(baseClass: string, text: boolean): boolean {
  return text || baseClass === 'MultiOpt' || baseClass === 'DictOpt'
}

const opaqueName = /(^|_)(options?|opts|args?|kwargs|arguments?|params?|parameters|settings|properties)$/

/** What is known to carry credentials under a name that does not say so. */
const knownBundle = /(^|_)(replication_device|failover_targets?|backend_arguments?)$/

/** Clients of these take the password or key among their mount options. */
const mountsWithPassword = /(^|_)(ceph|cephfs|cifs|smb|smbfs|samba)_mount_opt(ion)?s$/

const takesCredentials =
  /mount\.cifs|\bcifs\b|\bsmb(fs)?\b|ceph mount|backend argument|\bauthenticat|(password|passwd|secret|credentials?|username)\b|\bsan_login\b/i
