import { spawnSync } from 'node:child_process'
import { mkdir, rm, symlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { emptyFolder, installPackages, once, type Log } from './npm'

/** The release of code-server that we test in, and the VS Code that it carries. */
export const release = { codeServer: '4.100.3', vscode: '1.100.3' }

/** From this version on its packages carry the program, and nothing is downloaded from elsewhere. */
const ripgrep = '@vscode/ripgrep@1.18.0'

const root = join(import.meta.dirname, '../..')
const home = join(root, '.vscode-test', `code-server-${release.codeServer}`)
const server = join(home, 'node_modules/code-server/lib/vscode')

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
 * @returns the path of the server's `server-main.js`
 */
export async function installWebVSCode(log: Log): Promise<string> {
  const step = (name: string, title: string, work: () => Promise<void>) =>
    once(join(home, `${name}.done`), `the web VS Code ${release.vscode} from npm, ${title}`, log, work)

  await step('code-server', '1 of 4: server and window', async () => {
    await emptyFolder(home)
    await installPackages(home, `code-server@${release.codeServer}`)
  })
  await step('dependencies', '2 of 4: what the server needs', async () => {
    await installPackages(server)
    await installPackages(server, `@parcel/watcher-${platform}@2.5.1`)
    await symlink('node_modules', join(server, 'node_modules.asar')).catch(() => undefined)
  })
  await step('built-in-extensions', '3 of 4: what its own extensions need', () =>
    installPackages(join(server, 'extensions')),
  )
  await step('ripgrep', '4 of 4: ripgrep, which finds files', installRipgrep)

  const entry = join(server, 'out/server-main.js')
  const { stdout, stderr } = spawnSync(process.execPath, [entry, '--version'], { encoding: 'utf8' })
  if (!stdout.startsWith(release.vscode)) {
    await rm(home, { recursive: true, force: true })
    throw new Error(`The web VS Code does not start, and was removed to be installed anew next time: ${stderr}`)
  }
  return entry
}

/** The server's own ripgrep package would download the program; it is given that of a newer package. */
async function installRipgrep(): Promise<void> {
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
