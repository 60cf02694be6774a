import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'

/**
 * `npm run test:fuzz [-- DECLARATIONS [SEED]]`: compares what the engine says of generated programs with what Python says,
 * on more programs than the tests do, and on other ones each time.
 */
const [declarations = '100000', seed = String(Date.now() % 1_000_000)] = process.argv.slice(2)
const mocha = createRequire(import.meta.url).resolve('mocha/bin/mocha.js')
const { status } = spawnSync(
  process.execPath,
  [mocha, '--no-config', '--require', 'tsx', 'test/engine/python/agreement.test.ts'],
  { stdio: 'inherit', env: { ...process.env, FUZZ_DECLARATIONS: declarations, FUZZ_SEED: seed } },
)
process.exitCode = status ?? 1
