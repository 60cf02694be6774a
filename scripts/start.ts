/** `npm start [-- FOLDER]`: builds the extension and opens VS Code with it on a folder, by default our samples. */
import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdirSync, rmSync, statSync, symlinkSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { findCommand } from './vscode/findCommand'
import { installWebVSCode, vscodeToInstall } from './vscode/install'
import { startServer, windowAddress } from './vscode/server'

const root = join(import.meta.dirname, '..')
const samples = join(root, 'samples')

/** Two findings and their neighbours. */
const sample = join(samples, 'stratus/conf/identity.py:14:17')

/** Ours, and one that shows the Options view at once. */
const extensions = { ours: root, firstLook: join(import.meta.dirname, 'start/firstLook') }

/** A wrong use, told in one line. */
class UsageError extends Error {}

async function main(args: string[]): Promise<void> {
  if (args.length > 1) throw new UsageError('Usage: npm start [-- FOLDER]')
  // npm runs scripts in the folder of package.json; INIT_CWD is where its user stands.
  const folder = args[0] === undefined ? samples : resolve(process.env['INIT_CWD'] ?? '.', args[0])
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw new UsageError(`There is no folder ${folder}`)

  const code = findCommand('code')
  const missing = code === undefined ? vscodeToInstall() : undefined
  if (missing !== undefined) throw new UsageError(missing)

  const build = spawnSync(process.execPath, ['esbuild.mjs'], { cwd: root, stdio: 'inherit' })
  if (build.status !== 0) throw new UsageError('The extension was not built: see above')
  if (code) openDesktop(code, folder)
  else await openWeb(folder)
}

function openDesktop(code: string, folder: string): void {
  console.log(`Opening ${folder} in VS Code`)
  const loaded = Object.values(extensions).map(extension => `--extensionDevelopmentPath=${extension}`)
  const file = folder === samples ? ['--goto', sample] : []
  spawnSync(code, ['--new-window', ...loaded, folder, ...file], { stdio: 'inherit' })
}

async function openWeb(folder: string): Promise<void> {
  console.log('No `code` command found: opening the web VS Code instead')
  const vscode = await installWebVSCode(console.log)
  const dataDir = join(root, '.vscode-test/start')
  const token = randomUUID()
  const ours = folder === samples
  const server = await startServer({ vscode, dataDir, token, trusting: ours })
  const file = ours ? sample : undefined
  const extension = inOneFolder(join(dataDir, 'development'))
  const address = windowAddress(server.authority, { folder, extension, file, token })
  console.log(`\n${folder} is open at\n\n  ${address}\n\nCtrl+C ends it.`)
  const opener = process.platform === 'darwin' ? findCommand('open') : process.env['DISPLAY'] && findCommand('xdg-open')
  if (opener) spawnSync(opener, [address], { stdio: 'ignore' })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void server.stop())
}

/** Links our extensions into a folder: the web VS Code takes one path only. */
function inOneFolder(folder: string): string {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const [name, path] of Object.entries(extensions)) symlinkSync(path, join(folder, name))
  return folder
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof UsageError ? error.message : error)
  process.exitCode = 2
})
