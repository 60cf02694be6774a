/**
 * Bundles the extension into dist/: `node esbuild.mjs [--production] [--watch]`.
 *
 * - client.js and server.js for Node, browser/client.js and browser/server.js (a worker) for vscode.dev, cli.js for the
 *   command line: none has dependencies to install.
 * - engine.js and report.js, which server.js and cli.js share; the worker, which can load one file only, brings its own.
 * - the two WebAssembly files that the server and the command line read at start, the catalogue, and the rules' pages.
 * - `--production` minifies and writes the licences of what is bundled; without it, source maps are written.
 */
import { build, context } from 'esbuild'
import { chmodSync, copyFileSync, mkdirSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { writeLicences } from './scripts/package/licences.mjs'
import { writeRulePages } from './scripts/package/rulePages.mjs'

const require = createRequire(import.meta.url)
const { values: flags } = parseArgs({ options: { production: { type: 'boolean' }, watch: { type: 'boolean' } } })

/** @type {import('esbuild').BuildOptions} */
const shared = {
  bundle: true,
  // The ES module of web-tree-sitter asks for `import.meta.url`, which is undefined in a CommonJS or worker bundle.
  alias: { 'web-tree-sitter': require.resolve('web-tree-sitter') },
  // The `main` of several packages is UMD, whose inner `require` calls no bundler can follow.
  mainFields: ['module', 'main'],
  external: ['vscode'],
  target: 'es2023',
  charset: 'utf8',
  minify: flags.production ?? false,
  sourcemap: flags.production ? false : 'linked',
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
}
/** @type {import('esbuild').BuildOptions} */
const node = {
  ...shared,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  // ES modules that ask where they are would be told `undefined`, without a warning from the build.
  define: { 'import.meta.url': 'thisFile' },
  banner: { js: "const thisFile = require('node:url').pathToFileURL(__filename).href;" },
}
const engine = { entry: 'server/src/engine/index.ts', file: 'engine.js' }
const report = { entry: 'server/src/report/index.ts', file: 'report.js' }
/**
 * Leaves rooms out of a bundle that finds them beside itself: those that others enter by their door alone.
 * @param {readonly { entry: string, file: string }[]} rooms
 */
const beside = (...rooms) => ({
  name: 'beside',
  setup({ onResolve, resolve: find }) {
    onResolve({ filter: /\/index$/ }, async ({ path, resolveDir, kind, pluginData }) => {
      if (pluginData === 'found') return undefined
      const found = await find(path, { resolveDir, kind, pluginData: 'found' })
      const room = rooms.find(({ entry }) => found.path === resolve(entry))
      return room === undefined ? found : { path: `./${room.file}`, external: true }
    })
  },
})
/** @type {import('esbuild').BuildOptions} */
const browser = { ...shared, platform: 'browser', mainFields: ['browser', 'module', 'main'] }

const bundles = [
  { ...node, entryPoints: ['client/src/node/main.ts'], outfile: 'dist/client.js' },
  { ...node, entryPoints: [engine.entry], outfile: 'dist/engine.js' },
  { ...node, entryPoints: [report.entry], outfile: 'dist/report.js', plugins: [beside(engine)] },
  {
    ...node,
    entryPoints: ['server/src/node/main.ts'],
    outfile: 'dist/server.js',
    plugins: [beside(engine, report)],
  },
  {
    ...node,
    entryPoints: ['server/src/cli/main.ts'],
    outfile: 'dist/cli.js',
    banner: { js: `#!/usr/bin/env node\n${node.banner.js}` },
    plugins: [
      beside(engine, report),
      { name: 'executable', setup: ({ onEnd }) => onEnd(() => chmodSync('dist/cli.js', 0o755)) },
    ],
  },
  { ...browser, format: 'cjs', entryPoints: ['client/src/browser/main.ts'], outfile: 'dist/browser/client.js' },
  { ...browser, format: 'iife', entryPoints: ['server/src/browser/main.ts'], outfile: 'dist/browser/server.js' },
]

process.chdir(import.meta.dirname)
if (flags.production) rmSync('dist', { recursive: true, force: true })
mkdirSync('dist', { recursive: true })
copyFileSync(require.resolve('web-tree-sitter/web-tree-sitter.wasm'), 'dist/web-tree-sitter.wasm')
copyFileSync(require.resolve('tree-sitter-python/tree-sitter-python.wasm'), 'dist/tree-sitter-python.wasm')
copyFileSync('catalogue/options.json', 'dist/catalogue.json')
writeRulePages('docs/rules', 'dist/rules.json')

try {
  if (flags.watch) {
    const contexts = await Promise.all(bundles.map(bundle => context({ ...bundle, logLevel: 'info' })))
    await Promise.all(contexts.map(each => each.watch()))
  } else {
    const results = await Promise.all(bundles.map(bundle => build(bundle)))
    if (flags.production) {
      const inputs = results.flatMap(result => Object.keys(result.metafile.inputs))
      writeLicences([...inputs, 'node_modules/tree-sitter-python/package.json'], 'dist/THIRD-PARTY-LICENSES.txt')
    }
  }
} catch {
  process.exitCode = 1 // esbuild has written what is wrong
}
