import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, rm, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { findCommand } from './findCommand'

/** The release of code-server that we test in, and the VS Code that it carries. */
export const release = { codeServer: '4.100.3', vscode: '1.100.3' }

const root = join(import.meta.dirname, '../..')
const home = join(root, '.vscode-test', `code-server-${release.codeServer}`)
const server = join(home, 'node_modules/code-server/lib/vscode')

/**
 * Installs the web VS Code from the npm registry into .vscode-test/, unless it is there already. An interrupted
 * installation is taken up at the step it stopped at.
 *
 * @param log told in one line about each step that takes time
 * @returns the path of the server's `server-main.js`
 * @throws Error that names what is missing on this machine
 */
export async function installWebVSCode(log: (line: string) => void): Promise<string> {
  const entry = join(server, 'out/server-main.js')
  await step('code-server', log, async () => {
    await rm(home, { recursive: true, force: true })
    await mkdir(home, { recursive: true })
    await writeFile(join(home, 'package.json'), '{ "private": true }\n')
    await npm(home, 'install', '--ignore-scripts', '--no-save', `code-server@${release.codeServer}`)
  })
  await step('dependencies', log, async () => {
    await npm(server, 'install', '--ignore-scripts', '--omit=dev')
    await npm(server, 'install', '--ignore-scripts', '--no-save', `@parcel/watcher-${platform()}@2.5.1`)
    await symlink('node_modules', join(server, 'node_modules.asar')).catch(() => undefined)
  })
  await step('built-in-extensions', log, () =>
    npm(join(server, 'extensions'), 'install', '--ignore-scripts', '--omit=dev'),
  )
  await step('native-modules', log, () => compile(log))
  await linkRipgrep()
  const { stdout, stderr } = spawnSync(process.execPath, [entry, '--version'], { encoding: 'utf8' })
  if (!stdout.startsWith(release.vscode)) {
    await rm(home, { recursive: true, force: true })
    throw new Error(`The web VS Code does not start, and was removed to be installed anew next time: ${stderr}`)
  }
  return entry
}

/** Does a piece of work unless it was done before; work that answers false is tried again next time. */
async function step(name: string, log: (line: string) => void, work: () => Promise<void | false>): Promise<void> {
  const done = join(home, `${name}.done`)
  if (existsSync(done)) return
  log(`Installing the web VS Code: ${name}`)
  if ((await work()) !== false) await writeFile(done, '')
}

/** The log files and the terminal of VS Code need compiled modules; all else works without them, so a failure is told only. */
async function compile(log: (line: string) => void): Promise<void | false> {
  const headers = join(dirname(dirname(process.execPath)), 'include/node/node.h')
  const local = existsSync(headers) ? [`--nodedir=${dirname(dirname(dirname(headers)))}`] : []
  try {
    await npm(server, 'rebuild', '--ignore-scripts=false', ...local, '@vscode/spdlog', 'native-watchdog', 'node-pty')
  } catch (error) {
    // node-pty is compiled before its last script fails, where that one may not download node-gyp.
    if (existsSync(join(server, 'node_modules/node-pty/build/Release/pty.node'))) return
    log(`VS Code will have no log files and no terminal (g++, make and python3 would compile them): ${String(error)}`)
    return false
  }
}

/** VS Code looks for files with ripgrep; its own copy would be downloaded from elsewhere. */
async function linkRipgrep(): Promise<void> {
  const link = join(server, 'node_modules/@vscode/ripgrep/bin/rg')
  if (existsSync(link)) return
  const ripgrep = findCommand('rg')
  if (!ripgrep) throw new Error('ripgrep is missing, which VS Code finds files with: apt-get install ripgrep')
  await mkdir(dirname(link), { recursive: true })
  await rm(link, { force: true })
  await symlink(ripgrep, link)
}

function platform(): string {
  return process.platform === 'linux' ? `linux-${process.arch}-glibc` : `${process.platform}-${process.arch}`
}

/** Runs npm quietly; what it wrote is part of the error when it fails. */
function npm(cwd: string, ...args: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn('npm', [...args, '--no-audit', '--no-fund', '--loglevel=error'], { cwd })
    let output = ''
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.on('error', reject)
    child.on('close', code => (code === 0 ? resolve() : reject(new Error(`npm ${args.join(' ')} failed:\n${output}`))))
  })
}
