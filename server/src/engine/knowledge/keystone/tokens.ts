import type { Entry } from '../entry'
import { securityGuide } from '../references'

/** What says that somebody was let in, and the keys that this rests on. */
export const tokenEntries: readonly Entry[] = [
  {
    group: 'token',
    name: 'expiration',
    category: 'authentication',
    reaches: 'How long a token opens what it opens.',
    risk: 'Who gets hold of one uses it until then.',
    safer: 'An hour or less; services that need longer send a service token.',
    references: [securityGuide('identity/tokens', 'on tokens')],
  },
  {
    group: 'token',
    name: 'provider',
    category: 'cryptography',
    reaches: 'How tokens are made: encrypted (fernet) or signed only (jws).',
    risk: 'What a signed token holds can be read by everybody who sees it.',
    safer: 'fernet.',
    references: [],
  },
  {
    group: 'token',
    name: 'allow_rescope_scoped_token',
    category: 'authorization',
    reaches: 'Whether a token of one project buys one of another.',
    risk: 'A service of one project that gets hold of a token uses it in all projects of its user.',
    safer: 'False, where clients ask for unscoped tokens first.',
    references: [],
    mustTell: {
      risk: 'a token that leaks opens all projects of its user',
      told: /leak|stolen|steal|compromis|secur|attack/i,
    },
  },
  {
    group: 'token',
    name: 'revoke_by_id',
    category: 'authentication',
    reaches: 'Whether a single token can be revoked.',
    risk: 'When false, one that has leaked stays good until it ends.',
    safer: 'True.',
    references: [],
    mustTell: {
      risk: 'without it a leaked token stays good to its end',
      told: /leak|stolen|compromis|secur|attack|remain valid|stay valid/i,
    },
  },
  {
    group: 'token',
    name: 'allow_expired_window',
    category: 'authentication',
    reaches: 'How long services may use a token beyond its end.',
    risk: 'With a service token, a leaked one stays of use that much longer.',
    safer: 'As long as the longest operation takes.',
    references: [],
  },
  ...keyRepository(
    'fernet_tokens',
    'key_repository',
    'The keys that make and check tokens.',
    'makes tokens for anybody',
  ),
  ...keyRepository(
    'fernet_receipts',
    'key_repository',
    'The keys that make and check receipts of a login that is not complete.',
    'makes receipts for anybody',
  ),
  ...keyRepository(
    'jwt_tokens',
    'jws_private_key_repository',
    'The keys that sign tokens.',
    'signs tokens for anybody',
  ),
  ...keyRepository(
    'credential',
    'key_repository',
    'The keys that encrypt EC2 keys, TOTP seeds and other credentials in the database.',
    'can decrypt all credentials',
  ),
  {
    group: 'oauth1',
    name: 'access_token_duration',
    category: 'authentication',
    reaches: 'How long an OAuth token opens what it opens.',
    risk: 'With 0 it does so for ever.',
    safer: 'A day or less.',
    references: [],
  },
  {
    group: 'trust',
    name: 'allow_redelegation',
    category: 'authorization',
    reaches: 'Whether who was trusted with rights may hand them on.',
    risk: 'Who gave them no longer knows who has them.',
    safer: 'False.',
    references: [],
  },
  {
    group: 'resource',
    name: 'admin_project_name',
    category: 'authorization',
    reaches: 'The project whose tokens make their owner administrator of the cloud.',
    risk: 'Whoever gets a role in it is that.',
    safer: 'A project that is for nothing else.',
    references: [],
  },
  {
    group: 'tokenless_auth',
    name: 'trusted_issuer',
    category: 'authentication',
    reaches: 'Whose certificates let their owners in without a token.',
    risk: 'Who has one made by an issuer of the list is in.',
    safer: 'The exact names of issuers that serve this purpose alone.',
    references: [],
  },
  {
    group: 'wsgi',
    name: 'debug_middleware',
    category: 'information-disclosure',
    reaches: 'Whether requests and responses are printed, passwords and tokens in them too.',
    risk: 'Who reads the log reads those.',
    safer: 'False.',
    references: [],
  },
]

/** A directory of keys: what it is good for, and what becomes of who reads it. */
function keyRepository(group: string, name: string, reaches: string, whoReads: string): readonly Entry[] {
  return [
    {
      group,
      name,
      category: 'cryptography',
      reaches,
      risk: `Who reads the files ${whoReads}.`,
      safer: 'A directory of its own that Keystone alone reads, and keys that are changed regularly.',
      references: [securityGuide('identity/tokens', 'on tokens')],
      mustTell: {
        risk: `who reads the keys ${whoReads}`,
        told: /secur|attack|forge|anybody|anyone|impersonat|confidential|permission/i,
      },
    },
  ]
}
