import type { OptClassName } from './option'

/** An option that a library declares: known from its release, not from the sources at hand. */
export interface LibraryOption {
  /** As an operator writes it. */
  readonly name: string
  readonly className: OptClassName
}

/** What one function of a library registers. */
export interface LibraryRegistrar {
  readonly library: string
  readonly options: readonly LibraryOption[]
}

const str = (name: string): LibraryOption => ({ name, className: 'StrOpt' })

/** keystoneauth1 5: `loading/session.py`, `loading/adapter.py` and `loading/conf.py`, deprecated options left out. */
const session: LibraryRegistrar = {
  library: 'keystoneauth1',
  options: [
    str('cafile'),
    str('certfile'),
    str('keyfile'),
    { name: 'insecure', className: 'BoolOpt' },
    { name: 'timeout', className: 'IntOpt' },
    { name: 'collect_timing', className: 'BoolOpt' },
    { name: 'split_loggers', className: 'BoolOpt' },
  ],
}
const adapter: LibraryRegistrar = {
  library: 'keystoneauth1',
  options: [
    str('service_type'),
    str('service_name'),
    { name: 'valid_interfaces', className: 'ListOpt' },
    str('region_name'),
    str('endpoint_override'),
    str('version'),
    str('min_version'),
    str('max_version'),
    { name: 'connect_retries', className: 'IntOpt' },
    { name: 'connect_retry_delay', className: 'FloatOpt' },
    { name: 'status_code_retries', className: 'IntOpt' },
    { name: 'status_code_retry_delay', className: 'FloatOpt' },
  ],
}
const auth: LibraryRegistrar = {
  library: 'keystoneauth1',
  options: [
    { name: 'auth_type', className: 'Opt' },
    { name: 'auth_section', className: 'Opt' },
  ],
}

const registrars: Readonly<Record<string, LibraryRegistrar>> = {
  'keystoneauth1.loading.register_session_conf_options': session,
  'keystoneauth1.loading.session.register_conf_options': session,
  'keystoneauth1.loading.register_adapter_conf_options': adapter,
  'keystoneauth1.loading.adapter.register_conf_options': adapter,
  'keystoneauth1.loading.register_auth_conf_options': auth,
  'keystoneauth1.loading.conf.register_conf_options': auth,
}

/** What calling this function of a library registers, in the group that is its second argument. */
export function registrarAt(path: string): LibraryRegistrar | undefined {
  return Object.hasOwn(registrars, path) ? registrars[path] : undefined
}
