/**
 * The tests in a real VS Code. First in its extension host, then in its window as a person uses it, with the package
 * that `npm run package` made. Desktop VS Code is used where it can be downloaded; the web one is needed in any case.
 */
import { runTests } from '@vscode/test-electron'
import { build } from 'esbuild'
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findChromium } from '../../scripts/vscode/chromium'
import { findVSCode } from '../../scripts/vscode/executable'
import { installWebVSCode } from '../../scripts/vscode/install'

const root = join(import.meta.dirname, '../..')
const out = join(root, 'out/e2e')

async function runInExtensionHost(): Promise<boolean> {
  const tests = join(out, 'host.js')
  const entry = join(import.meta.dirname, 'host/index.ts')
  const external = ['vscode', 'mocha']
  await build({ entryPoints: [entry], outfile: tests, bundle: true, platform: 'node', sourcemap: 'inline', external })

  const { executable, name, trusted } = await findVSCode(console.log)
  const scratch = mkdtempSync(join(tmpdir(), 'e2e-host-'))
  const workspace = join(scratch, 'workspace')
  const report = join(scratch, 'report.txt')
  cpSync(join(import.meta.dirname, 'workspace'), workspace, { recursive: true })
  writeFileSync(report, '')
  console.log(`In the extension host of ${name}`)
  try {
    await runTests({
      vscodeExecutablePath: executable,
      extensionDevelopmentPath: root,
      extensionTestsPath: tests,
      extensionTestsEnv: { E2E_REPORT: report, E2E_TRUSTED: String(trusted) },
      launchArgs: [workspace],
    })
    return true
  } catch (error) {
    console.error(String(error))
    return false
  } finally {
    console.log(readFileSync(report, 'utf8'))
    rmSync(scratch, { recursive: true, force: true })
  }
}

function runInWindow(): boolean {
  console.log('In the window, with the package installed')
  const mocha = ['--no-config', '--require', 'tsx', '--timeout', '60000', '--forbid-only', '--forbid-pending', '--bail']
  const { status } = spawnSync('mocha', [...mocha, 'test/e2e/window/*.test.ts'], { cwd: root, stdio: 'inherit' })
  return status === 0
}

async function main(): Promise<void> {
  await installWebVSCode(console.log)
  await findChromium(console.log)
  const inHost = await runInExtensionHost()
  const inWindow = runInWindow()
  if (!inHost || !inWindow) process.exitCode = 1
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
