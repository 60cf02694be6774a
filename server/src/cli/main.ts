import { readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { Catalogue, type CatalogueData, loadPython } from '../engine/index'
import { logText } from '../safe/text'
import type { CliHost } from './host'
import { run } from './program'

/** The bundle lies in `dist/`, beside the parser's WebAssembly and the rules' pages. */
const host: CliHost = {
  cwd: workingDirectory(),
  out: text => process.stdout.write(text),
  err: text => process.stderr.write(text),
  colors: wantsColors(process.env, process.stdout.isTTY),
  environment: process.env,
  today: () => new Date().toISOString().slice(0, 10),
  loadParser: () =>
    loadPython({ runtime: bytesOf('web-tree-sitter.wasm'), grammar: bytesOf('tree-sitter-python.wasm') }),
  readCatalogue: services =>
    new Catalogue(JSON.parse(readFileSync(join(__dirname, 'catalogue.json'), 'utf8')) as CatalogueData, services),
  readRulePage: rule => {
    rulePages ??= JSON.parse(readFileSync(join(__dirname, 'rules.json'), 'utf8')) as Record<string, string>
    return rulePages[rule]
  },
}

/** Read when somebody asks for the first time. */
let rulePages: Readonly<Record<string, string>> | undefined

function bytesOf(file: string): Uint8Array {
  return readFileSync(join(__dirname, file))
}

/** Colours are for terminals, unless NO_COLOR (no-color.org) says otherwise; FORCE_COLOR asks for them in a pipe. */
function wantsColors(env: NodeJS.ProcessEnv, terminal: boolean | undefined): boolean {
  if (env['NO_COLOR']) return false
  return env['FORCE_COLOR'] ? env['FORCE_COLOR'] !== '0' : terminal === true && env['TERM'] !== 'dumb'
}

/** A folder that was removed has no name: what is given from it is looked for nowhere, and told as missing. */
function workingDirectory(): string {
  try {
    return process.cwd()
  } catch {
    return fail('the working directory is gone')
  }
}

/** Ends the process at once, with one line. */
function fail(message: string): never {
  writeSync(2, `error: ${message}\n`)
  process.exit(2)
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // A reader that has seen enough (`| head`) is no error.
  if (error.code !== 'EPIPE') fail(`cannot write the output: ${error.code ?? error.message}`)
})
// Nobody is left to tell.
process.stderr.on('error', () => undefined)

// No process.exit(): it would cut off output that is still on its way into a pipe.
run(process.argv.slice(2), host).then(
  code => {
    process.exitCode = code
  },
  (error: unknown) => {
    process.exitCode = 2
    const what = error instanceof Error ? (error.stack ?? error.message) : String(error)
    host.err(`error: a defect of this program: ${logText(what)}\n`)
  },
)
