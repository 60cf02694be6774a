/**
 * What a long text in a declaration costs: `npm run bench:long-texts [-- LENGTH [FILE.py]]`. Every piece of text is repeated
 * up to LENGTH (by default 1 000 000 characters) in every place of an option, written out and as a product. Printed is what
 * following and judging cost beyond reading, in bare tree-sitter parses of FILE.py (by default a generated module), worst first.
 */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { Project, defaultReviewSettings, review, type PythonParser } from '../server/src/engine/index'
import { loadParser } from '../test/rules/engine'
import { moduleWith, pieces, places } from '../test/rules/longTexts'
import { generateModule } from './generatedModule'

const file = 'nova/conf/example.py'
/** In bare parses. */
const suspicious = 5

async function main(): Promise<void> {
  const [length = '1000000', path] = process.argv.slice(2)
  const python = await loadParser()
  const yardstick = path === undefined ? generateModule(1700) : readFileSync(resolve(path), 'utf8')
  const bareParse = Math.min(...Array.from({ length: 9 }, () => timed(() => python.parseBare(yardstick))))

  const costs: { what: string; parses: number }[] = []
  for (const [name, place] of Object.entries(places)) {
    for (const piece of pieces) {
      for (const written of [true, false]) {
        const text = moduleWith(place, piece, Number(length), written)
        const parses = (): number => costOf(python, text) / bareParse
        const once = parses()
        const what = `${name}: ${JSON.stringify(piece)} ${written ? 'written out' : 'as a product'}`
        // What seems long is measured again: a pause of the machine's own does not come three times.
        costs.push({ what, parses: once < suspicious ? once : Math.min(once, parses(), parses()) })
      }
    }
  }
  costs.sort((a, b) => b.parses - a.parses)
  console.log(
    `bare parse ${bareParse.toFixed(2)} ms; ${String(costs.length)} texts of ${length} characters; the worst:`,
  )
  for (const { what, parses } of costs.slice(0, 12)) console.log(`${parses.toFixed(2).padStart(8)}  ${what}`)
}

/** What following and judging a text takes beyond reading it, in ms. */
function costOf(python: PythonParser, text: string): number {
  const reading = timed(() => python.parse(text))
  const all = timed(() => {
    const project = new Project(python)
    project.setText(file, text)
    project.complete = true
    review(project, file, defaultReviewSettings)
  })
  return Math.max(0, all - reading)
}

/** What an action takes of the processor, in ms: what other programs take meanwhile does not count. */
function timed(action: () => unknown): number {
  const start = process.cpuUsage()
  action()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}

void main()
