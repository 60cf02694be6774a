/**
 * `tsx scripts/test/onNode.ts MAJOR`: the tests that mocha runs (rules, engine, protocol, command line and laws) on another
 * Node, which npm carries.
 */
import { spawnSync } from 'node:child_process'
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

async function main([major]: readonly string[]): Promise<void> {
  if (major === undefined) throw new Error('Usage: tsx scripts/test/onNode.ts MAJOR')
  const folder = await installNode(major)
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
