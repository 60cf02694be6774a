/**
 * `tsx scripts/test/onNode.ts MAJOR`: the tests that mocha runs (rules, engine, protocol, command line and laws) on another
 * Node, which npm carries.
 */
import { spawnSync } from 'node:child_process'
import { delimiter, join } from 'node:path'
import { installNode } from '../vscode/node'

const root = join(import.meta.dirname, '../..')

async function main([major]: readonly string[]): Promise<void> {
  if (major === undefined) throw new Error('Usage: tsx scripts/test/onNode.ts MAJOR')
  const folder = await installNode(major, console.log)
  const node = join(folder, 'node')
  // What a test starts as a program of its own shall run on that Node, too.
  const env = { ...process.env, PATH: `${folder}${delimiter}${process.env['PATH'] ?? ''}` }
  spawnSync(node, ['--version'], { stdio: 'inherit' })
  const { status } = spawnSync(node, ['node_modules/mocha/bin/mocha.js'], { cwd: root, env, stdio: 'inherit' })
  process.exitCode = status ?? 1
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
