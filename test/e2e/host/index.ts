import { appendFileSync } from 'node:fs'
import { format } from 'node:util'
import Mocha from 'mocha'

/** Called by VS Code in its extension host: runs the suites there, and writes the report to the file `E2E_REPORT`. */
export async function run(): Promise<void> {
  const report = process.env['E2E_REPORT'] ?? ''
  // A window mixes what tests print with its own log; the file keeps it apart.
  Mocha.reporters.Base.consoleLog = (...parts: unknown[]) => appendFileSync(report, `${format(...parts)}\n`)
  const mocha = new Mocha({
    ui: 'bdd',
    color: false,
    timeout: 20_000,
    bail: true,
    forbidOnly: true,
    forbidPending: true,
  })
  mocha.suite.emit('pre-require', globalThis, '', mocha)
  await import('./editor.test')
  await import('./settings.test')
  const failures = await new Promise<number>(resolve => mocha.run(resolve))
  if (failures > 0) throw new Error(`${failures} tests failed`)
}
