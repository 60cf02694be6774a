/** One change of a declaration in nova/conf, and what a comparison has to tell of it. */
export interface NovaChange {
  /** In nova/conf. */
  readonly file: string
  /** The declaration. */
  readonly option: string
  /** What becomes of its text, which ends with the line. */
  readonly make: (declaration: string) => string
  /** `kind [group] option`, in the head. */
  readonly told: readonly string[]
}

function change(
  file: string,
  option: string,
  make: NovaChange['make'] | readonly [string | RegExp, string],
  ...told: readonly string[]
): NovaChange {
  if (typeof make === 'function') return { file: `${file}.py`, option, make, told }
  const [from, to] = make
  const replaced = (text: string): string => {
    const after = text.replace(from, to)
    if (after === text) throw new Error(`${option} in ${file}: there is no ${String(from)}`)
    return after
  }
  return { file: `${file}.py`, option, make: replaced, told }
}

const gone = (): string => ''
/** A keyword more, behind the name. */
const more = (keyword: string) => [/\(\s*(['"]\w+['"]),/, `($1,\n        ${keyword},`] as const
const before = (declaration: string) => (text: string) => `    ${declaration},\n${text}`
const called = (name: string, old: string) => [/\(\s*['"]\w+['"],/, `('${name}', deprecated_name='${old}',`] as const
const moved = { log: '', nodes: '' }

/** Changes of every kind, in Nova as Debian ships it. */
export const novaChanges: readonly NovaChange[] = [
  change('hyperv', 'power_state_event_polling_interval', gone, 'removed [hyperv] power_state_event_polling_interval'),
  change('vmware', 'datastore_regex', gone, 'removed [vmware] datastore_regex'),
  change('api', 'dhcp_domain', gone, 'removed [api] dhcp_domain'),
  change('workarounds', 'libvirt_disable_apic', gone, 'removed [workarounds] libvirt_disable_apic'),
  change('scheduler', 'max_placement_results', gone, 'removed [scheduler] max_placement_results'),
  change('workarounds', 'enable_numa_live_migration', gone, 'removed [workarounds] enable_numa_live_migration'),
  change('quota', 'key_pairs', before("cfg.IntOpt('volumes', default=5, min=0)"), 'added [quota] volumes'),
  change(
    'vmware',
    'pbm_enabled',
    before("cfg.BoolOpt('allow_insecure_upload', default=False)"),
    'added [vmware] allow_insecure_upload',
  ),
  change('vnc', 'auth_schemes', before("cfg.StrOpt('banner', help='What is shown first.')"), 'added [vnc] banner'),
  change('ironic', 'peer_list', before("cfg.StrOpt('token', secret=True)"), 'added [ironic] token'),
  change(
    'scheduler',
    'isolated_hosts',
    before("cfg.ListOpt('isolated_racks', default=[])"),
    'added [filter_scheduler] isolated_racks',
  ),
  change('compute', 'timeout_nbd', before("cfg.PortOpt('nbd_port', default=10809)"), 'added [DEFAULT] nbd_port'),

  change('hyperv', 'vswitch_name', called('virtual_switch', 'vswitch_name'), 'renamed [hyperv] virtual_switch'),
  change('vmware', 'cluster_name', called('cluster', 'cluster_name'), 'renamed [vmware] cluster'),
  change(
    'ironic',
    'serial_console_state_timeout',
    called('console_state_timeout', 'serial_console_state_timeout'),
    'renamed [ironic] console_state_timeout',
  ),
  change(
    'spice',
    'agent_enabled',
    called('guest_agent_enabled', 'agent_enabled'),
    'renamed [spice] guest_agent_enabled',
  ),
  change(
    'scheduler',
    'discover_hosts_in_cells_interval',
    called('cell_discovery_interval', 'discover_hosts_in_cells_interval'),
    'renamed [scheduler] cell_discovery_interval',
  ),
  change(
    'vmware',
    'cache_prefix',
    ['cache_prefix', 'image_cache_prefix'],
    'removed [vmware] cache_prefix',
    'added [vmware] image_cache_prefix',
  ),
  change(
    'hyperv',
    'mounted_disk_query_retry_count',
    ['mounted_disk_query_retry_count', 'disk_query_retries'],
    'removed [hyperv] mounted_disk_query_retry_count',
    'added [hyperv] disk_query_retries',
  ),
  change('vmware', 'serial_log_dir', text => ((moved.log = text), '')),
  change(
    'serial_console',
    'port_range',
    text => `${moved.log.replace("'serial_log_dir',", "'serial_log_dir', deprecated_group='vmware',")}${text}`,
    'moved [serial_console] serial_log_dir',
  ),
  change('workarounds', 'skip_reserve_in_use_ironic_nodes', text => ((moved.nodes = text), '')),
  change(
    'ironic',
    'partition_key',
    text =>
      `${moved.nodes.replace(/\(\s*("skip_reserve_in_use_ironic_nodes"|'skip_reserve_in_use_ironic_nodes'),/, "($1, deprecated_group='workarounds',")}${text}`,
    'moved [ironic] skip_reserve_in_use_ironic_nodes',
  ),

  change(
    'quota',
    'cores',
    [/\s*deprecated_group='DEFAULT',\s*deprecated_name='quota_cores',/, ''],
    'alias [quota] cores',
  ),
  change(
    'quota',
    'metadata_items',
    ["deprecated_group='DEFAULT'", "deprecated_group='quota'"],
    'alias [quota] metadata_items',
  ),
  change(
    'notifications',
    'default_level',
    [/\s*deprecated_group='DEFAULT',\s*deprecated_name='default_notification_level',/, ''],
    'alias [notifications] default_level',
  ),
  change('wsgi', 'ssl_ca_file', [/\s*deprecated_group=["']DEFAULT["'],/, ''], 'alias [wsgi] ssl_ca_file'),
  change('service', 'report_interval', more("deprecated_name='heartbeat_interval'"), 'alias [DEFAULT] report_interval'),

  change(
    'serial_console',
    'proxyclient_address',
    ['StrOpt', 'HostAddressOpt'],
    'type [serial_console] proxyclient_address',
  ),
  change('service', 'osapi_compute_listen', ['StrOpt', 'HostAddressOpt'], 'type [DEFAULT] osapi_compute_listen'),
  change('vnc', 'novncproxy_host', ['StrOpt', 'HostAddressOpt'], 'type [vnc] novncproxy_host'),
  change('vmware', 'vnc_port_total', ['IntOpt', 'FloatOpt'], 'type [vmware] vnc_port_total'),

  change('quota', 'ram', ['default=50 * 1024', 'default=60 * 1024'], 'default [quota] ram'),
  change('scheduler', 'max_attempts', ['default=3', 'default=5'], 'default [scheduler] max_attempts'),
  change('vnc', 'novncproxy_port', ['default=6080', 'default=6081'], 'default [vnc] novncproxy_port'),
  change('glance', 'num_retries', ['default=3', 'default=4'], 'default [glance] num_retries'),
  change(
    'api',
    'list_records_by_skipping_down_cells',
    ['default=True', 'default=False'],
    'default [api] list_records_by_skipping_down_cells',
  ),
  change('compute', 'max_local_block_devices', ['default=3', 'default=8'], 'default [DEFAULT] max_local_block_devices'),
  change(
    'workarounds',
    'disable_deep_image_inspection',
    ['default=False', 'default=True'],
    'default [workarounds] disable_deep_image_inspection',
  ),
  change(
    'scheduler',
    'ram_weight_multiplier',
    ['default=1.0', 'default=2.0'],
    'default [filter_scheduler] ram_weight_multiplier',
  ),

  change('api', 'metadata_cache_expiration', ['min=0', 'min=1'], 'constraint [api] metadata_cache_expiration'),
  change('compute', 'arq_binding_timeout', ['min=1', 'min=0'], 'constraint [DEFAULT] arq_binding_timeout'),
  change('quota', 'instances', [/\s*min=-1,/, ''], 'constraint [quota] instances'),
  change('consoleauth', 'token_ttl', ['min=0', 'min=0, max=86400'], 'constraint [consoleauth] token_ttl'),
  change('configdrive', 'mkisofs_cmd', more('max_length=255'), 'constraint [DEFAULT] mkisofs_cmd'),
  change(
    'servicegroup',
    'servicegroup_driver',
    [/choices=\[/, "choices=[('zk', 'ZooKeeper'), "],
    'constraint [DEFAULT] servicegroup_driver',
  ),

  change('vmware', 'host_password', [/\s*secret\s*=\s*True,/, ''], 'secret [vmware] host_password'),
  change(
    'neutron',
    'metadata_proxy_shared_secret',
    [/\s*secret\s*=\s*True,/, ''],
    'secret [neutron] metadata_proxy_shared_secret',
  ),
  change('vnc', 'vencrypt_client_key', more('secret=True'), 'secret [vnc] vencrypt_client_key'),
  change('ironic', 'api_max_retries', more('mutable=True'), 'mutable [ironic] api_max_retries'),
  change('compute', 'vif_plugging_timeout', more('mutable=True'), 'mutable [DEFAULT] vif_plugging_timeout'),
  change('hyperv', 'qemu_img_cmd', more('required=True'), 'required [hyperv] qemu_img_cmd'),
  change('vmware', 'integration_bridge', more('required=True'), 'required [vmware] integration_bridge'),
  change('service', 'periodic_enable', more('advanced=True'), 'advanced [DEFAULT] periodic_enable'),
  change('imagecache', 'subdirectory_name', more('advanced=True'), 'advanced [image_cache] subdirectory_name'),

  change(
    'neutron',
    'physnets',
    more("deprecated_for_removal=True, deprecated_since='26.0.0', deprecated_reason='Networks say so.'"),
    'deprecation [neutron] physnets',
  ),
  change('vmware', 'use_linked_clone', more('deprecated_for_removal=True'), 'deprecation [vmware] use_linked_clone'),
  change(
    'glance',
    'enable_certificate_validation',
    [/\s*deprecated_for_removal=True,/, ''],
    'deprecation [glance] enable_certificate_validation',
  ),

  change(
    'api',
    'instance_list_per_project_cells',
    [/help="""\n/, 'help="""\nMind the cells.\n\n'],
    'help [api] instance_list_per_project_cells',
  ),
  change('vnc', 'vencrypt_ca_certs', [/help="""/, 'help="""The authorities. '], 'help [vnc] vencrypt_ca_certs'),
  change(
    'spice',
    'html5proxy_port',
    [/help="""\n/, 'help="""\nWhere people connect.\n\n'],
    'help [spice] html5proxy_port',
  ),
  change('base', 'tempdir', [/help=/, "metavar='FOLDER', help="], 'help [DEFAULT] tempdir'),
]

/** A declaration in the text of a module: from its line to that of the next. */
export function declarationIn(text: string, option: string): { readonly start: number; readonly end: number } {
  const found = [...text.matchAll(new RegExp(`^ {4,5}cfg\\.\\w+\\(\\s*['"]${option}['"]`, 'gm'))]
  if (found.length !== 1) throw new Error(`${option} is declared ${String(found.length)} times`)
  const start = found[0]!.index
  const second = text.indexOf('\n', start) + 1
  const rest = text.slice(second)
  const next = /^(?: {4,5}cfg\.|\]| {4}# )/m.exec(rest)
  if (next === null) throw new Error(`${option} has no end`)
  return { start, end: second + next.index }
}
