import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'

/**
 * `npm run test:fuzz [-- DECLARATIONS [SEED]]`: compares what the engine says of generated programs, and of declarations
 * with slips in them, with what Python says: of more than the tests do, and of other ones each time.
 */
const [declarations = '100000', seed = String(Date.now() % 1_000_000)] = process.argv.slice(2)
const mocha = createRequire(import.meta.url).resolve('mocha/bin/mocha.js')
const { status } = spawnSync(
  process.execPath,
  [
    mocha,
    '--no-config',
    '--require',
    'tsx',
    ...['agreement', 'mutated'].map(name => `test/engine/python/${name}.test.ts`),
  ],
  { stdio: 'inherit', env: { ...process.env, FUZZ_DECLARATIONS: declarations, FUZZ_SEED: seed } },
)
process.exitCode = status ?? 1
