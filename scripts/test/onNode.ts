/**
 * `tsx scripts/test/onNode.ts MAJOR`: the tests that mocha runs (rules, engine, protocol, command line and laws) on another
 * Node, which npm carries.
 */
import { spawnSync } from 'node:child_process'
import { delimiter, join } from 'node:path'
import { emptyFolder, installPackages, once } from '../vscode/npm'

const root = join(import.meta.dirname, '../..')

async function main(major: string): Promise<void> {
  const home = join(root, '.vscode-test', `node-${major}`)
  const name = `node-${process.platform}-${process.arch}`
  await once(join(home, 'done'), `Node ${major} from npm`, console.log, async () => {
    await emptyFolder(home)
    await installPackages(home, `${name}@${major}`)
  })
  const folder = join(home, 'node_modules', name, 'bin')
  const node = join(folder, 'node')
  // What a test starts as a program of its own shall run on that Node, too.
  const env = { ...process.env, PATH: `${folder}${delimiter}${process.env['PATH'] ?? ''}` }
  spawnSync(node, ['--version'], { stdio: 'inherit' })
  const { status } = spawnSync(node, ['node_modules/mocha/bin/mocha.js'], { cwd: root, env, stdio: 'inherit' })
  process.exitCode = status ?? 1
}

const [major] = process.argv.slice(2)
main(major ?? 'latest').catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
