import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run } from '../server/src/cli/program'
import { Catalogue, loadPython } from '../server/src/engine/index'

/**
 * `npm run bench:diff [-- NOVA]`: what `diff` costs over a commit that changes three files of a package such as Nova
 * (the default is that of the corpus), beside `git diff --stat` of the same commit and the bare parse of these files on both sides.
 * Milliseconds of the clock and of processor time, git's included; the best of some rounds in turns. The parser is
 * loaded before.
 */
async function main(): Promise<void> {
  const nova = realpathSync(process.argv[2] ?? join(__dirname, '..', '..', '.corpus', 'nova'))
  const folder = mkdtempSync(join(tmpdir(), 'bench-diff-'))
  try {
    const git = (...args: string[]): void => {
      const who = ['-c', 'user.name=Bench', '-c', 'user.email=bench@example.org']
      execFileSync('git', [...who, ...args], { cwd: folder, stdio: 'ignore' })
    }
    cpSync(nova, join(folder, 'nova'), { recursive: true })
    git('init', '--initial-branch=master')
    git('add', '--all')
    git('commit', '-m', 'Before')
    const texts = ['libvirt.py', 'compute.py', 'api.py'].flatMap(name => {
      const path = join(folder, 'nova/conf', name)
      const before = readFileSync(path, 'utf8')
      const after = before.replace(/default=(\d+)/, 'default=1$1')
      writeFileSync(path, after)
      return [before, after]
    })
    git('commit', '--all', '-m', 'After')
    const python = await loadPython({
      runtime: readFileSync(require.resolve('web-tree-sitter/web-tree-sitter.wasm')),
      grammar: readFileSync(require.resolve('tree-sitter-python/tree-sitter-python.wasm')),
    })
    let told = ''
    const host = {
      cwd: folder,
      out: (text: string) => (told = text),
      err: (text: string) => process.stderr.write(text),
      colors: false,
      environment: {},
      today: () => '2026-01-01',
      loadParser: () => Promise.resolve(python),
      readCatalogue: () => new Catalogue({ names: [] } as never, new Set()),
      readRulePage: () => undefined,
    }
    const [stat, parse, diff] = [new Timing(), new Timing(), new Timing()]
    for (let round = 0; round < rounds; round++) {
      await stat.of(() => {
        git('diff', '--stat', 'HEAD~1', 'HEAD')
      })
      await parse.of(() => {
        for (const text of texts) python.parseBare(text)
      })
      await diff.of(() => run(['diff', 'HEAD~1', 'HEAD'], host))
    }
    console.log(told.trim().split('\n').at(-1))
    const [clock, processor] = [stat.clock + parse.clock, stat.processor + parse.processor]
    const line = (what: string, { clock, processor }: Timing): void => {
      console.log(
        `${what.padEnd(24)}${clock.toFixed(0).padStart(6)} ms, ${processor.toFixed(0).padStart(6)} ms of a processor`,
      )
    }
    line('git diff --stat', stat)
    line('bare parse, both sides', parse)
    line('diff', diff)
    console.log(
      `diff is ${(diff.clock / clock).toFixed(2)} x the two by the clock, ${(diff.processor / processor).toFixed(2)} x by the processor`,
    )
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const rounds = 7

/** The best times of some work, that of the processes that it starts included. */
class Timing {
  clock = Infinity
  processor = Infinity

  async of(work: () => unknown): Promise<void> {
    const [start, before] = [performance.now(), processorTime()]
    await work()
    this.clock = Math.min(this.clock, performance.now() - start)
    this.processor = Math.min(this.processor, processorTime() - before)
  }
}

/** Milliseconds of processor time of this process and of those that it started and that have ended; Linux only. */
function processorTime(): number {
  const { user, system } = process.cpuUsage()
  const fields = readFileSync('/proc/self/stat', 'utf8')
    .replace(/^.*\) /, '')
    .split(' ')
  return (user + system) / 1000 + (Number(fields[13]) + Number(fields[14])) * 10
}

main().catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
