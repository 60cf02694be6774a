import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { top } from './tree'

describe('The import graph', function () {
  // All files are looked at, by a program of its own.
  this.timeout(60_000)

  it('keeps the layers, has no cycles, and resolves', () => {
    assert.match(violations(top), /no dependency violations found/)
  })

  it('would not pass with an import that breaks a law', () => {
    const folder = mkdtempSync(join(tmpdir(), 'imports-'))
    try {
      for (const [file, imported] of forbidden) write(folder, file, `import * as it from '${imported}'\nvoid it\n`)
      cpSync(join(top, 'tsconfig.json'), join(folder, 'tsconfig.json'))
      symlinkSync(join(top, 'node_modules'), join(folder, 'node_modules'))
      const found = violations(folder)
      for (const [, , rule] of forbidden)
        assert.ok(found.includes(`error ${rule}:`), `${rule} stays silent in\n${found}`)
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})

/** A file, what it imports, and the rule that must not like it. */
const forbidden = [
  ['server/src/engine/text.ts', './index', 'text-imports-nothing'],
  ['server/src/engine/index.ts', 'node:fs', 'engine-is-pure'],
  ['server/src/safe/markdown.ts', '../engine/index', 'safe-texts-know-nobody'],
  ['server/src/engine/oslo/option.ts', '../project/project', 'engine-oslo'],
  ['server/src/engine/project/project.ts', '../rules/index', 'engine-project'],
  ['server/src/engine/rules/index.ts', '../syntax/parser', 'engine-rules'],
  ['server/src/engine/python/value.ts', '../oslo/option', 'engine-python'],
  ['server/src/engine/knowledge/words.ts', '../rules/index', 'engine-knowledge'],
  ['server/src/engine/review/review.ts', 'web-tree-sitter', 'one-importer-of-the-parser'],
  ['server/src/engine/syntax/parser.ts', '../python/value', 'engine-syntax'],
  ['server/src/lsp/server.ts', '../engine/text', 'engine-by-its-front-door'],
  ['server/src/settings/globs.ts', '../lsp/server', 'settings-know-no-host'],
  ['server/src/diff/tree.ts', '../lsp/server', 'comparisons-know-no-host'],
  ['server/src/engine/policies/policy.ts', '../review/review', 'engine-policies'],
  ['server/src/lsp/guard.ts', '../node/main', 'lsp-knows-no-host'],
  ['server/src/lsp/convert.ts', 'node:path', 'node-only-in-node-hosts'],
  ['server/src/node/main.ts', '../../../client/src/extension', 'server-knows-no-client'],
  ['server/src/cli/main.ts', '../lsp/server', 'cli-knows-no-lsp'],
  ['server/src/cli/walk.ts', 'node:child_process', 'git-alone-is-run'],
  ['server/src/cli/diff/git.ts', 'node:http', 'nothing-is-run-or-sent'],
  ['server/src/protocol.ts', './engine/index', 'protocol-knows-kinds-of-files'],
  ['server/src/cli/load.ts', '../../../test/x', 'shipped-code-knows-no-tests'],
  ['client/src/extension.ts', '../../server/src/lsp/server', 'client-shares-the-protocol-only'],
  ['client/src/commands.ts', './nowhere', 'everything-resolves'],
  ['test/x.ts', './x', 'no-cycles'],
] as const

function write(folder: string, file: string, text: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true })
  writeFileSync(join(folder, file), text)
}

function violations(cwd: string): string {
  const program = join(top, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs')
  const config = join(top, '.dependency-cruiser.mjs')
  const args = [program, '--config', config, '--output-type', 'err', 'client/src', 'server/src']
  const { stdout, stderr } = spawnSync(process.execPath, args, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  })
  return stdout + stderr
}
