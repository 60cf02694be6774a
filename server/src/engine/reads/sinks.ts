/** Where a value becomes dangerous: data that says which calls do what with which of their arguments. */

export const sinkKinds = [
  'command',
  'file',
  'tls',
  'http',
  'socket',
  'log',
  'template',
  'sql',
  'import',
  'crypto',
] as const
export type SinkKind = (typeof sinkKinds)[number]

/** A call that a team names in its settings. */
export interface TeamSink {
  /** The dotted path of a function, a class or a method: `mycloud.shell.run`, `mycloud.client.Client.send`. */
  readonly call: string
  /** The argument that matters, by its place from 0 or by its name; all where it is left out. */
  readonly argument?: number | string
  readonly kind: SinkKind
}

/** A call that does something with a value. */
export interface SinkCall {
  readonly kind: SinkKind
  /** Fits the dotted path of what is called, which begins at an import or at the module's own name. */
  readonly path: RegExp
  /** The arguments that matter, by place from 0 or by keyword; all where it is left out. */
  readonly arguments?: readonly (number | string)[]
}

const calls: readonly SinkCall[] = [
  {
    kind: 'command',
    path: /^(?:oslo_concurrency\.processutils\.(?:execute|trycmd|ssh_execute)|subprocess\.(?:run|call|check_call|check_output|Popen|getoutput)|os\.(?:system|popen|exec\w+|posix_spawnp?|spawn\w+)|eventlet\.green\.subprocess\.\w+|asyncio\.create_subprocess_(?:exec|shell)|pty\.spawn|pexpect\.(?:spawn|run))$|\.utils\.(?:execute|trycmd)$|\._execute$/,
  },
  {
    kind: 'command',
    path: /^os_brick\.[\w.]*(?:RemoteFsClient|InitiatorConnector\.factory)$/,
    arguments: [1, 'root_helper', 'nfs_mount_options', 'nfs_mount_point_base'],
  },
  {
    kind: 'file',
    path: /^(?:open|io\.(?:open|FileIO)|codecs\.open|tarfile\.open|zipfile\.ZipFile|glob\.i?glob|shutil\.\w+|oslo_utils\.fileutils\.\w+|tempfile\.\w+|os\.(?:stat|lstat|statvfs|listdir|scandir|walk|makedirs|mkdir|remove|unlink|rename|replace|rmdir|chmod|chown|access|open|utime|link|symlink|mkfifo|truncate|path\.(?:exists|lexists|isfile|isdir|islink|ismount|getsize|getmtime|getctime)))$|\.load_(?:system_)?host_keys$|\.from_service_account_file$/,
  },
  { kind: 'file', path: /^rados\.Rados$/, arguments: ['conffile'] },
  { kind: 'import', path: /^(?:eval|exec|__import__|runpy\.run_\w+|pickle\.loads?|paste\.deploy\.\w+)$/ },
  {
    kind: 'import',
    path: /^(?:importlib\.(?:import_module|util\.spec_from_file_location)|stevedore(?:\.\w+)?\.\w+Manager)$/,
    arguments: [0, 1, 'name', 'names', 'namespace', 'location'],
  },
  { kind: 'import', path: /^oslo_utils\.importutils\.import_\w+ns$/, arguments: [0, 1, 'name_space', 'import_str'] },
  { kind: 'import', path: /^oslo_utils\.importutils\.\w+$/, arguments: [0, 'import_str'] },
  {
    kind: 'tls',
    path: /^(?:(?:ssl|OpenSSL\.SSL)\.\w+|eventlet\.wrap_ssl)$|\.(?:load_cert_chain|load_verify_locations|set_ciphers)$/,
  },
  {
    kind: 'http',
    path: /^(?:(?:requests|urllib\.request|urllib3|http\.client|httplib2|httpx)\.\w+|keystoneauth1\.(?:session\.Session|adapter\.Adapter|identity\.[\w.]+))$/,
  },
  { kind: 'http', path: /^oslo_vmware\.api\.VMwareAPISession$/, arguments: [0, 1, 'host', 'port'] },
  { kind: 'http', path: /^\w+client(?:\.\w+)*\.Client$/, arguments: [1, 'endpoint', 'url', 'auth_url', 'os_auth_url'] },
  {
    kind: 'socket',
    path: /^(?:eventlet\.(?:listen|connect)|socket\.(?:create_connection|create_server|getaddrinfo|socket\(\)\.(?:bind|connect|connect_ex|sendto))|socketserver\.\w+Server|asyncio\.(?:start_server|open_connection)|paramiko\.Transport|smtplib\.SMTP(?:_SSL)?|websocket\.create_connection|wsgiref\.simple_server\.make_server)$/,
  },
  { kind: 'http', path: /^swiftclient\.(?:client\.)?Connection$/, arguments: [0, 'authurl', 'preauthurl'] },
  {
    kind: 'socket',
    path: /^(?:ldap\.initialize|ldap\.ldapobject\.\w+|ldappool\.ConnectionManager)$/,
    arguments: [0, 'uri'],
  },
  { kind: 'tls', path: /^ldap\.set_option$/, arguments: [1] },
  { kind: 'socket', path: /^oslo_service\.wsgi\.Server$/, arguments: [3, 4, 'host', 'port'] },
  {
    kind: 'log',
    path: /(?:(?:^|\.)(?:LOG|LOGGER|logger|log)|\.getLogger\(\))\.(?:debug|info|warn|warning|error|exception|critical|log)$/,
  },
  { kind: 'sql', path: /^(?:sqlalchemy\.(?:text|sql\.text|create_engine)|sqlite3\.connect)$/ },
  {
    kind: 'template',
    path: /^(?:(?:jinja2|mako\.template)\.\w+|string\.Template|(?:lxml\.etree|xml\.etree\.ElementTree)\.(?:parse|fromstring|iterparse|XML)|xml\.dom\.minidom\.parse\w*)$/,
  },
  {
    kind: 'crypto',
    path: /^(?:hashlib\.(?:new|pbkdf2_hmac|scrypt)|hmac\.(?:new|digest)|bcrypt\.\w+|cryptography\.[\w.]+|OpenSSL\.crypto\.\w+)$|\.create_key$/,
  },
]

