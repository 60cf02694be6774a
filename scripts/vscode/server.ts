import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { WebVSCode } from './install'

/** A running web VS Code. */
export interface Server {
  /** `127.0.0.1:33111`: what names this machine in addresses of windows and files. */
  authority: string
  /** Its log so far, for when something went wrong. */
  log(): string
  /** Ends it; resolves when it is gone. */
  stop(): Promise<void>
}

/** What would ask or show something that has nothing to do with us. */
const quiet = { 'chat.disableAIFeatures': true, 'workbench.secondarySideBar.defaultVisibility': 'hidden' }

export interface ServerOptions {
  vscode: WebVSCode
  /** Where installed extensions, state and machine settings are kept. */
  dataDir: string
  /** A secret that each window's address must carry; without it, every program of this machine may open one. */
  token?: string
  /** Whether folders are trusted without a question; only for windows on folders of our own. */
  trusting?: boolean
  /** Settings of the person; those that somebody has changed in a window stay. */
  settings?: Record<string, unknown>
}

/**
 * Starts the server on a free port of this machine.
 *
 * @throws Error with the server's log when it ends before it is ready
 */
export function startServer({ vscode, dataDir, token, trusting, settings }: ServerOptions): Promise<Server> {
  const user = join(dataDir, 'data/User')
  const settingsFile = join(user, 'settings.json')
  mkdirSync(user, { recursive: true })
  if (!existsSync(settingsFile)) writeFileSync(settingsFile, JSON.stringify({ ...quiet, ...settings }))
  const access = token === undefined ? ['--without-connection-token'] : [`--connection-token=${token}`]
  const where = ['--host=127.0.0.1', '--port=0', `--server-data-dir=${dataDir}`]
  if (trusting) access.push('--disable-workspace-trust')
  const args = [
    vscode.entry,
    ...vscode.flags,
    ...where,
    ...access,
    '--accept-server-license-terms',
    '--disable-telemetry',
  ]
  const child = spawn(vscode.node, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = new Promise<void>(resolve => child.once('close', () => resolve()))
  const stop = async () => {
    child.kill()
    await ended
  }
  return new Promise((resolve, reject) => {
    let log = ''
    const onOutput = (chunk: Buffer) => {
      log += chunk.toString()
      const port = /Extension host agent listening on (\d+)/.exec(log)?.[1]
      if (port) resolve({ authority: `127.0.0.1:${port}`, log: () => log, stop })
    }
    child.stdout.on('data', onOutput)
    child.stderr.on('data', onOutput)
    child.once('error', reject)
    void ended.then(() => reject(new Error(`The web VS Code ended before it was ready:\n${log}`)))
  })
}

/** What a window shows and what runs in it. All paths are absolute. */
export interface WindowOptions {
  folder: string
  /** An extension that is not installed, or a folder of several. */
  extension?: string
  /** A file to open at once, `/folder/file.py:14:17`. */
  file?: string | undefined
  /** A module with a `run()`, called in the extension host. */
  tests?: string
  token?: string
}

/** The address of a window of the server at this authority. */
export function windowAddress(authority: string, { folder, extension, file, tests, token }: WindowOptions): string {
  const remote = (path: string) => `vscode-remote://${authority}${path}`
  const payload = [['skipWelcome', 'true']]
  if (extension) payload.push(['extensionDevelopmentPath', remote(extension)])
  if (tests) payload.push(['extensionTestsPath', remote(tests)])
  if (file) payload.push(['openFile', remote(file)], ['gotoLineMode', 'true'])
  const query = new URLSearchParams({ folder, payload: JSON.stringify(payload) })
  if (token) query.set('tkn', token)
  return `http://${authority}/?${query.toString()}`
}
