import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadPython } from '../engine/index'
import type { CliHost } from './host'
import { run } from './program'

/** The bundle lies in `dist/`, beside the parser's WebAssembly; the rules' pages lie in `docs/rules/` beside that. */
const host: CliHost = {
  cwd: process.cwd(),
  out: text => process.stdout.write(text),
  err: text => process.stderr.write(text),
  colors: wantsColors(process.env, process.stdout.isTTY),
  loadParser: () =>
    loadPython({ runtime: bytesOf('web-tree-sitter.wasm'), grammar: bytesOf('tree-sitter-python.wasm') }),
  readRulePage: rule => {
    try {
      return readFileSync(join(__dirname, '..', 'docs', 'rules', `${rule}.md`), 'utf8')
    } catch {
      return undefined
    }
  },
}

function bytesOf(file: string): Uint8Array {
  return readFileSync(join(__dirname, file))
}

/** Colours are for terminals, unless NO_COLOR (no-color.org) says otherwise; FORCE_COLOR asks for them in a pipe. */
function wantsColors(env: NodeJS.ProcessEnv, terminal: boolean | undefined): boolean {
  if (env['NO_COLOR']) return false
  return env['FORCE_COLOR'] ? env['FORCE_COLOR'] !== '0' : terminal === true && env['TERM'] !== 'dumb'
}

// A reader that has seen enough (`| head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

// No process.exit(): it would cut off output that is still on its way into a pipe.
void run(process.argv.slice(2), host).then(code => {
  process.exitCode = code
})
