/**
 * What a key costs in a configuration file of 5 000 lines: `npm run bench:conf-keystroke -- FOLDER`, with the modules of
 * that folder (`nova/conf`) as the source. Every option is set in it; types into its middle and compares in one run, key by key:
 * - the answer: from the change to the diagnostics, as the client sees it, over the real protocol;
 * - the yardstick: one bare tree-sitter parse of `libvirt.py` in that folder.
 * Wanted of the answer: at most 3 bare parses at p95.
 */
import { readFileSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Project, knownValue } from '../server/src/engine/index'
import { TestClient, loadForTests, root } from '../test/protocol/testClient'
import { median, percentile, timed } from './timing'

const lines = 5000
const warmUp = 20
const keys = 60

async function main([folder]: string[]): Promise<void> {
  if (folder === undefined) throw new Error('Usage: npm run bench:conf-keystroke -- FOLDER')
  const names = readdirSync(resolve(folder)).filter(name => name.endsWith('.py'))
  const files = Object.fromEntries(
    names.map(name => [`nova/conf/${name}`, readFileSync(join(folder, name), 'utf8')] as const),
  )
  const client = await TestClient.ready({ files, settings: {} })
  const python = await loadForTests()
  const yardstick = files['nova/conf/libvirt.py'] ?? ''
  const text = await confOf(files)
  const document = await client.open('etc/nova/nova.conf', text, 'oslo-config')
  await document.diagnostics()
  for (const [what, behind, key] of [
    ['letter in a value', / = /, 'x'],
    ['letter in a key', /\n(?=\w)/, 'x'],
    ['letter in a comment', /\n# /, 'x'],
    ['new line', /\n(?=\w)/, '\n'],
    ['opening bracket', /\n(?=\w)/, '['],
  ] as const) {
    const middle = text.length >> 1
    const found = behind.exec(text.slice(middle))!
    const at = middle + found.index + found[0].length
    const line = text.slice(0, at).split('\n').length - 1
    const character = at - text.lastIndexOf('\n', at - 1) - 1
    const rows: { parse: number; answer: number }[] = []
    for (let round = 0; round < warmUp + keys; round += 1) {
      const start = performance.now()
      await document.change([{ range: { start: { line, character }, end: { line, character } }, newText: key }])
      await document.diagnostics()
      const answer = performance.now() - start
      const end = key === '\n' ? { line: line + 1, character: 0 } : { line, character: character + 1 }
      await document.change([{ range: { start: { line, character }, end }, newText: '' }])
      await document.diagnostics()
      const parse = timed(() => python.parseBare(yardstick))
      if (round >= warmUp) rows.push({ parse, answer })
    }
    const parse = median(rows.map(row => row.parse))
    const answers = rows.map(row => row.answer / parse)
    console.log(
      `${what.padEnd(20)} answer ${median(answers).toFixed(2)}, p95 ${percentile(answers, 0.95).toFixed(2)}; ` +
        `a bare parse is ${parse.toFixed(2)} ms`,
    )
  }
  await client.stop()
}

/** A file that sets every option of the modules, with comments that make it as long as is wanted. */
async function confOf(files: Readonly<Record<string, string>>): Promise<string> {
  const project = new Project(await loadForTests())
  for (const [file, content] of Object.entries(files)) project.setText(`${root}/${file}`, content)
  const groups = new Map<string, string[]>()
  for (const { options } of project.modules()) {
    for (const option of options) {
      const name = knownValue(option.dest) ?? knownValue(option.name)
      const value = knownValue(option.default)
      for (const group of name === undefined ? [] : option.membership.groups) {
        const settings = groups.get(group) ?? []
        groups.set(group, settings)
        settings.push(`${name} = ${typeof value === 'string' || typeof value === 'number' ? String(value) : ''}`)
      }
    }
  }
  const count = [...groups.values()].flat().length + groups.size
  const comments = '# What this option is for, as the sample file tells it.\n'.repeat(Math.floor(lines / count) - 1)
  const text = [...groups]
    .map(([group, settings]) => `[${group}]\n${comments}${settings.join(`\n${comments}`)}\n`)
    .join('')
  const rest = lines - text.split('\n').length
  return text + '# The end.\n'.repeat(Math.max(0, rest))
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
