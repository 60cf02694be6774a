/**
 * Mutants of a room that no test of it notices: `npm run test:mutation` for all, `ROOM=review npm run test:mutation` for one.
 * It takes minutes to hours, and is for whoever works on the room, not for each change. Its report: out/mutation/.
 */

/** The rooms, and the tests that hold them: only quick ones, for each runs once for every mutant that it reaches. */
const rooms = {
  review: {
    mutate: 'server/src/engine/review/*.ts',
    tests: [
      'test/rules/suppressions.test.ts',
      'test/rules/testFiles.test.ts',
      'test/rules/failure.test.ts',
      'test/rules/scatteredDuplicate.test.ts',
      'test/engine/baseline.test.ts',
      'test/cli/baseline.test.ts',
      'test/protocol/codeActions.test.ts',
    ],
  },
  project: {
    mutate: 'server/src/engine/project/*.ts',
    tests: ['test/engine/project/*.test.ts', 'test/engine/keptOptions.test.ts'],
  },
  lsp: { mutate: 'server/src/lsp/**/*.ts', tests: ['test/protocol/*.test.ts'] },
  settings: { mutate: 'server/src/settings/*.ts', tests: ['test/settings/*.test.ts'] },
}

const wanted = process.env['ROOM']
const chosen = wanted === undefined ? Object.values(rooms) : [rooms[wanted]]
if (chosen.includes(undefined)) throw new Error(`There is no room ${wanted}: ${Object.keys(rooms).join(', ')}`)

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  testRunner: 'mocha',
  mochaOptions: { 'no-config': true, require: ['tsx'], spec: chosen.flatMap(({ tests }) => tests) },
  mutate: chosen.map(({ mutate }) => mutate),
  coverageAnalysis: 'perTest',
  concurrency: 1,
  timeoutMS: 20_000,
  ignorePatterns: ['client', 'bench', 'media', 'scripts', 'test/{e2e,repo,corpus,soak}'],
  tempDirName: 'out/mutation/sandbox',
  reporters: ['clear-text', 'json'],
  clearTextReporter: { logTests: false, allowColor: false, reportMutants: false },
  jsonReporter: { fileName: 'out/mutation/report.json' },
}
