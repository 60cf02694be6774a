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

/** What names of oslo.config stand for. */
export const libraryNames: Readonly<Record<string, 'conf' | 'confClass' | 'fixtureClass'>> = {
  'oslo_config.cfg.CONF': 'conf',
  'oslo_config.cfg.ConfigOpts': 'confClass',
  'oslo_config.fixture.Config': 'fixtureClass',
}
