import type { OptionName } from './optionName'
import { passes, type PostureCheck, type Verdict } from './postureCheck'
import type { PostureView } from './postureView'

const secureCommunication =
  'https://docs.openstack.org/security-guide/secure-communication/introduction-to-ssl-and-tls.html'
const endpoints =
  'https://docs.openstack.org/security-guide/api-endpoints/api-endpoint-configuration-recommendations.html'
const databases = 'https://docs.openstack.org/security-guide/databases/database-transport-security.html'

/** Which way Nova talks to another service: where to is written in the group that `auth_section` names. */
function serviceTls(view: PostureView, group: string, override: string): Verdict {
  if (view.isTrue(`${group}/insecure`)) return 'fail'
  const home = view.text(`${group}/auth_section`) || group
  const addresses = [view.text(`${home}/auth_url`), view.text(`${group}/${override}`)].filter(each => each !== '')
  return addresses.length === 0 ? 'unknown' : passes(addresses.every(each => each.startsWith('https://')))
}

/** Whether the server of a database has to show a certificate that is checked. */
function databaseTls(view: PostureView, group: string): Verdict {
  const url = view.text(`${group}/connection`)
  if (url === '' || url.startsWith('sqlite')) return 'not-applicable'
  const parameters = `${url.slice(url.indexOf('?') + 1)}&${view.text(`${group}/connection_parameters`)}`
  if (!url.includes('?') && view.text(`${group}/connection_parameters`) === '') return 'fail'
  if (url.startsWith('mysql')) return passes(/(^|&)ssl_ca=./.test(parameters))
  return passes(/(^|&)sslmode=verify-(ca|full)(&|$)/.test(parameters))
}

function service(id: string, group: string, about: OptionName, override: string, evidence: readonly string[]) {
  const title = `What Nova asks of ${group} goes by https, to a server whose certificate is checked`
  return { id, title, about, evidence, judge: (view: PostureView) => serviceTls(view, group, override) }
}

function database(id: string, group: string, evidence: readonly string[]): PostureCheck {
  return {
    id,
    title: `The connection of [${group}] is encrypted, and the server's certificate checked`,
    about: `${group}/connection`,
    evidence,
    judge: view => databaseTls(view, group),
  }
}

/** What goes over the wire. */
export const transportChecks: readonly PostureCheck[] = [
  {
    id: 'migration-tls',
    title: 'Guests on the move are encrypted, their memory and their disks',
    about: 'libvirt/live_migration_with_native_tls',
    evidence: [
      'OSSN-0089',
      'OSSN-0007',
      'https://docs.openstack.org/security-guide/instance-management/security-services-for-instances.html',
      'https://docs.openstack.org/nova/latest/admin/secure-live-migration-with-qemu-native-tls.html',
    ],
    safer: 'live_migration_with_native_tls = true',
    judge: view => {
      if (!view.usesLibvirt || !['kvm', 'qemu'].includes(view.text('libvirt/virt_type'))) return 'not-applicable'
      const uri = view.text('libvirt/live_migration_uri')
      const scheme = uri === '' ? view.text('libvirt/live_migration_scheme') || 'tcp' : /^\w+\+(\w+):/.exec(uri)?.[1]
      const isNative = view.isTrue('libvirt/live_migration_with_native_tls') && scheme === 'tls'
      const isTunnelled = view.isTrue('libvirt/live_migration_tunnelled') && (scheme === 'tls' || scheme === 'ssh')
      return passes(isNative || isTunnelled)
    },
  },
  {
    id: 'glance-tls',
    title: 'Images come by https, from a server whose certificate is checked',
    about: 'glance/api_servers',
    evidence: ['Check-Compute-05', 'https://docs.openstack.org/security-guide/compute/checklist.html#check-compute-05'],
    judge: view => {
      if (view.isTrue('glance/insecure')) return 'fail'
      const addresses = [...view.texts('glance/api_servers'), view.text('glance/endpoint_override')]
      const given = addresses.filter(each => each !== '')
      return given.length === 0 ? 'unknown' : passes(given.every(each => each.startsWith('https://')))
    },
  },
  service('neutron-tls', 'neutron', 'neutron/auth_url', 'endpoint_override', [secureCommunication, endpoints]),
  service('cinder-tls', 'cinder', 'cinder/insecure', 'endpoint_template', [secureCommunication]),
  service('placement-tls', 'placement', 'placement/auth_url', 'endpoint_override', [secureCommunication]),
  {
    id: 'rabbit-tls',
    title: 'Messages between services are encrypted',
    about: 'oslo_messaging_rabbit/ssl',
    evidence: ['https://docs.openstack.org/security-guide/messaging/security.html'],
    safer: 'ssl = true',
    judge: view => {
      const scheme = /^[^:+]*/.exec(view.text('DEFAULT/transport_url'))?.[0] ?? ''
      if (!['', 'rabbit', 'kombu'].includes(scheme)) return 'not-applicable'
      return passes(view.isTrue('oslo_messaging_rabbit/ssl'))
    },
  },
  database('db-tls', 'database', [
    databases,
    'https://docs.openstack.org/security-guide/databases/database-access-control.html',
  ]),
  database('api-db-tls', 'api_database', [databases]),
  {
    id: 'barbican-verify',
    title: 'The certificate of the key manager is checked',
    about: 'barbican/verify_ssl',
    evidence: ['https://docs.openstack.org/castellan/latest/'],
    safer: 'verify_ssl = true',
    judge: view => {
      const backend = view.text('key_manager/backend') || 'barbican'
      if (backend !== 'barbican' && !backend.endsWith('BarbicanKeyManager')) return 'not-applicable'
      return passes(view.isTrue('barbican/verify_ssl'))
    },
  },
  {
    id: 'vendordata-tls',
    title: 'Vendor data comes by https',
    about: 'api/vendordata_dynamic_targets',
    evidence: ['https://docs.openstack.org/nova/latest/admin/vendordata.html'],
    judge: view => {
      const targets = view.texts('api/vendordata_dynamic_targets')
      if (targets.length === 0) return 'not-applicable'
      return passes(targets.every(target => target.slice(target.indexOf('@') + 1).startsWith('https://')))
    },
  },
]
