/**
 * `npm run soak [-- MINUTES SEED FOLDER]`: random work in an editor for so many minutes (10), determined by the seed (1),
 * over a folder of Python files (the sample project), with a client that pulls and one that is pushed to. Fails when the
 * server ever answers otherwise than a fresh one, and when anything is rejected that nobody handles.
 *
 * SOAK_DARING=late-reads,circle turns on what is known to lead to differences.
 */
import { loadForTests } from '../protocol/testClient'
import { heapInUse } from './heap'
import { printFound } from './print'
import { Soaking } from './soak'
import { circle, treeOf } from './trees'

const say = (line: string): void => void process.stdout.write(`${line}\n`)

async function main(): Promise<void> {
  const [minutes = '10', seed = '1', folder] = process.argv.slice(2)
  const daring = (process.env['SOAK_DARING'] ?? '').split(',')
  const tree = treeOf(folder)
  const start = daring.includes('circle') ? { ...tree, files: { ...tree.files, ...circle } } : tree
  const parser = loadForTests()
  const soaks = await Promise.all(
    (['pull', 'push'] as const).map((kind, at) =>
      Soaking.begin({
        seed: Number(seed) * 2 + at,
        kind,
        start,
        daring: { lateReads: daring.includes('late-reads') },
        parser,
        tries: 120,
      }),
    ),
  )
  let failures = 0
  process.on('unhandledRejection', error => {
    failures += 1
    say(`Nobody handled a rejection: ${error instanceof Error ? error.stack : String(error)}`)
  })
  const heap = async (): Promise<number> => {
    for (const soak of soaks) await soak.home()
    return heapInUse()
  }
  const begin = performance.now()
  const elapsed = (): number => (performance.now() - begin) / 60_000
  const warmUp = Math.min(5, Number(minutes) / 2)
  let warm: number | undefined
  while (elapsed() < Number(minutes)) {
    for (const soak of soaks) {
      const found = await soak.burst()
      if (found === undefined) continue
      failures += 1
      say(await printFound(found))
    }
    if (warm === undefined && elapsed() >= warmUp) {
      warm = await heap()
      say(`${warm.toFixed(1)} MB of heap after ${elapsed().toFixed(1)} minutes`)
    }
  }
  const end = await heap()
  for (const soak of soaks) await soak.stop()
  const ratio = warm === undefined ? '' : `, ${(end / warm).toFixed(2)} of that after ${warmUp} minutes`
  say(`${end.toFixed(1)} MB of heap at the end${ratio}`)
  const [bursts, operations] = (['bursts', 'operations'] as const).map(key => soaks.reduce((sum, s) => sum + s[key], 0))
  say(`Seed ${seed}: ${operations} operations in ${bursts} bursts, ${failures} failures`)
  if (failures > 0) process.exitCode = 1
}

main().catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
