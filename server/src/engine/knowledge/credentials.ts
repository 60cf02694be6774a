import type { Option } from '../oslo/option'
import { defaultTexts, holdsText, isClosedSet, looksLikePath } from './values'
import { helpHeadline, nameWords, plainName, readableHelp } from './words'

/** A name that ends in one of these names the secret itself. */
const secretNouns = new Set(
  (
    'password passwords passwd passwds pwd pw passkey passphrase passphrases pass passcode passcodes ' +
    'secret secrets token tokens apikey apikeys credential credentials psk kek'
  ).split(' '),
)

/** The same, written as one word with what stands before it: `adminpassword`. */
const secretEnding = /(password|passwd|passphrase|apikey|authkey|secretkey|accesskey|sharedsecret|authtoken)s?$/

/** `..._key` is a file, a name or a number more often than a secret; after one of these words it is the secret. */
const secretKeyWords = new Set(
  (
    'access secret shared api auth authentication encryption encrypt decryption hmac fixed swift customer account ' +
    'master symmetric storage subscription preshared wrapping'
  ).split(' '),
)

/** Whole endings that no rule of words would find. */
const secretEndings = /(^|_)(temp_url_keys?|secret_id|root_token_id|auth_blob|private_key_(value|content|data)|otp)$/

/** The help says that the value is something about a secret, whatever the name says. */
const placeOfSecret =
  /^(the |an? |optional |absolute |full |fully qualified |local |relative )*(path|location|file ?name|file(?! ?system)|directory|entry ?point|plug-?in|class|module|driver|algorithm|regular expression|uuid|identifier|id|ids|list of (roles|names|ids|files)|json|json file|header|attribute|type|method|format)\b/

/** Likewise further on in the first sentence. */
const secretInFile = /\b(path to|file (that )?contain|file (which )?hold|file with|name of the file|entry ?point)/

/** What may stand between an article and the secret's noun, when the help begins with it. */
const helpNamesSecret =
  /^(the |an? |this |your |optional |required |\(optional\) )*((?!path|file|name|location|number|length|whether|if|list|type|class|url|uri|user |username|role|time|period|id |prefix|key |enable|disable|allow)[\w.'/-]+ ){0,4}(password|passphrase|passcode|shared secret|shared key|secret key|api key|access key|auth key|private key value|(auth|authentication|authorization|api|access|bearer|session) token|authorization code|attestation authorization blob)(?! (file|path|length|hash|polic|regex|attribute|name|plugin|expir|algorithm|auth|protected|based|rotation|id\b|ttl|lifetime|type|store|manager|generat))\b/

/** `Key used to encrypt ...`: says what the key does, so it is a key. */
const helpNamesKey =
  /^(the |an? |this |your )*([\w.-]+ ){0,4}key (value )?(that is |which is |to be )?(used|returned)? ?(to|for|by) (encrypt|decrypt|sign|validat|verify|authenticat|hmac|comput)/

/** A name that ends in one of these is about a secret at most, whatever the help begins with. */
const aboutSecret = new Set(
  (
    'description regex regexp pattern path paths file files filename dir directory name names id ids uuid user users ' +
    'username length size ttl expiration expiry duration timeout interval period age algorithm algorithms hash ' +
    'method methods type types mode driver provider backend plugin class module manager store url uri urls endpoint ' +
    'endpoints host address port version format template cmd command role roles domain project tenant region attribute ' +
    'header prefix suffix policy scheme schemes section label cert certs certificate keymap'
  ).split(' '),
)

/** How sure it is that an option's value is a credential itself: by its name, or only by what its help begins with. */
export type CredentialEvidence = 'name' | 'help'

/**
 * Whether the option's value is a credential itself (not its place, length, owner or method), and what says so. The
 * type decides first: switches, numbers, addresses and closed sets hold none. Then the name's words, then the help.
 */
export function credentialEvidence(option: Option): CredentialEvidence | undefined {
  if (option.name.kind !== 'known' || !holdsText(option) || isClosedSet(option)) return undefined
  if (defaultTexts(option).some(looksLikePath)) return undefined
  if (option.metavar.kind === 'known' && /path|file|dir/i.test(option.metavar.value)) return undefined
  const headline = helpHeadline(option)
  const elsewhere = placeOfSecret.test(headline) || secretInFile.test(headline)
  if (elsewhere) return undefined
  const words = nameWords(option)
  if (nameIsCredential(words)) return 'name'
  if (aboutSecret.has(words.at(-1) ?? '')) return undefined
  return helpNamesSecret.test(headline) || keyByHelp(option, headline) ? 'help' : undefined
}

/** Whether the option's value is a credential itself. */
export function holdsCredential(option: Option): boolean {
  return credentialEvidence(option) !== undefined
}

/** Whether a name, by its words, names a credential. */
export function nameIsCredential(words: readonly string[]): boolean {
  const last = words.at(-1) ?? ''
  const before = words.at(-2) ?? ''
  if (secretNouns.has(last) || secretEnding.test(last)) return true
  if ((last === 'key' || last === 'keys') && secretKeyWords.has(before)) return true
  return secretEndings.test(words.join('_'))
}

function keyByHelp(option: Option, headline: string): boolean {
  return /(^|_)(key|keys)$/.test(plainName(option)) && helpNamesKey.test(headline)
}

/** Options whose value is a URL or connection string that carries a user's password. */
const credentialUrl =
  /(^|_)(transport_urls?|dsn|connection_string|connection_strings|connection_url|(db|database|sql|slave|broker|amqp|rabbit|redis|coordination)_(url|uri|connection)|backend_url|proxy_url)$/

/** Belongs to databases when group or help say so; many a connection is none (`ovn_nb_connection`). */
const connectionName = /(^|_)connection$/

/** `scheme://user:password@host`, spelled out or with placeholders. */
export const userInfoInUrl = /\b[a-z][a-z0-9+.-]*:\/\/[^\s/:@'"]*:[^\s/@'"]+@/i

/** Whether the option's value is a URL that may carry a password, and what says so. */
export function credentialUrlEvidence(option: Option): CredentialEvidence | undefined {
  if (option.name.kind !== 'known' || !holdsText(option) || isClosedSet(option)) return undefined
  const name = plainName(option)
  if (credentialUrl.test(name)) return credentialFree.test(readableHelp(option)) ? undefined : 'name'
  if (connectionName.test(name)) {
    const help = readableHelp(option)
    if (name === 'connection' && /sql|database|mongo/i.test(help + groupsOf(option))) return 'name'
    if (/database connection|sqlalchemy/i.test(help)) return 'name'
  }
  const help = option.help.kind === 'known' ? option.help.value : ''
  return [...defaultTexts(option), help].some(text => text.includes('://') && userInfoInUrl.test(text))
    ? 'help'
    : undefined
}

/** Hypervisor connections carry no password in their URI. */
const credentialFree = /libvirt|qemu|hypervisor/i

function groupsOf(option: Option): string {
  return option.membership.groups.join(' ')
}

/** Whether a text is a user and a password in one, `username:password`, `admin:secret`. */
export function isCredentialPair(text: string): boolean {
  return /^[\w.-]+:[\w.-]*(password|passwd|secret|changeme)[\w.-]*$/i.test(text)
}
