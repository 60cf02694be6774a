import { pathMatcher } from './globs'

/** Files that lie beside a service's own and are read by others. */
const foreign = /(^|[-_.])(rootwrap|privsep|logging|generator|uwsgi|apache|httpd|nginx)[-_.]?[a-z]*\.conf$/i

/**
 * The service that reads a configuration file: `nova` for those that its globs let through, else what the file is called
 * by; undefined for files of other programs.
 */
export function serviceOf(uri: string, novaFiles: readonly string[]): string | undefined {
  const path = pathOf(uri)
  const name = path.slice(path.lastIndexOf('/') + 1)
  if (foreign.test(name)) return undefined
  if (uri.startsWith('untitled:') || pathMatcher(novaFiles)(path)) return 'nova'
  return /^[a-z0-9]+/i.exec(name)?.[0].toLowerCase()
}

function pathOf(uri: string): string {
  try {
    return decodeURIComponent(uri).replace(/^[a-z][a-z0-9+.-]*:\/*/i, '')
  } catch {
    return uri
  }
}
