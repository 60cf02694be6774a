import { unknownBecause, type Obj } from '../values/object'

/** What the standard library's constants are, where every machine agrees, and what only the machine knows. */

const constants: Readonly<Record<string, Obj>> = {
  'sys.maxsize': 9223372036854775807n,
  'sys.maxint': 9223372036854775807n,
  'os.sep': '/',
  'os.path.sep': '/',
  'os.linesep': '\n',
  'os.pathsep': ':',
  'os.devnull': '/dev/null',
  'string.ascii_letters': 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ',
  'string.ascii_lowercase': 'abcdefghijklmnopqrstuvwxyz',
  'string.ascii_uppercase': 'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
  'string.digits': '0123456789',
  'string.hexdigits': '0123456789abcdefABCDEF',
  'string.punctuation': '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~',
  // A set, whose order nobody can rely on; the same since Python 3.6.
  'hashlib.algorithms_guaranteed': {
    kind: 'tuple',
    items: [
      ...['blake2b', 'blake2s', 'md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha3_224', 'sha3_256', 'sha3_384'],
      ...['sha3_512', 'sha512', 'shake_128', 'shake_256'],
    ],
  },
  'logging.CRITICAL': 50,
  'logging.FATAL': 50,
  'logging.ERROR': 40,
  'logging.WARNING': 30,
  'logging.WARN': 30,
  'logging.INFO': 20,
  'logging.DEBUG': 10,
  'logging.NOTSET': 0,
  'socket.AF_INET': 2,
  'socket.AF_INET6': 10,
  'six.PY2': false,
  'six.PY3': true,
  'typing.TYPE_CHECKING': false,
}

/** Values, and results of calls, that differ from machine to machine. */
const machine =
  /^(socket\.(gethostname|getfqdn|gethostbyname)|platform\.|os\.(cpu_count|environ|getenv|getcwd|getpid|uname|path\.(abspath|expanduser|realpath|exists|isfile|isdir)|name$|getuid|getgid|geteuid)|multiprocessing\.cpu_count|sys\.(argv|executable|prefix|base_prefix|exec_prefix|platform|version|byteorder|path|stdin|stdout|stderr)|tempfile\.|getpass\.|time\.|datetime\.|random\.|uuid\.|pwd\.|grp\.|builtins\.(__file__|open|input))/

/** The value of something of the standard library by its dotted path; undefined: nothing is known of it. */
export function externalValue(path: string): Obj | undefined {
  if (Object.hasOwn(constants, path)) return constants[path]
  // A function is not yet a value: what calling it gives is.
  return /^(os\.environ|sys\.(argv|executable|prefix|base_prefix|exec_prefix|platform|version|byteorder|path))$/.test(
    path,
  )
    ? dependsOnMachine
    : undefined
}

/** Whether a call of something of the standard library answers differently on each machine. */
export function asksMachine(path: string): boolean {
  return machine.test(path)
}

export const dependsOnMachine = unknownBecause('depends on the machine')
