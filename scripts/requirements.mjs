/**
 * Before `npm start` and `npm test`: what neither can do without is said at once, with the command that brings it.
 * Also a Node that is too old must understand this file, so it uses nothing new and none of our packages.
 */
import { spawnSync } from 'child_process'
import { existsSync, readFileSync } from 'fs'
import { fileURLToPath } from 'url'

const installGit =
  { darwin: 'xcode-select --install', win32: 'winget install Git.Git' }[process.platform] || 'apt-get install git'

/**
 * What is missing, in one line; undefined when nothing is.
 *
 * @param {string} node its version, `20.11.0`
 * @param {string} script the npm script that was asked for
 * @param {(name: string) => boolean} installed whether a package that we depend on is there
 * @param {readonly string[]} packages those packages
 * @param {(name: string) => boolean} found whether there is a program of that name
 */
export function missing(node, script, installed, packages, found) {
  const [major, minor] = node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 11)) {
    const newer = `node-${process.platform.replace('win32', 'win')}-${process.arch}@24`
    return `Node ${node} is too old, 20.11 is needed: npx --yes --package=${newer} -c "npm ${script}"`
  }
  const absent = packages.find(name => !installed(name))
  if (absent !== undefined) return `The package ${absent} is not installed: npm install`
  // What compares commits is tested with Git itself; nobody brings one through npm.
  return script === 'test' && !found('git') ? `Git is not installed: ${installGit}` : undefined
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const at = path => fileURLToPath(new URL(path, import.meta.url))
  const { dependencies, devDependencies } = JSON.parse(readFileSync(at('../package.json'), 'utf8'))
  const installed = name => existsSync(at(`../node_modules/${name}/package.json`))
  const packages = Object.keys({ ...dependencies, ...devDependencies })
  const found = name => !spawnSync(name, ['--version']).error
  const line = missing(process.versions.node, process.argv[2] || 'start', installed, packages, found)
  if (line !== undefined) {
    console.error(line)
    process.exitCode = 2
  }
}
