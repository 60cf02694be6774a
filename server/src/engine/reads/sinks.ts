/** Where a value becomes dangerous: data that says which calls do what with which of their arguments. */

export type SinkKind = 'command' | 'file' | 'tls' | 'http' | 'socket' | 'log' | 'template' | 'sql' | 'import' | 'crypto'

/** Calls by the dotted path of what is called, which begins at an import or at the module's own name. */
const byPath: readonly (readonly [SinkKind, RegExp])[] = [
  [
    'command',
    /^(?:oslo_concurrency\.processutils\.(?:execute|trycmd|ssh_execute)|subprocess\.(?:run|call|check_call|check_output|Popen|getoutput)|os\.(?:system|popen|exec\w+|posix_spawnp?|spawn\w+)|eventlet\.green\.subprocess\.\w+|asyncio\.create_subprocess_(?:exec|shell)|pty\.spawn|pexpect\.(?:spawn|run))$|\.utils\.(?:execute|trycmd)$|\._execute$/,
  ],
  [
    'file',
    /^(?:open|io\.(?:open|FileIO)|codecs\.open|tarfile\.open|zipfile\.ZipFile|glob\.i?glob|shutil\.\w+|oslo_utils\.fileutils\.\w+|tempfile\.\w+|os\.(?:stat|lstat|statvfs|listdir|scandir|walk|makedirs|mkdir|remove|unlink|rename|replace|rmdir|chmod|chown|access|open|utime|link|symlink|mkfifo|truncate|path\.(?:exists|lexists|isfile|isdir|islink|ismount|getsize|getmtime|getctime)))$|\.load_(?:system_)?host_keys$/,
  ],
  [
    'import',
    /^(?:eval|exec|__import__|importlib\.(?:import_module|util\.spec_from_file_location)|runpy\.run_\w+|pickle\.loads?|stevedore(?:\.\w+)?\.\w+Manager|oslo_utils\.importutils\.\w+|paste\.deploy\.\w+)$/,
  ],
  ['tls', /^(?:ssl|OpenSSL\.SSL)\.\w+$/],
  [
    'http',
    /^(?:(?:requests|urllib\.request|urllib3|http\.client|httplib2|httpx)\.\w+|keystoneauth1\.(?:session\.Session|adapter\.Adapter|identity\.[\w.]+))$/,
  ],
  [
    'socket',
    /^(?:eventlet\.(?:listen|connect)|socket\.(?:create_connection|create_server|getaddrinfo)|socketserver\.\w+Server|asyncio\.(?:start_server|open_connection)|paramiko\.Transport|smtplib\.SMTP(?:_SSL)?|websocket\.create_connection)$/,
  ],
  [
    'log',
    /(?:(?:^|\.)(?:LOG|LOGGER|logger|log)|\.getLogger\(\))\.(?:debug|info|warn|warning|error|exception|critical|log)$/,
  ],
  ['sql', /^(?:sqlalchemy\.(?:text|sql\.text|create_engine)|sqlite3\.connect)$/],
  [
    'template',
    /^(?:(?:jinja2|mako\.template)\.\w+|string\.Template|(?:lxml\.etree|xml\.etree\.ElementTree)\.(?:parse|fromstring|iterparse|XML)|xml\.dom\.minidom\.parse\w*)$/,
  ],
  [
    'crypto',
    /^(?:hashlib\.(?:new|pbkdf2_hmac|scrypt)|hmac\.(?:new|digest)|bcrypt\.\w+|cryptography\.[\w.]+|OpenSSL\.crypto\.\w+)$|\.create_key$/,
  ],
]

/** Arguments of any call by their keywords: classes of libraries that nobody can list take them all alike. */
const byKeyword: readonly (readonly [SinkKind, RegExp])[] = [
  ['tls', /^(?:cert|certfile|cert_file|keyfile|key_file|cafile|ca_file|cacert|ca_cert|ca_certs|ssl_\w+)$/],
  ['http', /^(?:endpoint_url|endpoint_override)$/],
  ['socket', /^listen_host$/],
]

/** Calls that give back what they were given, in another form. */
const passing =
  /^(?:str|list|tuple|set|frozenset|sorted|reversed|os\.path\.(?:join|abspath|normpath|realpath|expanduser|dirname|basename)|os\.fspath|pathlib\.\w+|urllib\.parse\.(?:urljoin|quote)|oslo_concurrency\.processutils\.ProcessLimits|_|\w+\.i18n\._)$/

/** Calls that give back a dict with the same keys. */
const keeping = /^(?:dict|copy\.(?:deep)?copy|collections\.OrderedDict)$/

/** Methods of a text or a container that give back what it holds. */
const passingMethods: ReadonlySet<string> = new Set(
  'format join lower upper strip lstrip rstrip split rsplit replace encode decode copy title'.split(' '),
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

/** Functions that a project runs with more rights than its own, wherever they come from. */
const privileged = /\.privsep\.\w+\.\w+$/

/** What a call by this path does with its arguments; undefined for one that is harmless or unknown. */
export function sinkAt(path: string): SinkKind | undefined {
  // Of what a call gives back, its own name tells where no other does.
  const called = /^[^([]*/.exec(path)?.[0] ?? ''
  return byPath.find(([, pattern]) => pattern.test(path) || pattern.test(called))?.[0]
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
