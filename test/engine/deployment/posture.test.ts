import { strictEqual } from 'node:assert/strict'
import {
  Catalogue,
  Values,
  addNamedGroups,
  declarationsOfRelease,
  judgePosture,
  namedGroups,
  readConf,
} from '../../../server/src/engine/index'
import { catalogueData } from '../../cli/runCli'

/** A deployment with one weakness, its hardened twin, and the check that tells them apart. */
const twins: readonly (readonly [check: string, weak: string, hardened: string])[] = [
  [
    'vencrypt-files',
    '[vnc]\nauth_schemes = vencrypt\nvencrypt_ca_certs = /etc/ca\n',
    '[vnc]\nauth_schemes = vencrypt\nvencrypt_ca_certs = /etc/ca\nvencrypt_client_key = /etc/key\nvencrypt_client_cert = /etc/crt\n',
  ],
  [
    'rabbit-ca',
    '[oslo_messaging_rabbit]\nssl = true\n',
    '[oslo_messaging_rabbit]\nssl = true\nssl_ca_file = /etc/ca\n',
  ],
  [
    'service-user-tls',
    '[service_user]\nsend_service_user_token = true\nauth_section = shared\n[shared]\nauth_url = http://id/\n',
    '[service_user]\nsend_service_user_token = true\nauth_section = shared\n[shared]\nauth_url = https://id/\n',
  ],
  ['console-tls-version', '[console]\nssl_minimum_version = tlsv1_1\n', '[console]\nssl_minimum_version = tlsv1_3\n'],
  ['cors-origins', '[cors]\nallowed_origin = *\n', '[cors]\nallowed_origin = https://dashboard.example.org\n'],
  ['healthcheck-detailed', '[healthcheck]\ndetailed = true\n', '[healthcheck]\n'],
  [
    'vmware-verify',
    '[DEFAULT]\ncompute_driver = vmwareapi.VMwareVCDriver\n[vmware]\ninsecure = true\n',
    '[DEFAULT]\ncompute_driver = vmwareapi.VMwareVCDriver\n[vmware]\nca_file = /etc/ca\n',
  ],
  [
    'vault-tls',
    '[key_manager]\nbackend = vault\n[vault]\nvault_url = http://vault:8200\n',
    '[key_manager]\nbackend = vault\n[vault]\nvault_url = https://vault:8200\n',
  ],
  [
    'migration-tls',
    '[DEFAULT]\ncompute_driver = libvirt.LibvirtDriver\n[libvirt]\nlive_migration_with_native_tls = true\n',
    '[DEFAULT]\ncompute_driver = libvirt.LibvirtDriver\n[libvirt]\nlive_migration_with_native_tls = true\nlive_migration_scheme = tls\n',
  ],
  ['console-ssl-only', '[DEFAULT]\nssl_only = true\n', '[DEFAULT]\nssl_only = true\ncert = /etc/nova/console.crt\n'],
  [
    'memcache-security',
    '[keystone_authtoken]\nmemcached_servers = a:11211\nmemcache_security_strategy = ENCRYPT\n',
    '[keystone_authtoken]\nmemcached_servers = a:11211\nmemcache_security_strategy = ENCRYPT\nmemcache_secret_key = words\n',
  ],
  [
    'db-tls',
    '[database]\nconnection = postgresql://nova:words@db/nova?sslmode=require\n',
    '[database]\nconnection = postgresql://nova:words@db/nova?sslmode=verify-full\n',
  ],
]

describe('A deployment with one weakness', () => {
  for (const [check, weak, hardened] of twins) {
    it(`is told from its hardened twin: ${check}`, () => {
      strictEqual(verdict(check, weak), 'fail')
      strictEqual(verdict(check, hardened), 'pass')
    })
  }

  it('is none where what is weak is not used', () => {
    const unused = ['vencrypt-files', 'rabbit-ca', 'service-user-tls', 'vmware-verify', 'vault-tls']
    for (const check of unused) strictEqual(verdict(check, '[DEFAULT]\n'), 'not-applicable', check)
    strictEqual(verdict('service-user-tls', '[service_user]\nsend_service_user_token = true\n'), 'unknown')
  })
})

function verdict(check: string, text: string): string | undefined {
  const { declarations, catalogue } = declarationsOfRelease(new Catalogue(catalogueData()), 'nova')
  const files = [readConf('nova.conf', text)]
  addNamedGroups(catalogue, namedGroups(files), declarations)
  const values = new Values(declarations, files)
  return judgePosture(declarations, values, []).find(({ check: { id } }) => id === check)?.verdict
}
