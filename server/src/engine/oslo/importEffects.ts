import type { Expression, Statement } from '../syntax/ast'
import { callsIn } from '../syntax/walk'
import type { Span } from '../text'

/**
 * A call that runs when its module is imported and reaches outside it, or changes what others rely on. What only reads a
 * file or the environment, prepares a session or sets defaults harms nobody.
 */
export interface Effect extends Span {
  readonly reaches: 'network' | 'process' | 'global state' | 'host name' | 'address of the host'
  /** What is called, as a dotted path. */
  readonly callee: string
}

const effects: readonly (readonly [Effect['reaches'], RegExp])[] = [
  ['host name', /^(socket\.(gethostname|getfqdn)|platform\.(node|uname))$/],
  ['address of the host', /^oslo_utils\.netutils\.get_my_ip\w*$/],
  [
    'network',
    /^requests\.(get|post|put|patch|delete|head|options|request)$|^urllib2\.urlopen$|^urllib\.request\.url\w+$|^urllib3\.request$|^socket\.(create_connection|getaddrinfo|gethostbyname)$/,
  ],
  [
    'process',
    /^(subprocess\.(run|call|check_\w+|Popen|getoutput)|os\.(system|popen)|oslo_concurrency\.processutils\.execute|\w*\.?utils\.execute)$/,
  ],
  [
    'global state',
    /^(socket\.setdefaulttimeout|eventlet\.monkey_patch|logging\.basicConfig|locale\.setlocale)$|(^|\.)set_override$/,
  ],
]

/** The calls of a module's own level that reach outside it whenever it is imported: under an `if`, some imports do without. */
export function importEffectsOf(body: readonly Statement[]): Effect[] {
  const imported = importsOf(body)
  const found: Effect[] = []
  for (const { call, within } of callsIn(body.filter(({ kind }) => kind !== 'if'))) {
    if (within.length > 0) continue
    const path = pathOf(call.callee, imported)
    const reaches = path === undefined ? undefined : effects.find(([, pattern]) => pattern.test(path))?.[0]
    if (path !== undefined && reaches) found.push({ reaches, callee: path, start: call.start, end: call.end })
  }
  return found
}

/** What each imported name stands for, as a dotted path. */
function importsOf(body: readonly Statement[]): ReadonlyMap<string, string> {
  const paths = new Map<string, string>()
  for (const statement of body) {
    if (statement.kind === 'import') {
      for (const { name, alias } of statement.names)
        paths.set(alias ?? name.split('.')[0]!, alias ? name : name.split('.')[0]!)
    } else if (statement.kind === 'importFrom') {
      for (const { name, alias } of statement.names) paths.set(alias ?? name, `${statement.module}.${name}`)
    }
  }
  return paths
}

function pathOf(callee: Expression, imported: ReadonlyMap<string, string>): string | undefined {
  if (callee.kind === 'name') return imported.get(callee.id) ?? callee.id
  if (callee.kind !== 'attribute') return undefined
  const object = pathOf(callee.object, imported)
  return object === undefined ? undefined : `${object}.${callee.name}`
}
