import { readFileSync } from 'node:fs'
import { Catalogue, type CatalogueData, loadPython } from '../../server/src/engine/index'
import { run } from '../../server/src/cli/program'

export interface CliResult {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** Runs the command line in this process, on the real disk and with the real parser. */
export async function runCli(args: readonly string[], cwd = process.cwd(), colors = false): Promise<CliResult> {
  let out = ''
  let err = ''
  const code = await run(args, {
    cwd,
    out: text => (out += text),
    err: text => (err += text),
    colors,
    environment: {},
    today: () => '2026-11-26',
    loadParser: () =>
      loadPython({
        runtime: readFileSync(require.resolve('web-tree-sitter/web-tree-sitter.wasm')),
        grammar: readFileSync(require.resolve('tree-sitter-python/tree-sitter-python.wasm')),
      }),
    readCatalogue: services => new Catalogue(catalogueData(), services),
    readRulePage: rule => `# ${rule}\n`,
  })
  return { code, out, err }
}

/** The catalogue that is shipped. */
export function catalogueData(): CatalogueData {
  const file = new URL('../../catalogue/options.json', import.meta.url)
  return JSON.parse(readFileSync(file, 'utf8')) as CatalogueData
}
