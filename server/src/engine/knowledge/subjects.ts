import type { Category } from './category'

/**
 * What an option is about, by its words. The first entry that fits wins, so the order is from sure to vague. `name` is
 * matched against the words of the name joined by `_`, `help` against the first sentence in lower case, `group` against
 * the groups joined by spaces; what is left out fits. `kinds` tells which types of value an entry speaks of.
 */
export interface Subject {
  readonly category: Category
  /** Whether it matters to security. */
  readonly relevant: boolean
  readonly kinds?: readonly ValueKind[]
  readonly name?: RegExp
  readonly help?: RegExp
  readonly group?: RegExp
}

export type ValueKind = 'switch' | 'number' | 'text' | 'address' | 'port' | 'url' | 'choice'

const text = ['text', 'choice'] as const
const place = ['text'] as const

/** `(^|_)word(_|$)` for each of the words. */
function words(list: string): RegExp {
  return new RegExp(`(^|_)(${list})(_|$)`)
}

/** The last word or words of the name. */
function ends(list: string): RegExp {
  return new RegExp(`(^|_)(${list})$`)
}

export const subjects: readonly Subject[] = [
  // Things that only sound like something else.
  { category: 'other', relevant: false, help: /version cap|api version|microversion/ },
  {
    category: 'other',
    relevant: false,
    name: ends('weight|weights|multiplier|ratio|separator|keymap|region_name|availability_zone|domain_id|project_id'),
  },

  // Amounts that tenants can use up.
  {
    category: 'resource-limit',
    relevant: true,
    name: words('quota|quotas'),
    kinds: ['number', 'switch', 'text', 'choice'],
  },
  { category: 'resource-limit', relevant: true, group: /(^|\s)quotas?($|\s)/ },
  {
    category: 'availability',
    relevant: false,
    kinds: ['number'],
    name: ends(
      'retries|retry|attempts|tries|retry_count|retries_count|interval|delay|delay_seconds|intervals|backoff|steps|period|freq|frequency|poll_interval',
    ),
  },
  {
    category: 'resource-limit',
    relevant: true,
    kinds: ['number'],
    name: /(^|_)max_(concurrent|request|body|json|header|template|nested|\w+_per_|\w+_size$|\w+_length$|header|limit|\w*items|\w*rules|\w*devices|\w*disk)/,
  },
  {
    category: 'resource-limit',
    relevant: true,
    kinds: ['number'],
    name: ends('limit|max_limit|rate_limit|max_size|max_length|body_size|client_socket_timeout'),
  },

  // Secrets and who uses them.
  {
    category: 'credential',
    relevant: true,
    name: words('password|passwords|passwd|passphrase|secret|secrets|credential|credentials'),
  },
  { category: 'credential', relevant: true, kinds: ['switch'], name: /(^|_)inject_(key|password)/ },
  {
    category: 'credential',
    relevant: true,
    kinds: place,
    name: ends('username|user|login|user_name|user_id|access_key|auth_user'),
  },

  // Cryptography and what is stored.
  {
    category: 'cryptography',
    relevant: true,
    name: words(
      'signature|signatures|cipher|key_size|key_length|hmac|crypto|crypt|hash|hashing|digest|rng|keystore|trusted_certificate_ids|tpm',
    ),
  },
  {
    category: 'data-at-rest',
    relevant: true,
    name: words(
      'encrypt|encrypted|encryption|luks|wipe|shred|erase|sanitize|secure_delete|volume_clear|clear_size|swtpm',
    ),
  },
  { category: 'data-at-rest', relevant: true, group: /encrypt/ },

  // On the wire.
  {
    category: 'transport-security',
    relevant: true,
    name: words(
      'ssl|tls|native_tls|https|insecure|ciphers|ciphersuites|vencrypt|cacert|cacerts|cafile|ca_file|ca_certs|ca_cert|certfile|keyfile|cert_file|key_file|ca_certificates|certificate|certificates|x509|pem',
    ),
  },
  {
    category: 'transport-security',
    relevant: true,
    kinds: place,
    name: ends('cert|certs|key|client_key|privkey|private_key'),
    help: /certificate|ssl|tls|private key|pem/,
  },

  // Who may come in, and who may do what.
  {
    category: 'authentication',
    relevant: true,
    name: words(
      'auth|authn|authenticate|authentication|noauth|authtoken|token|tokens|session|sso|saml|oidc|federation|kerberos|origin|origins|forwarded|proxy_headers|proxy_ssl_header|service_user|lockout|totp|chap|sasl',
    ),
  },
  {
    category: 'authorization',
    relevant: true,
    name: words(
      'rootwrap|privsep|sudo|policy_file|policy_dirs|enforce_scope|enforce_new_defaults|role|roles|admin|authorization|trustee|trusts|acl|acls|capabilities|privileged|superuser|permission|permissions|perms|uid|gid|uid_maps|gid_maps|umask',
    ),
  },
  {
    category: 'authorization',
    relevant: true,
    kinds: text,
    help: /(user|group) (that|to|which|as which).*runs? as|run as/,
  },
  {
    category: 'isolation',
    relevant: true,
    name: words(
      'isolate|isolated|isolation|restrict|restricted|apparmor|selinux|seccomp|sandbox|chroot|firewall|iptables|security_group|security_groups|spoofing|passthrough|virt_type|whitelist|allowlist|denylist|blacklist|allowed|permitted|forbidden|denied|exclude_list',
    ),
  },
  { category: 'isolation', relevant: true, kinds: ['switch'], name: words('tenant|tenants|for_tenants|to_tenants') },

  // What guests are made of, and what they share with the host: images in all formats, devices, processor features.
  {
    category: 'isolation',
    relevant: true,
    name: words(
      'cow_images|raw_images|images_type|image_format|rescue_image_id|rescue_kernel_id|rescue_ramdisk_id|cpu_mode|cpu_models|cpu_model|cpu_model_extra_flags|mdev|mdev_types|mdev_class|device_spec|device_addresses|perf_events|machine_type',
    ),
  },
  { category: 'isolation', relevant: true, group: /(^|\s)(pci|sriov\w*)($|\s)/, kinds: ['text'] },
  {
    category: 'isolation',
    relevant: true,
    kinds: ['switch', 'number'],
    name: /(^|_)inject(ed)?(_|$)|resize_fs_using_block_device/,
  },
  {
    category: 'isolation',
    relevant: true,
    kinds: ['switch'],
    name: /(^|_)(vif_plugging_is_fatal|wait_for_vif_plug|metadata_proxy)(_|$)/,
  },
  { category: 'information-disclosure', relevant: true, name: words('sysinfo|sysinfo_serial|log_format') },
  { category: 'data-at-rest', relevant: true, name: words('discard|disk_discard') },
  {
    category: 'file-path',
    relevant: true,
    kinds: text,
    name: ends('mount_opts|mount_options|mount_group|mount_user|mount_perms'),
  },

  // Where a service can be reached.
  { category: 'network-exposure', relevant: true, kinds: ['text'], name: /^(enabled_)?apis$|(^|_)enabled_apis$/ },
  { category: 'network-exposure', relevant: true, kinds: ['port'] },
  { category: 'network-exposure', relevant: true, name: /(^|_)\w*listen(_|$)|(^|_)bind_/ },
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
    kinds: place,
    name: ends('host_ip|my_ip|ip|address|addr|proxy_host|proxyclient_address|bind_host|listen_address'),
    help: /address|host|listen/,
  },
  {
    category: 'network-exposure',
    relevant: true,
    kinds: place,
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
    kinds: place,
    name: ends('url|urls|uri|uris|endpoint|endpoints|endpoint_template|api_servers|wsdl|base_url|connection'),
  },
  {
    category: 'transport-security',
    relevant: true,
    kinds: text,
    name: ends('scheme|protocol|transport|transport_type|security_protocol'),
  },
  { category: 'transport-security', relevant: true, kinds: place, name: words('targets'), help: /url|target/ },

  // What runs.
  {
    category: 'code-execution',
    relevant: true,
    kinds: place,
    name: ends(
      'cmd|command|commands|script|scripts|mkfs|virt_mkfs|helper|helper_command|binary|executable|exec|shell|paste_config|paste_deploy|interpreter|hook|hooks|template_file',
    ),
  },
  {
    category: 'code-execution',
    relevant: true,
    kinds: place,
    name: ends(
      'driver|drivers|plugin|plugins|plugin_dirs|filters|classes|class_name|backend_class|extensions|providers|modules|mechanism_drivers|manager|jinja_template',
    ),
  },
  {
    category: 'code-execution',
    relevant: true,
    kinds: text,
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
    kinds: place,
    name: words('log_dir|log_file|log_path|serial_log_dir|record|log_config|log_config_append|dump_file'),
  },

  // Where things lie.
  {
    category: 'file-path',
    relevant: true,
    kinds: place,
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
  { category: 'file-path', relevant: false, kinds: place, name: ends('prefix|suffix|subdirectory_name') },
]

/** In the help's first paragraph: the option's authors themselves say that it touches security. */
export const securityWords: readonly (readonly [RegExp, Category])[] = [
  [/man[- ]in[- ]the[- ]middle|certificate|\btls\b|\bssl\b/, 'transport-security'],
  [/password|credential|\bsecret\b/, 'credential'],
  [/authenticat/, 'authentication'],
  [/unauthori[sz]ed|privileg|\brbac\b|permission|\broot user\b|as root/, 'authorization'],
  [/encrypt|decrypt|cryptograph/, 'cryptography'],
  [/denial of service|\bdos\b/, 'resource-limit'],
  [/untrusted|malicious|isolat/, 'isolation'],
  [/security|attack|vulnerab|exploit|sensitive|confidential/, 'other'],
]
