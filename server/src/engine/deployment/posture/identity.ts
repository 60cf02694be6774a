import { passes, type PostureCheck } from './postureCheck'

const middleware = 'https://docs.openstack.org/keystonemiddleware/latest/middlewarearchitecture.html'
const checklist = 'https://docs.openstack.org/security-guide/compute/checklist.html'

/** Who may ask for something, and how that is found out. */
export const identityChecks: readonly PostureCheck[] = [
  {
    id: 'keystone-tls',
    title: 'Clients are sent to the identity service by https',
    about: 'keystone_authtoken/www_authenticate_uri',
    evidence: ['Check-Compute-04', `${checklist}#check-compute-04`],
    judge: view => {
      const address = view.text('keystone_authtoken/www_authenticate_uri') || view.text('keystone_authtoken/auth_uri')
      return passes(address.startsWith('https://') && !view.isTrue('keystone_authtoken/insecure'))
    },
  },
  {
    id: 'keystone-auth-url',
    title: "The service's own credentials go to the identity service by https",
    about: 'keystone_authtoken/auth_url',
    evidence: ['Check-Compute-04', 'https://docs.openstack.org/security-guide/identity/checklist.html'],
    judge: view => {
      const section = view.text('keystone_authtoken/auth_section') || 'keystone_authtoken'
      const address = view.text(`${section}/auth_url`)
      return address === '' ? 'unknown' : passes(address.startsWith('https://'))
    },
  },
  {
    id: 'keystone-auth-version',
    title: 'The identity service is asked in version 3',
    about: 'keystone_authtoken/auth_version',
    evidence: [middleware, 'keystone 13.0.0 (Queens) removed the v2.0 API'],
    judge: view => {
      const version = view.text('keystone_authtoken/auth_version')
      return version === '' ? 'not-applicable' : passes(/^v?3/.test(version))
    },
  },
  {
    id: 'service-token',
    title: 'Requests to other services carry a service token',
    about: 'service_user/send_service_user_token',
    evidence: [
      'OSSA-2023-003',
      'OSSN-0092',
      'https://docs.openstack.org/nova/latest/admin/configuration/service-user-token.html',
    ],
    safer: 'send_service_user_token = true',
    judge: view => {
      const hasUser = ['auth_type', 'auth_section'].some(name => view.text(`service_user/${name}`) !== '')
      return passes(view.isTrue('service_user/send_service_user_token') && hasUser)
    },
  },
  {
    id: 'service-token-roles-required',
    title: 'A service token counts only with a role of services',
    about: 'keystone_authtoken/service_token_roles_required',
    evidence: [middleware, 'keystonemiddleware 13.0.0 makes it the default'],
    safer: 'service_token_roles_required = true',
    judge: view => passes(view.isTrue('keystone_authtoken/service_token_roles_required')),
  },
  {
    id: 'memcache-security',
    title: 'Tokens in memcached are signed or encrypted',
    about: 'keystone_authtoken/memcache_security_strategy',
    evidence: [`${middleware}#memcache-protection`],
    safer: 'memcache_security_strategy = ENCRYPT',
    judge: view => {
      if (view.texts('keystone_authtoken/memcached_servers').length === 0) return 'not-applicable'
      const strategy = view.text('keystone_authtoken/memcache_security_strategy').toUpperCase()
      const isSafe = strategy === 'MAC' || strategy === 'ENCRYPT'
      return passes(isSafe && view.text('keystone_authtoken/memcache_secret_key') !== '')
    },
  },
  {
    id: 'api-auth-strategy',
    title: 'The API asks the identity service who is calling',
    about: 'api/auth_strategy',
    evidence: ['Check-Compute-03', `${checklist}#check-compute-03`],
    safer: 'auth_strategy = keystone',
    judge: view => passes(view.text('api/auth_strategy') === 'keystone'),
  },
  {
    id: 'policy-yaml',
    title: 'Policies are not read from a JSON file',
    about: 'oslo_policy/policy_file',
    evidence: [
      'https://docs.openstack.org/oslo.policy/latest/cli/oslopolicy-convert-json-to-yaml.html',
      'nova 22.0.0 upgrade note bug-1875418: the default became policy.yaml, JSON is deprecated',
    ],
    safer: 'policy_file = policy.yaml',
    judge: view => {
      const effective = view.effective('oslo_policy/policy_file')
      // Nova has a default of its own.
      return passes(effective?.from === 'default' || !view.text('oslo_policy/policy_file').endsWith('.json'))
    },
  },
  {
    id: 'forwarded-for',
    title: 'Callers cannot choose the address that is noted of them',
    about: 'api/use_forwarded_for',
    evidence: ['https://docs.openstack.org/nova/zed/configuration/config.html#api.use_forwarded_for'],
    safer: 'use_forwarded_for = false',
    judge: view => passes(!view.isTrue('api/use_forwarded_for')),
  },
]
