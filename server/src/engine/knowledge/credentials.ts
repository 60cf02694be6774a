import type { Option } from '../oslo/option'
import { defaultTexts, holdsText, isClosedSet, looksLikePath } from './values'
import { helpHeadline, nameWords, plainName, readableHelp } from './words'

/** A name that ends in one of these names the secret itself. */
const secretNouns = new Set(
  (
    'password passwords passwd passwds pwd pw passkey passphrase passphrases pass passcode passcodes ' +
    'secret secrets token tokens jwt jwts apikey apikeys credential credentials psk kek'
  ).split(' '),
)

/** The same, written as one word with what stands before it: `adminpassword`. */
const secretEnding =
  /(password|passwd|passphrase|apikey|authkey|secretkey|accesskey|authtoken|(api|app|auth|client|consumer|shared|user)secret)s?$/

/** `..._key` is a file, a name or a number more often than a secret; after one of these words it is the secret. */
const secretKeyWords = new Set(
  (
    'access secret shared api auth authentication encryption encrypt encr decryption hmac fixed swift customer account ' +
    'master symmetric storage subscription preshared wrapping signing tsig aes cbc gcm cipher crypto jwt hs256'
  ).split(' '),
)

/** Whole endings that no rule of words would find. */
const secretEndings = /(^|_)(temp_url_keys?|secret_id|root_token_id|auth_blob|private_key_(value|content|data)|otp)$/

/** What sends requests under SNMP 1 and 2c proves itself with a community: it is their password. */
const community = /(^|_)communit(y|ies)(_(string|name)s?)?$/

/** The help says that the value is something about a secret, whatever the name says. */
const placeOfSecret =
  /^((specif(y|ies)|defines?|sets?|gives?|provides?|the|an?|optional|absolute|full|fully qualified|local|relative|default) )*(path|location|file ?name|file(?! ?system)|directory|entry ?point|plug-?in|class|module|driver|algorithm|regular expression|uuid|identifier|id|ids|names? (of|for|under)|label|alias|references? (to|of)|list of (roles|names|ids|files)|json|json file|header|attribute|type|method|format|scopes?|audience|issuer|environment variable)\b/

/** Likewise further on in the first sentence: in a file, or kept by something else that hands it out. */
const secretElsewhere =
  /\b(path to|file (that )?contain|file (which )?hold|file with|name of the file|entry ?point|environment variable|names? of the (key|secret|entry|item|object|variable|file)|(stored|kept|held) in (the )?(vault|barbican|castellan|keystore|key ?ring|key manager|secret store))/

