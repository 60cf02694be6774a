import { anyText, freeText, ends, words } from './subject'
import type { Subject } from './subject'

/** What can be reached, run, read or written; then the plain rest. */
export const exposedSubjects: readonly Subject[] = [
  // Where a service can be reached.
  { category: 'network-exposure', relevant: true, kinds: anyText, name: /^(enabled_)?apis$|(^|_)enabled_apis$/ },
  { category: 'network-exposure', relevant: true, name: /listen(_|$)|(^|_)bind_/ },
  {
    category: 'network-exposure',
    relevant: true,
    kinds: ['number', 'text'],
    name: ends('port|ports_range|port_range|port_total'),
  },
  {
    category: 'network-exposure',
    relevant: true,
    kinds: ['address'],
    name: ends('host|ip|address|addr|listen|server|inbound_addr'),
  },
  {
    category: 'network-exposure',
    relevant: true,
    kinds: freeText,
    name: ends('host_ip|my_ip|ip|address|addr|proxy_host|proxyclient_address|bind_host|listen_address'),
    help: /address|host|listen/,
  },
  {
    category: 'network-exposure',
    relevant: true,
    kinds: freeText,
    name: ends('host'),
    help: /ip address|listen|bind|connect to|server host/,
  },
  {
    category: 'network-exposure',
    relevant: true,
    kinds: ['switch'],
    name: ends('enabled|enable'),
    group: /vnc|spice|rdp|mks|console|backdoor|remote/,
  },
  { category: 'transport-security', relevant: true, kinds: ['url'] },
  {
    category: 'transport-security',
    relevant: true,
    kinds: freeText,
    name: ends('url|urls|uri|uris|endpoint|endpoints|endpoint_template|api_servers|wsdl|base_url|connection'),
  },
  {
    category: 'transport-security',
    relevant: true,
    kinds: anyText,
    name: ends('scheme|protocol|transport|transport_type|security_protocol'),
  },
  { category: 'transport-security', relevant: true, kinds: freeText, name: words('targets'), help: /url|target/ },

  // What runs.
  {
    category: 'code-execution',
    relevant: true,
    kinds: freeText,
    name: ends(
      'cmd|command|commands|script|scripts|mkfs|virt_mkfs|helper|helper_command|binary|executable|exec|shell|paste_config|paste_deploy|interpreter|hook|hooks|template_file',
    ),
  },
  {
    category: 'code-execution',
    relevant: true,
    kinds: freeText,
    name: ends(
      'driver|drivers|plugin|plugins|plugin_dirs|filters|classes|class_name|backend_class|extensions|providers|modules|mechanism_drivers|manager|jinja_template',
    ),
  },
  {
    category: 'code-execution',
    relevant: true,
    kinds: anyText,
    name: ends('providers|handlers'),
    help: /driver|plug-?in|module|provider/,
  },

  // What can be read that should not.
  {
    category: 'information-disclosure',
    relevant: true,
    kinds: ['switch'],
    name: words(
      'debug|trace|tracing|profiler|verbose|post_mortem|record|dump|expose|show|detailed|log_debug|http_log_debug',
    ),
  },
  {
    category: 'information-disclosure',
    relevant: true,
    kinds: freeText,
    name: words('log_dir|log_file|log_path|serial_log_dir|record|log_config|log_config_append|dump_file'),
  },

  // Where things lie.
  {
    category: 'file-path',
    relevant: true,
    kinds: freeText,
    name: ends(
      'path|paths|dir|dirs|directory|directories|file|files|filename|location|folder|mount_point|mount_point_base|state_path|pybasedir|socket|socket_file|cfg|conf|ceph_conf|tempdir|tmpdir|keyring|config|root|basedir|config_file|config_dir|web',
    ),
  },

  // Switches that weaken or strengthen something.
  {
    category: 'isolation',
    relevant: true,
    kinds: ['switch'],
    name: /(^|_)(bypass|disable_\w*(inspection|check|verif|valid|security|policy)|verify|validate|enforce|strict)(_|$)/,
    help: /secur|valid|polic|check|inspect|verif|enforce|trust|authori/,
  },

  // The plain rest, which has names of its own so that filters can find it.
  {
    category: 'audit',
    relevant: false,
    name: words('audit|notification|notifications|notify|versioned_notifications_topics|usage'),
  },
  { category: 'audit', relevant: false, group: /notification/ },
  {
    category: 'availability',
    relevant: false,
    kinds: ['number'],
    name: ends(
      'timeout|time|seconds|ttl|age|expiration|expiry|workers|wait|down_time|refresh|pool_size|threads|queue_size|threshold|size|count|backlog',
    ),
  },
  {
    category: 'resource-limit',
    relevant: false,
    kinds: ['number'],
    name: words('max|min|maximum|minimum|limit|reserved|num|size|ratio|count'),
  },
  { category: 'file-path', relevant: false, kinds: freeText, name: ends('subdirectory_name') },
]
