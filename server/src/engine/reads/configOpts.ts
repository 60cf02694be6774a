/** What oslo.config's own objects have, and what is therefore no option. */

/** Attributes of a ConfigOpts. */
export const configOptsNames: ReadonlySet<string> = new Set([
  'GroupAttr',
  'SubCommandAttr',
  'StrSubWrapper',
  'OptInfo',
  'clear',
  'clear_default',
  'clear_override',
  'default_config_dirs',
  'default_config_files',
  'config_dirs',
  'disallow_names',
  'find_file',
  'get',
  'get_location',
  'import_group',
  'import_opt',
  'items',
  'keys',
  'list_all_sections',
  'log_opt_values',
  'mutate_config_files',
  'print_help',
  'print_usage',
  'prog',
  'project',
  'register_cli_opt',
  'register_cli_opts',
  'register_group',
  'register_mutate_hook',
  'register_opt',
  'register_opts',
  'reload_config_files',
  'reset',
  'set_default',
  'set_override',
  'unregister_opt',
  'unregister_opts',
  'usage',
  'values',
  'version',
  'use_env',
  'namespace',
])

/** Methods of a group. */
export const groupMethods: ReadonlySet<string> = new Set(['get', 'items', 'keys', 'values'])

/** Methods that tell a value from a group where nobody knows which of the two a name is. */
export const valueMethods: ReadonlySet<string> = new Set([
  'lower',
  'upper',
  'split',
  'strip',
  'lstrip',
  'rstrip',
  'startswith',
  'endswith',
  'replace',
  'format',
  'join',
  'append',
  'index',
  'count',
  'encode',
  'copy',
  'rsplit',
  'partition',
  'rpartition',
  'title',
  'splitlines',
])

/** Groups in which libraries of OpenStack have options of their own, whatever a project adds to them. */
export const libraryGroups =
  /^(?:oslo_\w+|\w*database\w*|sql|cache|cors(?:\..*)?|healthcheck|ssl|privsep\w*|\w+_privileged|\w+_sys_admin|profiler\w*|key_?manager|barbican\w*|vault\w*|\w*keystone\w*|s3_token|ext_oauth2_auth|audit_middleware_\w+|os_vif_\w+|vif_plug_\w+|os_brick|glance_store|service_auth|service_user|coordination|amqp1|matchmaker_\w+|zmq_\w+)$/

/** What names of oslo.config stand for. */
export const libraryNames: Readonly<Record<string, 'conf' | 'confClass' | 'fixtureClass'>> = {
  'oslo_config.cfg.CONF': 'conf',
  'oslo_config.cfg.ConfigOpts': 'confClass',
  'oslo_config.fixture.Config': 'fixtureClass',
}