/** What may stand between an article and the secret's noun, when the help begins with it. */
const helpNamesSecret =
  /^(the |an? |this |your |optional |required |\(optional\) )*((?!path|file|name|location|number|length|whether|if|list|type|class|url|uri|user |username|role|time|period|id |prefix|key |enable|disable|allow|scope|audience|issuer|claim|method|that|which|whose|for |from|with |when|where)[\w.'/-]+ ){0,4}(password|passphrase|passcode|shared secret|shared key|secret key|api key|access key|auth key|private key value|(auth|authentication|authorization|api|access|bearer|session) token|authorization code|attestation authorization blob)(?! (file|path|length|hash|polic|regex|attribute|name|plugin|expir|algorithm|auth|protected|based|rotation|id\b|ttl|lifetime|type|store|manager|generat))\b/

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
    'header prefix suffix policy scheme schemes section label cert certs certificate keymap scope scopes audience ' +
    'audiences issuer realm claim claims reference ref href alias'
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
  const elsewhere = placeOfSecret.test(headline) || secretElsewhere.test(headline)
  if (elsewhere) return undefined
  const words = nameWords(option)
  if (nameIsCredential(words) || isCommunity(option)) return 'name'
  if (aboutSecret.has(words.at(-1) ?? '')) return undefined
  return helpNamesSecret.test(headline) || keyByHelp(option, headline) ? 'help' : undefined
}

/** Whether the option's value is a credential itself. */
export function holdsCredential(option: Option): boolean {
  return credentialEvidence(option) !== undefined
}

/** What goes on as a whole to something else: its default is a bundle or an address, not a secret. */
export function isBundleOrUrl(option: Option): boolean {
  const name = plainName(option)
  return bundleName.test(name) || urlName.test(name) || connectionName.test(name) || credentialUrl.test(name)
}

const bundleName =
  /(^|_)(options?|opts|args?|kwargs|arguments?|params?|parameters|settings|properties|replication_device)$/

/** Whether a name, by its words, names a credential. */
export function nameIsCredential(words: readonly string[]): boolean {
  const last = words.at(-1) ?? ''
  const before = words.at(-2) ?? ''
  if (secretNouns.has(last) || secretEnding.test(last)) return true
  if ((last === 'key' || last === 'keys') && secretKeyWords.has(before)) return true
  return secretEndings.test(words.join('_'))
}

/** Communities of BGP are something else. */
function isCommunity(option: Option): boolean {
  const about = `${plainName(option)} ${readableHelp(option)} ${groupsOf(option)}`
  return community.test(plainName(option)) && /snmp|community string/i.test(about)
}

function keyByHelp(option: Option, headline: string): boolean {
  return /(^|_)(key|keys)$/.test(plainName(option)) && helpNamesKey.test(headline)
}

/** Options whose value is a URL or connection string that carries a user's password. */
const credentialUrl =
  /(^|_)(transport_urls?|dsn|connection_strings?|connection_url|(db|database|sql|slave|broker|amqp|rabbit|rabbitmq|redis|mongo|mongodb|coordination|coordinator)_(urls?|uris?|connection)|backend_url|proxy_url)$/

/** A URL of any kind: what its help or group says of the other side tells whether a password goes along. */
const urlName = /(^|_)(urls?|uris?)$/
const otherSide =
  /\btooz\b|coordination (backend|server|service)|\bamqps?\b|rabbit ?mq|mongo ?db|sqlalchemy|(database|redis|mysql|postgres\w*|broker) (connection )?(string|url|uri)|messag(e|ing) (bus|broker|queue|server|service)/i

/** Belongs to databases when group or help say so; many a connection is none (`ovn_nb_connection`). */
const connectionName = /(^|_)connection$/

/** `scheme://user:password@host`, spelled out or with placeholders. */
export const userInfoInUrl = /\b[a-z][a-z0-9+.-]*:\/\/[^\s/:@'"]*:[^\s/@'"]+@/i

/** What says that a URL may carry a password: of what kind it is, or an example with one. */
export type CredentialUrlEvidence = 'kind' | 'example'

/** Whether the option's value is a URL that may carry a password, and what says so. */
export function credentialUrlEvidence(option: Option): CredentialUrlEvidence | undefined {
  if (option.name.kind !== 'known' || !holdsText(option) || isClosedSet(option)) return undefined
  const help = option.help.kind === 'known' ? option.help.value : ''
  if ([...defaultTexts(option), help].some(text => text.includes('://') && userInfoInUrl.test(text))) return 'example'
  return credentialFree.test(readableHelp(option)) || !isCredentialUrl(option) ? undefined : 'kind'
}

function isCredentialUrl(option: Option): boolean {
  const name = plainName(option)
  const help = readableHelp(option)
  if (credentialUrl.test(name)) return true
  if (urlName.test(name)) {
    return (
      otherSide.test(help) || (/(^|\s)(coordination|messaging|database)($|\s)/.test(groupsOf(option)) && isBare(name))
    )
  }
  if (!connectionName.test(name)) return false
  if (name === 'connection' && /sql|database|mongo/i.test(help + groupsOf(option))) return true
  return /database connection|sqlalchemy/i.test(help)
}

/** The group alone says what is connected to. */
function isBare(name: string): boolean {
  return /^((cluster|backend|server)_)?(urls?|uris?)$/.test(name)
}

/** Hypervisor connections carry no password in their URI, and what one listens on none either. */
const credentialFree = /libvirt|qemu|hypervisor|\blisten(s|ing)?\b/i

function groupsOf(option: Option): string {
  return option.membership.groups.join(' ')
}

/** Whether a text is a user and a password in one, `username:password`, `admin:secret`. */
export function isCredentialPair(text: string): boolean {
  return /^[\w.-]+:[\w.-]*(password|passwd|secret|changeme)[\w.-]*$/i.test(text)
}
