/**
 * `tsx scripts/test/onNodes.ts MAJOR...`: the tests that mocha runs (rules, engine, protocol, command line and laws) on
 * other Nodes, which npm carries; on all of them at the same time.
 */
import { spawn } from 'node:child_process'
import { delimiter, join } from 'node:path'
import { emptyFolder, installPackages, once } from '../vscode/npm'

const root = join(import.meta.dirname, '../..')

/** Installs a Node into .vscode-test/, unless it is there; returns the folder that its program is in. */
async function installNode(major: string): Promise<string> {
  const home = join(root, '.vscode-test', `node-${major}`)
  const name = `node-${process.platform.replace('win32', 'win')}-${process.arch}`
  await once(join(home, 'done'), `Node ${major} from npm`, console.log, async () => {
    await emptyFolder(home)
    await installPackages(home, `${name}@${major}`)
  })
  return join(home, 'node_modules', name, 'bin')
}

/** Runs the tests; shows what they wrote when they have ended, so that two runs do not mix. */
async function testOn(major: string): Promise<boolean> {
  const folder = await installNode(major)
  // What a test starts as a program of its own shall run on that Node, too.
  const env = { ...process.env, PATH: `${folder}${delimiter}${process.env['PATH'] ?? ''}` }
  const child = spawn(join(folder, 'node'), ['node_modules/mocha/bin/mocha.js'], { cwd: root, env })
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const code = await new Promise(resolve => child.once('close', resolve))
  console.log(`On Node ${major}\n${output}`)
  return code === 0
}

async function main(majors: readonly string[]): Promise<void> {
  const results = await Promise.all(majors.map(testOn))
  if (results.includes(false)) process.exitCode = 1
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
