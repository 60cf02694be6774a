import type { LibraryObj, Obj, Passed } from '../python/values/object'
import type { Run, Site } from '../python/run/run'

/**
 * Plugins that are found by name at run time. The names stand in a package's metadata (keystoneauth's setup.cfg), which
 * its source does not show.
 */
const entryPoints: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'keystoneauth1.plugin': {
    none: 'keystoneauth1.loading._plugins.noauth:NoAuth',
    http_basic: 'keystoneauth1.loading._plugins.http_basic:HTTPBasicAuth',
    admin_token: 'keystoneauth1.loading._plugins.admin_token:AdminToken',
    password: 'keystoneauth1.loading._plugins.identity.generic:Password',
    token: 'keystoneauth1.loading._plugins.identity.generic:Token',
    v2password: 'keystoneauth1.loading._plugins.identity.v2:Password',
    v2token: 'keystoneauth1.loading._plugins.identity.v2:Token',
    v3password: 'keystoneauth1.loading._plugins.identity.v3:Password',
    v3token: 'keystoneauth1.loading._plugins.identity.v3:Token',
    v3oidcpassword: 'keystoneauth1.loading._plugins.identity.v3:OpenIDConnectPassword',
    v3oidcauthcode: 'keystoneauth1.loading._plugins.identity.v3:OpenIDConnectAuthorizationCode',
    v3oidcclientcredentials: 'keystoneauth1.loading._plugins.identity.v3:OpenIDConnectClientCredentials',
    v3oidcaccesstoken: 'keystoneauth1.loading._plugins.identity.v3:OpenIDConnectAccessToken',
    v3totp: 'keystoneauth1.loading._plugins.identity.v3:TOTP',
    v3applicationcredential: 'keystoneauth1.loading._plugins.identity.v3:ApplicationCredential',
    v3multifactor: 'keystoneauth1.loading._plugins.identity.v3:MultiFactor',
  },
}

/** stevedore's manager of one plugin. */
export interface DriverManagerObj extends LibraryObj {
  readonly type: 'driverManager'
  readonly driver: Obj
}

/** `stevedore.DriverManager(namespace=..., name=..., invoke_on_load=True)`; undefined for a plugin that is not known. */
export function loadDriver(passed: Passed, site: Site, run: Run): DriverManagerObj | undefined {
  const [namespace, name] = ['namespace', 'name'].map((key, at) => passed.keywords.get(key) ?? passed.positional[at])
  if (typeof namespace !== 'string' || typeof name !== 'string') return undefined
  const target = (Object.hasOwn(entryPoints, namespace) ? entryPoints[namespace] : undefined)?.[name]
  const [path, attribute] = target?.split(':') ?? []
  const module = path === undefined ? undefined : run.world.findModule(path, 0, site.module)
  if (!module || attribute === undefined) return undefined
  const driver = run.attribute(module, attribute)
  const invoked = (passed.keywords.get('invoke_on_load') ?? passed.positional[2]) === true
  const made = invoked ? run.call(driver, { positional: [], keywords: new Map(), open: false }, undefined) : driver
  return { kind: 'library', type: 'driverManager', driver: made }
}

/** The attributes of a manager. */
export function managerAttribute(object: LibraryObj, name: string): Obj | undefined {
  if (object.type !== 'driverManager' || name !== 'driver') return undefined
  const { driver } = object as DriverManagerObj
  return driver
}
