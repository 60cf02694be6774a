/** Makes the one platform-neutral package, prints what is in it, and fails when that is not what users need. */
import { createVSIX, listFiles, PackageManager } from '@vscode/vsce'
import { spawnSync } from 'node:child_process'
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { contentProblems } from './package/contents'
import { extensionPage, pageProblems } from './package/page'
import { readZipEntries } from './package/zipEntries'

const root = join(import.meta.dirname, '..')

/** The package unpacked, before it is packed. */
const staging = join(root, 'out/package')

/** What of package.json is for those who work on it: left out. */
const ofTheSources = { scripts: undefined, dependencies: undefined, devDependencies: undefined }

/** Documents that the extension's page brings with it. */
const documents = ['docs/rules/README.md', 'docs/configuration.md']

/** Where the package of this version is written. */
export function packagePath(): string {
  const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<string, string>
  return join(root, `${name}-${version}.vsix`)
}

/** Copies what users need; the README becomes the extension's page, and package.json says nothing of how it was made. */
async function stage(): Promise<string[]> {
  rmSync(staging, { recursive: true, force: true })
  // What is bundled needs no packages beside it.
  for (const file of await listFiles({ cwd: root, packageManager: PackageManager.None })) {
    if (/^(README\.md|package\.json)$/i.test(file)) continue
    cpSync(join(root, file), join(staging, file), { recursive: true })
  }
  const text = (file: string) => readFileSync(join(root, file), 'utf8')
  const page = extensionPage(text('README.md'), new Map(documents.map(file => [file, text(file)])))
  writeFileSync(join(staging, 'README.md'), page)
  const manifest = JSON.parse(text('package.json')) as object
  writeFileSync(join(staging, 'package.json'), JSON.stringify({ ...manifest, ...ofTheSources }))
  return pageProblems(page)
}

async function main(): Promise<void> {
  const build = spawnSync(process.execPath, ['esbuild.mjs', '--production'], { cwd: root, stdio: 'inherit' })
  if (build.status !== 0) throw new Error('The extension was not built: see above')
  const path = packagePath()
  const page = await stage()
  await createVSIX({ cwd: staging, packagePath: path, dependencies: false, rewriteRelativeLinks: false })
  const bytes = readFileSync(path)
  const entries = readZipEntries(bytes)
  for (const { name, size, compressedSize } of entries) {
    console.log(`${String(size).padStart(9)} ${String(compressedSize).padStart(8)}  ${name}`)
  }
  console.log(`${path}: ${entries.length} files, ${bytes.length} bytes`)
  const problems = [...page, ...contentProblems(entries, bytes.length)]
  for (const problem of problems) console.error(problem)
  if (problems.length > 0) process.exitCode = 1
}

if (process.argv[1] === import.meta.filename) {
  main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  })
}
