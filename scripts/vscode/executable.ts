import { downloadAndUnzipVSCode } from '@vscode/test-electron'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { findCommand } from './findCommand'
import { release } from './install'

const cachePath = join(import.meta.dirname, '../../.vscode-test')
const downloads = 'https://update.code.visualstudio.com/api/releases/stable'

/** A VS Code that runs tests, started as the `code` command is. */
export interface VSCode {
  executable: string
  /** For people. */
  name: string
  /** Whether folders are trusted in it without being asked. */
  trusted: boolean
}

/** Desktop VS Code where it can be downloaded and shown, else the web one. */
export async function findVSCode(log: (line: string) => void): Promise<VSCode> {
  try {
    return { executable: await desktop(), name: `desktop VS Code ${release.vscode}`, trusted: true }
  } catch (error) {
    log(`No desktop VS Code here (${error instanceof Error ? error.message : String(error)})`)
    return {
      executable: join(import.meta.dirname, 'web-vscode.mjs'),
      name: `the web VS Code ${release.vscode}`,
      trusted: false,
    }
  }
}

async function desktop(): Promise<string> {
  const display = process.platform !== 'linux' || Boolean(process.env['DISPLAY'])
  const xvfb = findCommand('xvfb-run')
  if (!display && !xvfb) throw new Error('there is neither a display nor xvfb-run')
  await fetch(downloads, { signal: AbortSignal.timeout(10_000) })
  const executable = await downloadAndUnzipVSCode({ version: release.vscode, cachePath })
  if (display) return executable
  const wrapper = join(cachePath, 'desktop-in-xvfb.sh')
  writeFileSync(wrapper, `#!/bin/sh\nexec '${xvfb}' --auto-servernum '${executable}' "$@"\n`, { mode: 0o755 })
  return wrapper
}
