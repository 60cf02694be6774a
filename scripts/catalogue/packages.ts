/** A package whose options services read, and where they are declared in it. */
export interface Package {
  /** The name of its repository. */
  readonly name: string
  readonly modules: readonly string[]
  /** What of its sources is read; its modules where this is left out. */
  readonly paths?: readonly string[]
  /** Groups that take in the options of other groups. */
  readonly also?: Readonly<Record<string, readonly string[]>>
  /** Names of old that it gives to options of libraries where it registers them: by `group/name`. */
  readonly renamed?: Readonly<Record<string, readonly string[]>>
  /** A library that makes options for it, read beside it. */
  readonly beside?: { readonly name: string; readonly path: string }
  /** Groups that it takes from what the service says, by the beginning of the file's name. */
  readonly groups?: readonly (readonly [file: string, groups: readonly string[]])[]
}

/** Where privileged code of Nova and of the libraries that it runs is set up. */
const privileged = [
  'privsep',
  'nova_sys_admin',
  'privsep_osbrick',
  'vif_plug_linux_bridge_privileged',
  'vif_plug_ovs_privileged',
]

export const packages: readonly Package[] = [
  { name: 'nova', modules: ['nova'], paths: ['nova/conf'], also: { api_database: ['database'] },
    renamed: {
      'glance/insecure': ['glance/api_insecure'],
      'glance/cafile': ['ssl/ca_file'],
      'glance/certfile': ['ssl/cert_file'],
      'glance/keyfile': ['ssl/key_file'],
    },
    beside: { name: 'keystoneauth', path: 'keystoneauth1' } },
  {
    name: 'keystoneauth',
    modules: ['keystoneauth1'],
    groups: [
      ['keystoneauth1/loading/session.py', ['*session']],
      ['keystoneauth1/loading/adapter.py', ['*adapter']],
    ],
  },
  { name: 'keystonemiddleware', modules: ['keystonemiddleware'] },
  { name: 'castellan', modules: ['castellan'] },
  {
    name: 'os-vif',
    modules: ['os_vif', 'vif_plug_ovs', 'vif_plug_linux_bridge'],
    groups: [
      ['vif_plug_ovs/ovs.py', ['os_vif_ovs']],
      ['vif_plug_linux_bridge/linux_bridge.py', ['os_vif_linux_bridge']],
    ],
  },
  { name: 'os-brick', modules: ['os_brick'] },
  { name: 'osprofiler', modules: ['osprofiler'] },
  { name: 'oslo.cache', modules: ['oslo_cache'] },
  { name: 'oslo.concurrency', modules: ['oslo_concurrency'] },
  { name: 'oslo.db', modules: ['oslo_db'] },
  { name: 'oslo.limit', modules: ['oslo_limit'] },
  { name: 'oslo.log', modules: ['oslo_log'] },
  { name: 'oslo.messaging', modules: ['oslo_messaging'] },
  { name: 'oslo.metrics', modules: ['oslo_metrics'] },
  { name: 'oslo.middleware', modules: ['oslo_middleware'] },
  { name: 'oslo.policy', modules: ['oslo_policy'] },
  { name: 'oslo.privsep', modules: ['oslo_privsep'], groups: [['oslo_privsep/priv_context.py', privileged]] },
  { name: 'oslo.reports', modules: ['oslo_reports'] },
  { name: 'oslo.service', modules: ['oslo_service'] },
  { name: 'oslo.versionedobjects', modules: ['oslo_versionedobjects'] },
  { name: 'placement', modules: ['placement'], paths: ['placement/conf'] },
]

/** OpenStack's names of Nova's releases. */
export const novaNames: Readonly<Record<string, string>> = {
  '14.0.0': 'Newton',
  '15.0.0': 'Ocata',
  '16.0.0': 'Pike',
  '17.0.0': 'Queens',
  '18.0.0': 'Rocky',
  '19.0.0': 'Stein',
  '20.0.0': 'Train',
  '21.0.0': 'Ussuri',
  '22.0.0': 'Victoria',
  '23.0.0': 'Wallaby',
  '24.0.0': 'Xena',
  '25.0.0': 'Yoga',
  '26.0.0': 'Zed',
  '27.0.0': '2023.1 Antelope',
  '28.0.0': '2023.2 Bobcat',
  '29.0.0': '2024.1 Caracal',
  '30.0.0': '2024.2 Dalmatian',
  '31.0.0': '2025.1 Epoxy',
  '32.0.0': '2025.2 Flamingo',
  '33.0.0': '2026.1 Gazpacho',
}
