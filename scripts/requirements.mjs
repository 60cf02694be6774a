/**
 * Before `npm start` and `npm test`: what neither can do without is said at once, with the command that brings it.
 * Also a Node that is too old must understand this file, so it uses nothing new and none of our packages.
 */
import { existsSync, readFileSync } from 'fs'
import { fileURLToPath } from 'url'

/**
 * What is missing, in one line; undefined when nothing is.
 *
 * @param {string} node its version, `20.11.0`
 * @param {string} script the npm script that was asked for
 * @param {(name: string) => boolean} installed whether a package that we depend on is there
 * @param {readonly string[]} packages those packages
 */
export function missing(node, script, installed, packages) {
  const [major, minor] = node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 11)) {
    const newer = `node-${process.platform.replace('win32', 'win')}-${process.arch}@24`
    return `Node ${node} is too old, 20.11 is needed: npx --yes --package=${newer} -c "npm ${script}"`
  }
  const absent = packages.find(name => !installed(name))
  return absent === undefined ? undefined : `The package ${absent} is not installed: npm install`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const at = path => fileURLToPath(new URL(path, import.meta.url))
  const { dependencies, devDependencies } = JSON.parse(readFileSync(at('../package.json'), 'utf8'))
  const installed = name => existsSync(at(`../node_modules/${name}/package.json`))
  const packages = Object.keys({ ...dependencies, ...devDependencies })
  const line = missing(process.versions.node, process.argv[2] || 'start', installed, packages)
  if (line !== undefined) {
    console.error(line)
    process.exitCode = 2
  }
}
