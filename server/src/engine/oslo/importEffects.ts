import type { Expression, Statement } from '../syntax/ast'
import { callsIn } from '../syntax/walk'
import type { Span } from '../text'

/** A call that runs when its module is imported and reaches outside it. */
export interface Effect extends Span {
  readonly reaches: 'network' | 'file' | 'environment' | 'process' | 'global configuration' | 'host name'
}

const effects: readonly (readonly [Effect['reaches'], RegExp])[] = [
  ['host name', /^(socket\.(gethostname|getfqdn)|platform\.(node|uname)|oslo_utils\.netutils\.get_my_ip\w*)$/],
  [
    'network',
    /^(requests|urllib|urllib2|urllib3|httplib|http\.client)\.|^socket\.(create_connection|getaddrinfo|gethostbyname)$/,
  ],
  [
    'process',
    /^(subprocess\.|os\.(system|popen)$|oslo_concurrency\.processutils\.(execute|get_worker_count)$|\w*\.?utils\.execute$)/,
  ],
  ['environment', /^os\.(getenv|environ\.get)$/],
  [
    'file',
    /^(open|io\.open|tempfile\.\w+|shutil\.\w+|os\.(listdir|makedirs|mkdir|remove|stat|chmod)|os\.path\.(exists|isfile|isdir|getmtime))$/,
  ],
  ['global configuration', /(^|\.)(set_\w*defaults?|set_override)$/],
]

/** The calls of a module's own level that reach outside it. */
export function importEffectsOf(body: readonly Statement[]): Effect[] {
  const imported = importsOf(body)
  const found: Effect[] = []
  for (const { call, within } of callsIn(body)) {
    if (within.length > 0) continue
    const path = pathOf(call.callee, imported)
    const reaches = path === undefined ? undefined : effects.find(([, pattern]) => pattern.test(path))?.[0]
    if (reaches) found.push({ reaches, start: call.start, end: call.end })
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
