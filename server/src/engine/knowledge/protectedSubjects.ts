import { anyText, freeText, ends, words } from './subject'
import type { Subject } from './subject'

/** What is protected: resources, secrets, data, connections, rights, and guests from one another. */
export const protectedSubjects: readonly Subject[] = [
  // Things that only sound like something else.
  { category: 'other', relevant: false, help: /version cap|api version|microversion/ },
  {
    category: 'other',
    relevant: false,
    name: ends('weight|weights|multiplier|ratio|separator|keymap|region_name|availability_zone|domain_id|project_id'),
  },
  // Checks of whether things fit together.
  {
    category: 'availability',
    relevant: false,
    kinds: ['switch'],
    name: words('cpu_compare|version_check|service_check'),
  },

  // Where a service for administrators listens is still where it listens.
  { category: 'network-exposure', relevant: true, kinds: ['port'] },
  { category: 'network-exposure', relevant: true, kinds: ['address'], name: /listen(_|$)|(^|_)bind_/ },

  // Amounts that tenants can use up.
  {
    category: 'resource-limit',
    relevant: true,
    name: words('quota|quotas'),
    kinds: ['number', 'switch', 'text', 'choice'],
  },
  { category: 'resource-limit', relevant: true, group: /(^|\s)quotas?($|\s)/ },
  { category: 'resource-limit', relevant: true, name: words('unified_limits') },
  // What is kept for the host itself, so that guests cannot take all of it.
  { category: 'resource-limit', relevant: true, kinds: ['number'], name: words('reserved_host|reserved_for_host') },
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
    kinds: freeText,
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
    kinds: freeText,
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
    kinds: anyText,
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
    kinds: anyText,
    name: ends('mount_opts|mount_options|mount_group|mount_user|mount_perms'),
  },
]
