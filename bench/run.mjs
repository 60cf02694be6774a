/**
 * Bundles a benchmark, as what ships is bundled, and runs it: `node bench/run.mjs keystroke [ARGUMENT ...]`. Run straight
 * from TypeScript, the code would be timed with the helpers that the loader puts into it.
 */
import { build } from 'esbuild'
import { spawnSync } from 'node:child_process'

const [name = '', ...rest] = process.argv.slice(2)
const outfile = `out/bench/${name}.cjs`
await build({
  entryPoints: [`bench/${name}.ts`],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  packages: 'external',
  define: { 'import.meta.url': 'thisFile' },
  banner: { js: "const thisFile = require('node:url').pathToFileURL(__filename).href;" },
  logLevel: 'error',
})
process.exitCode = spawnSync(process.execPath, [outfile, ...rest], { stdio: 'inherit' }).status ?? 1
