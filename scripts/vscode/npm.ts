import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Tells a person one line. */
export type Log = (line: string) => void

/** How long nothing is said while something is installed, in milliseconds. */
const silence = 10_000

/**
 * Installs packages from npm, without the scripts that would download or compile something, and without keeping them in
 * the folder's package.json. Quiet; what npm wrote is part of the error when it fails.
 *
 * @param folder has a package.json; its own dependencies are installed too
 */
export function installPackages(folder: string, ...packages: string[]): Promise<void> {
  const quiet = ['--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error']
  const args = ['install', ...packages, '--ignore-scripts', '--omit=dev', '--no-save', ...quiet]
  return new Promise((resolve, reject) => {
    const child = spawn('npm', args, { cwd: folder })
    let output = ''
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.on('error', reject)
    child.on('close', code => (code === 0 ? resolve() : reject(new Error(`npm ${args.join(' ')} failed:\n${output}`))))
  })
}

/** Makes a folder for packages, empty but for a package.json that asks for nothing. */
export async function emptyFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'package.json'), '{ "private": true }\n')
}

/**
 * Does a piece of work unless it was done before, and says so when it begins, while it lasts and when it ends.
 *
 * @param mark the file that says it was done
 * @param title for people: `VS Code 1.100.3, 1 of 4: code-server (250 MB)`
 */
export async function once(mark: string, title: string, log: Log, work: () => Promise<void>): Promise<void> {
  if (existsSync(mark)) return
  log(`Installing ${title}`)
  const start = performance.now()
  const seconds = () => Math.round((performance.now() - start) / 1000)
  const timer = setInterval(() => log(`  ... ${seconds()} s`), silence)
  try {
    await work()
  } finally {
    clearInterval(timer)
  }
  await writeFile(mark, '')
  log(`  done in ${seconds()} s`)
}
