/**
 * What a key costs in the largest configuration module: `npm run bench:keystroke [-- FILE.py]`. Types into a comment of
 * the file, with the other modules of its folder as the workspace, and compares in one run, key by key:
 * - the answer: from the change to the diagnostics, as the client sees it, over the real protocol;
 * - the rules: all of them on the file's facts;
 * - the yardstick: one bare tree-sitter parse of the same text.
 */
import { readFileSync, readdirSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { Project, defaultReviewSettings, review } from '../server/src/engine/index'
import { TestClient, loadForTests, root } from '../test/protocol/testClient'
import { generateModule } from './generatedModule'

const warmUp = 30
const keys = 100

async function main(): Promise<void> {
  const [path] = process.argv.slice(2)
  const { name, files } = path === undefined ? generated() : folderOf(resolve(path))
  const client = await TestClient.ready({ files, settings: {} })
  const python = await loadForTests()
  const project = new Project(python)
  for (const [file, content] of Object.entries(files)) project.setText(`${root}/${file}`, content)
  project.complete = true

  let text = `# \n${files[name] ?? ''}`
  const document = await client.open(name, text)
  const times = { facts: [] as number[], parse: [] as number[], answer: [] as number[], rules: [] as number[] }
  let found = 0
  for (let key = 0; key < warmUp + keys; key += 1) {
    const at = { line: 0, character: 2 + key }
    text = `${text.slice(0, at.character)}x${text.slice(at.character)}`
    const parse = timed(() => python.parseBare(text))
    const start = performance.now()
    await document.change([{ range: { start: at, end: at }, newText: 'x' }])
    found = (await document.diagnostics()).length
    const answer = performance.now() - start
    const facts = timed(() => {
      project.setText(document.uri, text)
      project.module(document.uri)
    })
    const rules = timed(() => review(project, document.uri, defaultReviewSettings))
    if (key < warmUp) continue
    times.parse.push(parse)
    times.answer.push(answer)
    times.rules.push(rules)
    times.facts.push(facts)
  }
  const parse = median(times.parse)
  console.log(`${path ?? 'a generated module'}: ${String(text.split('\n').length)} lines, ${String(found)} problems`)
  console.log(`bare parse          ${parse.toFixed(2)} ms (median of ${String(keys)} keys)`)
  console.log(
    `change to answer    ${median(times.answer).toFixed(2)} ms, ${(median(times.answer) / parse).toFixed(2)} parses`,
  )
  console.log(
    `text to facts       ${median(times.facts).toFixed(2)} ms, ${(median(times.facts) / parse).toFixed(2)} parses`,
  )
  console.log(
    `all rules           ${median(times.rules).toFixed(2)} ms, ${(median(times.rules) / parse).toFixed(2)} parses`,
  )
  await client.stop()
}

function generated(): { name: string; files: Record<string, string> } {
  return { name: 'driver.py', files: { 'driver.py': generateModule(1700) } }
}

function folderOf(file: string): { name: string; files: Record<string, string> } {
  const names = readdirSync(dirname(file)).filter(each => each.endsWith('.py'))
  const files = names.map(each => [`nova/conf/${each}`, readFileSync(join(dirname(file), each), 'utf8')] as const)
  return { name: `nova/conf/${basename(file)}`, files: Object.fromEntries(files) }
}

function timed(action: () => unknown): number {
  const start = performance.now()
  action()
  return performance.now() - start
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN
}

void main()