/** Arguments of any call by their keywords: classes of libraries that nobody can list take them all alike. */
const byKeyword: readonly (readonly [SinkKind, RegExp])[] = [
  [
    'tls',
    /^(?:cert|certfile|cert_file|keyfile|key_file|cafile|ca_file|cacert|ca_cert|ca_certs|ssl_\w+|verify|insecure)$/,
  ],
  ['http', /^(?:endpoint_url|endpoint_override)$/],
  ['socket', /^listen_(?:host|port)$/],
]

/** Calls that give back what they were given, in another form or a part of it. */
const passing =
  /^(?:str|bytes|list|tuple|set|frozenset|sorted|reversed|enumerate|iter|next|itertools\.(?:cycle|chain)|random\.(?:choice|sample)|os\.path\.(?:join|abspath|normpath|realpath|expanduser|dirname|basename|relpath|split|splitext)|os\.fspath|pathlib\.\w+|shlex\.(?:split|quote)|urllib\.parse\.\w+|json\.dumps|base64\.\w+|oslo_serialization\.(?:jsonutils\.dump\w*|base64\.\w+)|oslo_utils\.(?:encodeutils\.\w+|netutils\.(?:escape_ipv6|parse_host_port|urlsplit))|oslo_concurrency\.processutils\.ProcessLimits|_|\w+\.i18n\._)$/

/** Calls that give back a dict with the same keys. */
const keeping = /^(?:dict|copy\.(?:deep)?copy|collections\.OrderedDict)$/

/** Methods of a text or a container that give back what it holds. */
const passingMethods: ReadonlySet<string> = new Set(
  (
    'format format_map join lower upper capitalize casefold swapcase strip lstrip rstrip removeprefix removesuffix ' +
    'split rsplit splitlines partition rpartition replace translate encode decode copy title ljust rjust center zfill'
  ).split(' '),
)

/** Methods that put their arguments into a container. */
export const fillingMethods: ReadonlySet<string> = new Set([
  'append',
  'extend',
  'insert',
  'add',
  'update',
  'setdefault',
])

/** Methods that only look at what they are given. */
const harmlessMethods =
  /^(?:starts|ends)with$|^(?:is|has|assert)_?\w*$|^(?:index|count|find|match|search|fullmatch|sub|get|pop|remove|discard|difference|intersection|union|seconds|wait|sleep)$/

export function isHarmlessMethod(name: string): boolean {
  return harmlessMethods.test(name) || passingMethods.has(name) || fillingMethods.has(name)
}

/** Functions of libraries that only look at what they are given, or do what concerns nobody else. */
const harmless =
  /^(?:time|math|datetime|re|operator|functools|warnings|itertools|collections|random|copy|string|uuid|oslo_utils|oslo_log)\./

export function isHarmless(path: string): boolean {
  return harmless.test(path) || passing.test(path) || keeping.test(path)
}

/** Functions that a project runs with more rights than its own, wherever they come from. */
const privileged = /\.privsep\.\w+\.\w+$/

/** What a call by its path does with its arguments; undefined for one that is harmless or unknown. */
export type SinkAt = (path: string) => SinkCall | undefined

/** What calls do by the word of a team, else by what is known of libraries. */
export function sinksWith(team: readonly TeamSink[]): SinkAt {
  if (team.length === 0) return sinkAt
  const named = new Map<string, SinkCall>()
  for (const { call, argument, kind } of team) {
    const before = named.get(call)
    const matters = argument === undefined || (before && !before.arguments) ? undefined : [argument]
    const all = matters && [...(before?.arguments ?? []), ...matters]
    named.set(call, { kind: before?.kind ?? kind, path: /^/, ...(all && { arguments: all }) })
  }
  return path => named.get(path.replaceAll('()', '').replace(/\.__init__$/, '')) ?? sinkAt(path)
}

function sinkAt(path: string): SinkCall | undefined {
  const called = path.replace(/\.__init__$/, '')
  return calls.find(({ path: fits }) => fits.test(called)) ?? sinkOfObject(called)
}

/** What a method does of something that a call has made: where no name of its own tells, what made it does. */
function sinkOfObject(path: string): SinkCall | undefined {
  const [, made] = /^([^([]+)(?:\(\)|\[\])\./.exec(path) ?? []
  if (made === undefined) return undefined
  const found = calls.find(({ path: fits }) => fits.test(made))
  return found?.kind === 'import' ? undefined : found
}

/** Whether a call does it with the argument at a place, or of a keyword; `*` and `**` may be any behind the place. */
export function concerns({ arguments: wanted }: SinkCall, at: number, keyword: string | undefined): boolean {
  if (!wanted) return true
  if (keyword === '*') return wanted.some(each => typeof each === 'number' && each >= at)
  return wanted.includes(keyword ?? at)
}

/** Whether a function that is not at hand is one of those that run with more rights. */
export function isPrivileged(path: string): boolean {
  return privileged.test(path)
}

export function keepsKeys(path: string): boolean {
  return keeping.test(path)
}

export function sinkOfKeyword(keyword: string): SinkKind | undefined {
  return byKeyword.find(([, pattern]) => pattern.test(keyword))?.[0]
}

export function passesOn(path: string): boolean {
  return passing.test(path)
}

export function isPassingMethod(name: string): boolean {
  return passingMethods.has(name)
}
