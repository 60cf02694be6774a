import type { Conventions } from '../python/run/run'
import { libraryConstants } from './libraryConstants'
import { isOsloConfig } from './mentions'

/** What OpenStack's code means by names that are not the project's own. */
export const conventions: Conventions = {
  /** Before 2015, oslo.config was one part of a package that all of Oslo shared. */
  moduleName(written) {
    return written.replace(/^oslo\.config\b/, 'oslo_config')
  },

  /** Where options are declared, the library that they are made with can be imported. */
  isPresent(module) {
    return isOsloConfig(module)
  },

  valueAt(path) {
    return Object.hasOwn(libraryConstants, path) ? libraryConstants[path] : undefined
  },

  asksMachine(path) {
    return /^oslo_(concurrency\.processutils\.get_worker_count|utils\.netutils\.get_my_ip)/.test(path)
  },

  /** Names under which OpenStack's modules mark a text for translation. */
  isTranslator(name) {
    return /^(_|_L[CEIW]|_C|_P|u_|N_|gettext|ugettext|lazy_gettext|gettext_noop)$/.test(name)
  },

  /** `CONF` is the configuration object everywhere in OpenStack. Nor does anybody want to know what a logger is. */
  ignoresReceiver(name, method) {
    return (name === 'CONF' && /^(register|unregister|set|import)_/.test(method)) || method === 'getLogger'
  },
}
