import { passes, type PostureCheck } from './postureCheck'

const remote = 'https://docs.openstack.org/nova/latest/admin/remote-console-access.html'
const options = 'https://docs.openstack.org/nova/latest/configuration/config.html'

/** What one option asks of another: a protection that is on, and lacks what it needs to be one. */
export const conditionChecks: readonly PostureCheck[] = [
  {
    id: 'vencrypt-files',
    title: 'The console proxy has the certificate and key that VeNCrypt asks for, and checks the other side',
    about: 'vnc/vencrypt_client_key',
    evidence: [`${remote}#vnc-proxy-to-compute`, `${options}#vnc.vencrypt_client_key`],
    judge: view => {
      const isUsed = view.isTrue('vnc/enabled') && view.texts('vnc/auth_schemes').includes('vencrypt')
      if (!isUsed) return 'not-applicable'
      const files = ['vencrypt_client_key', 'vencrypt_client_cert', 'vencrypt_ca_certs'] as const
      return passes(files.every(name => view.text(`vnc/${name}`) !== ''))
    },
  },
  {
    id: 'rabbit-ca',
    title: 'The certificate of the message broker is checked',
    about: 'oslo_messaging_rabbit/ssl_ca_file',
    evidence: ['https://docs.openstack.org/security-guide/messaging/security.html'],
    judge: view => {
      const scheme = /^[^:+]*/.exec(view.text('DEFAULT/transport_url'))?.[0] ?? ''
      const isUsed = ['', 'rabbit', 'kombu'].includes(scheme) && view.isTrue('oslo_messaging_rabbit/ssl')
      return isUsed ? passes(view.text('oslo_messaging_rabbit/ssl_ca_file') !== '') : 'not-applicable'
    },
  },
  {
    id: 'service-user-tls',
    title: "The service user's credentials go by https, to a server whose certificate is checked",
    about: 'service_user/auth_url',
    evidence: ['https://docs.openstack.org/security-guide/secure-communication/introduction-to-ssl-and-tls.html'],
    judge: view => {
      if (!view.isTrue('service_user/send_service_user_token')) return 'not-applicable'
      if (view.isTrue('service_user/insecure')) return 'fail'
      const address = view.text(`${view.text('service_user/auth_section') || 'service_user'}/auth_url`)
      return address === '' ? 'unknown' : passes(address.startsWith('https://'))
    },
  },
  {
    id: 'console-tls-version',
    title: 'Console proxies take no version of TLS that is given up',
    about: 'console/ssl_minimum_version',
    evidence: [`${options}#console.ssl_minimum_version`, 'RFC 8996'],
    safer: 'ssl_minimum_version = tlsv1_2',
    judge: view => passes(!['tlsv1', 'tlsv1_1'].includes(view.text('console/ssl_minimum_version'))),
  },
  {
    id: 'cors-origins',
    title: 'Not every page of the web may ask the API in the name of who looks at it',
    about: 'cors/allowed_origin',
    evidence: ['https://docs.openstack.org/oslo.middleware/latest/reference/cors.html'],
    judge: view => passes(!(view.texts('cors/allowed_origin').includes('*') && view.isTrue('cors/allow_credentials'))),
  },
  {
    id: 'healthcheck-detailed',
    title: 'Whoever asks how the service is learns nothing more',
    about: 'healthcheck/detailed',
    evidence: [
      'the help of the option: "Enabling this option may expose sensitive details about the service being monitored"',
    ],
    safer: 'detailed = false',
    judge: view => passes(!view.isTrue('healthcheck/detailed')),
  },
  {
    id: 'vmware-verify',
    title: 'The certificate of vCenter is checked',
    about: 'vmware/insecure',
    evidence: [`${options}#vmware.insecure`],
    safer: 'insecure = false',
    judge: view =>
      view.text('DEFAULT/compute_driver').startsWith('vmwareapi')
        ? passes(!view.isTrue('vmware/insecure') || view.text('vmware/ca_file') !== '')
        : 'not-applicable',
  },
  {
    id: 'vault-tls',
    title: 'Keys come from Vault by https',
    about: 'vault/vault_url',
    evidence: ['https://docs.openstack.org/castellan/latest/'],
    judge: view => {
      const backend = view.text('key_manager/backend')
      const isUsed = backend === 'vault' || backend.endsWith('VaultKeyManager')
      return isUsed ? passes(view.text('vault/vault_url').startsWith('https://')) : 'not-applicable'
    },
  },
]
