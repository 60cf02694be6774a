/** Makes the one platform-neutral package, prints what is in it, and fails when that is not what users need. */
import { createVSIX } from '@vscode/vsce'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { contentProblems } from './package/contents'
import { readZipEntries } from './package/zipEntries'

const root = join(import.meta.dirname, '..')

/** Where the package of this version is written. */
export function packagePath(): string {
  const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<string, string>
  return join(root, `${name}-${version}.vsix`)
}

async function main(): Promise<void> {
  const path = packagePath()
  // The links of README.md lead to other files of the package, which no web address stands for.
  await createVSIX({ cwd: root, packagePath: path, dependencies: false, rewriteRelativeLinks: false })
  const bytes = readFileSync(path)
  const entries = readZipEntries(bytes)
  for (const { name, size, compressedSize } of entries) {
    console.log(`${String(size).padStart(9)} ${String(compressedSize).padStart(8)}  ${name}`)
  }
  console.log(`${path}: ${entries.length} files, ${bytes.length} bytes`)
  const problems = contentProblems(entries, bytes.length)
  for (const problem of problems) console.error(problem)
  if (problems.length > 0) process.exitCode = 1
}

if (process.argv[1] === import.meta.filename) {
  main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  })
}
