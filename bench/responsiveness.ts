/**
 * How long a hover waits while the server has a lot to do: `npm run bench:responsiveness [-- FILES [FILE.py]]`. Plays an
 * editor over the real protocol that asks a hover every few milliseconds, answered or not, and counts each from the moment
 * it was due:
 * - while a workspace of FILES files with options is read (by default 20 000, all in memory);
 * - behind 10 000 announcements that one file has changed.
 * Printed are percentiles in milliseconds and in bare tree-sitter parses of FILE.py (by default a generated module) in the
 * same run. Editor and server share one thread here: the editor's own work is in the figures.
 */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { TestClient, loadForTests, root } from '../test/protocol/testClient'
import type { OpenDocument } from '../test/protocol/openDocument'
import { generateModule } from './generatedModule'
import { median, percentile, timed } from './timing'

const announcements = 10_000
/** Milliseconds between two hovers. */
const rhythm = 10

async function main(): Promise<void> {
  const [count = '20000', path] = process.argv.slice(2)
  const python = await loadForTests()
  const yardstick = path === undefined ? generateModule(1700) : readFileSync(resolve(path), 'utf8')
  const bareParse = (): number => median(Array.from({ length: 31 }, () => timed(() => python.parseBare(yardstick))))
  const files = Object.fromEntries(Array.from({ length: Number(count) }, (_, n) => [pathOf(n), moduleNumber(n)]))
  bareParse()
  console.log(`bare parse ${bareParse().toFixed(2)} ms; ${count} files`)

  const client = await TestClient.start({ files, settings: {} })
  const document = await client.open(pathOf(1), moduleNumber(1))
  const start = performance.now()
  const reading = await hoverUntil(client.indexed(900_000), document)
  tell(`reading, ${((performance.now() - start) / 1000).toFixed(1)} s`, reading, bareParse())

  const changed = `${root}/${pathOf(2)}`
  client.files.set(changed, moduleNumber(2).replace('_password', '_user'))
  const before = client.ledger.inventories.at(-1)?.summary.warning ?? 0
  const settled = client.ledger.until(
    'the change',
    () => (client.ledger.inventories.at(-1)?.summary.warning ?? before) < before,
    undefined,
    900_000,
  )
  client.flood('novaConfigReview/filesChanged', { changed: [changed], deleted: [] }, announcements)
  tell(`${String(announcements)} announcements`, await hoverUntil(settled, document), bareParse())
  await client.stop()
}

/** Asks hovers until `over`; how long each took, in milliseconds. */
async function hoverUntil(over: Promise<void>, document: OpenDocument): Promise<number[]> {
  const took: number[] = []
  const asked: Promise<unknown>[] = []
  let due = performance.now()
  const timer = setInterval(() => {
    for (; due <= performance.now(); due += rhythm) {
      const since = due
      asked.push(document.hover('_password').then(() => took.push(performance.now() - since)))
    }
  }, rhythm)
  await over
  clearInterval(timer)
  await Promise.all(asked)
  return took
}

function tell(what: string, times: readonly number[], parse: number): void {
  const shown = [0.5, 0.99, 1].map(share => {
    const time = percentile(times, share)
    return `${share === 1 ? 'max' : `p${String(share * 100)}`} ${time.toFixed(0)} ms = ${(time / parse).toFixed(1)} parses`
  })
  console.log(`${what}: ${String(times.length)} hovers, ${shown.join(', ')}; bare parse ${parse.toFixed(2)} ms`)
}

function pathOf(n: number): string {
  return `package_${String(n % 200)}/module_${String(n)}.py`
}

function moduleNumber(n: number): string {
  const name = `service_${String(n)}`
  return `from oslo_config import cfg

from package_${String((n + 1) % 200)} import module_${String(n + 1)}

${name}_opts = [
    cfg.StrOpt('${name}_password',
        help='The password of the service that is meant here.'),
    cfg.IntOpt('${name}_workers',
        default=4,
        help='How many processes serve it, one for each core by default.'),
    cfg.BoolOpt('${name}_enabled',
        default=True,
        help='Whether it is started with the others.'),
]


def register_opts(conf):
    conf.register_opts(${name}_opts, group='${name}')
`
}

main().catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
