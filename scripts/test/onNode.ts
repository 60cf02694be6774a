/**
 * `tsx scripts/test/onNode.ts MAJOR...`: the tests that mocha runs (rules, engine, protocol, command line and laws) on other
 * Nodes, which npm carries, side by side. Without random work in an editor: that is not about Node, and takes a third of the time.
 */
import { spawn } from 'node:child_process'
import { delimiter, join } from 'node:path'
import { installNode } from '../vscode/node'

const root = join(import.meta.dirname, '../..')

/** Runs the tests on a Node; what they write comes in one piece, so that it does not mix with that of another. */
async function runOn(major: string): Promise<boolean> {
  const folder = await installNode(major, console.log)
  // What a test starts as a program of its own shall run on that Node, too.
  const env = { ...process.env, PATH: `${folder}${delimiter}${process.env['PATH'] ?? ''}` }
  const mocha = ['node_modules/mocha/bin/mocha.js', '--ignore', 'test/soak/**']
  const child = spawn(join(folder, 'node'), mocha, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
  const output: Buffer[] = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => output.push(chunk))
  const status = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  console.log(`\nNode ${major}`)
  process.stdout.write(Buffer.concat(output))
  return status === 0
}

async function main(majors: readonly string[]): Promise<void> {
  if (majors.length === 0) throw new Error('Usage: tsx scripts/test/onNode.ts MAJOR...')
  const passed = await Promise.all(majors.map(runOn))
  if (passed.includes(false)) process.exitCode = 1
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
