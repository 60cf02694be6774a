/**
 * What a key costs in the largest configuration module: `npm run bench:keystroke [-- FILE.py]`. Types into the middle of
 * the file, with the other modules of its folder as the workspace, and compares in one run, key by key:
 * - the answer: from the change to the diagnostics, as the client sees it, over the real protocol;
 * - the facts, and the rules on them, alone;
 * - the yardstick: one bare tree-sitter parse of the same text.
 * Wanted of the answer: at most 1.5 bare parses for letters, 2 for other keys, at the median, and 3 at p95.
 */
import { readFileSync, readdirSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { Project, defaultReviewSettings, review } from '../server/src/engine/index'
import { TestClient, loadForTests, root } from '../test/protocol/testClient'
import { generateModule } from './generatedModule'
import { median, percentile, timed } from './timing'

const warmUp = 20
const keys = 60

/** What is typed, and where: behind what is found first from the middle of the text on. */
interface Typing {
  readonly what: string
  readonly behind: RegExp
  readonly keys: string
  /** Whether each key is taken back, unmeasured, before the next: the file is whole again then. */
  readonly takesBack?: true
}

const option = `\n    cfg.StrOpt('new_password', default=None, secret=True, help='The password of the new service.'),`
const typings: readonly Typing[] = [
  { what: 'letter in a comment', behind: /^# /, keys: 'x' },
  { what: 'letter in a help', behind: /help="""\n\w+/, keys: 'x' },
  { what: 'letter in a name', behind: /Opt\('/, keys: 'x' },
  { what: 'letter in a default', behind: /default='/, keys: 'x' },
  { what: 'new line', behind: /"""\),\n/, keys: '\n' },
  { what: 'opening bracket', behind: /"""\),\n/, keys: '([{', takesBack: true },
  { what: 'opening quote', behind: /"""\),\n/, keys: `'"`, takesBack: true },
  { what: 'a whole new option', behind: /"""\),/, keys: option },
]

async function main(): Promise<void> {
  const [path] = process.argv.slice(2)
  const { name, files } = path === undefined ? generated() : folderOf(resolve(path))
  const client = await TestClient.ready({ files, settings: {} })
  const python = await loadForTests()
  const project = new Project(python)
  for (const [file, content] of Object.entries(files)) project.setText(`${root}/${file}`, content)
  project.complete = true
  const whole = `# \n${files[name] ?? ''}`
  const document = await client.open(name, whole)
  console.log(`${path ?? 'a generated module'}: ${String(whole.split('\n').length)} lines; in bare parses:`)

  let text = whole
  /** Replaces a part of the text; how long the answer took. */
  const edit = async (at: number, length: number, newText: string): Promise<number> => {
    const range = { start: positionAt(text, at), end: positionAt(text, at + length) }
    text = text.slice(0, at) + newText + text.slice(at + length)
    const start = performance.now()
    await document.change([{ range, newText }])
    await document.diagnostics()
    return performance.now() - start
  }
  for (const typing of typings) {
    const rows: { parse: number; answer: number; facts: number; rules: number }[] = []
    let at = placeOf(typing, text)
    for (let key = 0; key < Math.max(warmUp + keys, warmUp + typing.keys.length); key += 1) {
      const letter = typing.keys[key % typing.keys.length]!
      const answer = await edit(at, 0, letter)
      const parse = timed(() => python.parseBare(text))
      const facts = timed(() => {
        project.setText(document.uri, text)
        project.module(document.uri)
      })
      const rules = timed(() => review(project, document.uri, defaultReviewSettings))
      if (key >= warmUp) rows.push({ parse, answer, facts, rules })
      if (typing.takesBack) await edit(at, 1, '')
      else at += 1
    }
    await edit(0, text.length, whole)
    tell(typing.what, rows)
  }
  await client.stop()
}

function tell(what: string, rows: readonly { parse: number; answer: number; facts: number; rules: number }[]): void {
  const parse = median(rows.map(row => row.parse))
  const share = (of: 'answer' | 'facts' | 'rules', at = 0.5): string =>
    (
      percentile(
        rows.map(row => row[of]),
        at,
      ) / parse
    ).toFixed(2)
  console.log(
    `${what.padEnd(20)} answer ${share('answer')}, p95 ${share('answer', 0.95)}; facts ${share('facts')}, ` +
      `rules ${share('rules')}; a bare parse is ${parse.toFixed(2)} ms`,
  )
}

function placeOf({ behind }: Typing, text: string): number {
  const middle = behind.source.startsWith('^') ? 0 : text.length >> 1
  const found = behind.exec(text.slice(middle))
  if (found === null) throw new Error(`There is no place like ${String(behind)}.`)
  return middle + found.index + found[0].length
}

function positionAt(text: string, at: number): { line: number; character: number } {
  const lines = text.slice(0, at).split('\n')
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 }
}

function generated(): { name: string; files: Record<string, string> } {
  return { name: 'driver.py', files: { 'driver.py': generateModule(1700) } }
}

function folderOf(file: string): { name: string; files: Record<string, string> } {
  const names = readdirSync(dirname(file)).filter(each => each.endsWith('.py'))
  const files = names.map(each => [`nova/conf/${each}`, readFileSync(join(dirname(file), each), 'utf8')] as const)
  return { name: `nova/conf/${basename(file)}`, files: Object.fromEntries(files) }
}

void main()
