import { join } from 'node:path'
import { emptyFolder, installPackages, once, type Log } from './npm'

const cache = join(import.meta.dirname, '../../.vscode-test')

/** Installs a Node that npm carries into .vscode-test/, unless it is there; returns the folder that its program is in. */
export async function installNode(major: string, log: Log): Promise<string> {
  const home = join(cache, `node-${major}`)
  const name = `node-${process.platform.replace('win32', 'win')}-${process.arch}`
  await once(join(home, 'done'), `Node ${major} from npm`, log, async () => {
    await emptyFolder(home)
    await installPackages(home, `${name}@${major}`)
  })
  return join(home, 'node_modules', name, 'bin')
}
