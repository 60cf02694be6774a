import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rm, symlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { installNode } from './node'
import { emptyFolder, installPackages, once, type Log } from './npm'

interface Release {
  codeServer: string
  /** The VS Code that it carries. */
  vscode: string
  /** The Node that it asks for, where another runs this. */
  node?: string
  /** What its server is told so that a window can load extensions from a folder. */
  flags?: string[]
}

/** Installed and ready to be started. */
export interface WebVSCode {
  /** The Node to start it with. */
  node: string
  /** The server's `server-main.js`. */
  entry: string
  flags: string[]
}

/** The releases of code-server that we test in: one as old as people may have, and the newest of npm. */
const releases: Record<string, Release> = {
  usual: { codeServer: '4.100.3', vscode: '1.100.3' },
  newest: { codeServer: '4.139.1', vscode: '1.139.1', node: '24', flags: ['--enable-smoke-test-driver'] },
}

/** The release that `WEB_VSCODE` names. */
export const release = namedRelease(process.env['WEB_VSCODE'] ?? 'usual')

/** From this version on its packages carry the program, and nothing is downloaded from elsewhere. */
const ripgrep = '@vscode/ripgrep@1.18.0'

const root = join(import.meta.dirname, '../..')
const home = join(root, '.vscode-test', `code-server-${release.codeServer}`)
const server = join(home, 'node_modules/code-server/lib/vscode')

function namedRelease(name: string): Release {
  const named = releases[name]
  if (named === undefined) throw new Error(`WEB_VSCODE is ${name}, not one of ${Object.keys(releases).join(', ')}`)
  return named
}

/** Said where the web VS Code cannot run, for want of a watcher for files that fits; undefined elsewhere. */
export function vscodeToInstall(): string | undefined {
  if (process.platform === 'darwin' || (process.platform === 'linux' && glibc())) return undefined
  return 'The web VS Code needs macOS, or Linux with glibc. With the `code` command of VS Code, npm start works anywhere: https://code.visualstudio.com'
}

function glibc(): boolean {
  const { header } = process.report.getReport() as { header: { glibcVersionRuntime?: string } }
  return header.glibcVersionRuntime !== undefined
}

/**
 * Installs the web VS Code from the npm registry into .vscode-test/, unless it is there already. An interrupted
 * installation is taken up at the step it stopped at. Nothing is compiled: without its native modules, VS Code has no
 * terminal and writes its log to the console, and all else works.
 *
 * @param log told in one line about each step that takes time
 */
export async function installWebVSCode(log: Log): Promise<WebVSCode> {
  const step = (name: string, title: string, work: () => Promise<void>) =>
    once(join(home, `${name}.done`), `the web VS Code ${release.vscode} from npm, ${title}`, log, work)

  await step('code-server', '1 of 4: server and window', async () => {
    await emptyFolder(home)
    await installPackages(home, `code-server@${release.codeServer}`)
  })
  await step('dependencies', '2 of 4: what the server needs', async () => {
    await installPackages(server)
    await installPackages(server, `@parcel/watcher-${platform}@${await watcherVersion()}`)
    await symlink('node_modules', join(server, 'node_modules.asar')).catch(() => undefined)
  })
  await step('built-in-extensions', '3 of 4: what its own extensions need', () =>
    installPackages(join(server, 'extensions')),
  )
  await step('ripgrep', '4 of 4: ripgrep, which finds files', installRipgrep)

  const entry = join(server, 'out/server-main.js')
  const node = await nodeFor(release, log)
  const { stdout, stderr } = spawnSync(node, [entry, '--version'], { encoding: 'utf8' })
  if (!stdout.startsWith(release.vscode)) {
    await rm(home, { recursive: true, force: true })
    throw new Error(`The web VS Code does not start, and was removed to be installed anew next time: ${stderr}`)
  }
  return { node, entry, flags: release.flags ?? [] }
}

async function nodeFor({ node }: Release, log: Log): Promise<string> {
  if (node === undefined || process.versions.node.startsWith(`${node}.`)) return process.execPath
  return join(await installNode(node, log), 'node')
}

/** The part of the watcher that fits the machine must be as old as the rest of it. */
async function watcherVersion(): Promise<string> {
  const text = await readFile(join(server, 'node_modules/@parcel/watcher/package.json'), 'utf8')
  return (JSON.parse(text) as { version: string }).version
}

/** Older servers have a ripgrep package that would download the program: it is given that of a newer package. */
async function installRipgrep(): Promise<void> {
  if (existsSync(join(server, 'node_modules/@vscode/ripgrep-universal'))) return
  const folder = join(home, 'ripgrep')
  await emptyFolder(folder)
  await installPackages(folder, ripgrep)
  const program = join(folder, `node_modules/@vscode/ripgrep-${process.platform}-${process.arch}/bin/rg`)
  const link = join(server, 'node_modules/@vscode/ripgrep/bin/rg')
  await mkdir(dirname(link), { recursive: true })
  await rm(link, { force: true })
  await symlink(program, link)
}

const platform = process.platform === 'linux' ? `linux-${process.arch}-glibc` : `${process.platform}-${process.arch}`
