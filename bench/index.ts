import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { findSources, usualScope } from '../server/src/cli/sources'
import { decodePython } from '../server/src/decodePython'
import { Project, type PythonParser, ReadIndex, loadPython, mentionsOsloConfig } from '../server/src/engine/index'

/**
 * `npm run bench:index [-- PATH]`: what the index of declarations, reads and sinks of PATH costs, beside ast-grep, which
 * looks for one pattern of calls in the same files. Milliseconds of processor time and of the clock, the best of some rounds in turns.
 */
async function main(): Promise<void> {
  const path = resolve(process.argv[2] ?? join(__dirname, '..', '..', '.corpus'))
  const python = await loadPython({
    runtime: readFileSync(require.resolve('web-tree-sitter/web-tree-sitter.wasm')),
    grammar: readFileSync(require.resolve('tree-sitter-python/tree-sitter-python.wasm')),
  })
  const files = findSources([path], '/', usualScope, () => undefined).map(({ file }) => file)
  const read = (): Map<string, string> =>
    new Map(files.map(file => [file, decodePython(readFileSync(file))?.text ?? '']))

  const grep = new Timing()
  const declarations = new Timing()
  const reads = new Timing()
  const joined = new Timing()
  const edit = new Timing()
  for (let round = 0; round < rounds; round++) {
    grep.childless(() =>
      spawnSync(astGrep(), ['run', '-p', 'CONF.$A.$B($$$)', '-l', 'py', ...files], {
        stdio: 'ignore',
        maxBuffer: 1 << 28,
      }),
    )
    let texts = new Map<string, string>()
    let project = new Project(python)
    declarations.of(() => {
      texts = read()
      project = inventory(python, texts)
    })
    const index = new ReadIndex(project.moduleNames)
    reads.of(() => {
      for (const [file, text] of texts) index.setText(file, text, python)
    })
    joined.of(() => {
      index.declare(project.modules())
      index.options()
    })
    const edited = files.find(file => file.endsWith('/virt/libvirt/imagebackend.py')) ?? files[0]!
    edit.of(() => {
      index.setText(edited, `${texts.get(edited)!}\n# ${round}\n`, python)
      index.options()
    })
  }
  const show = (what: string, { processor, clock }: { processor: number; clock: number }): void =>
    console.log(
      `${what.padEnd(28)}${processor.toFixed(0).padStart(7)} ms of a processor, ${clock.toFixed(0).padStart(6)} ms; ` +
        `${(processor / grep.processor).toFixed(3)}x and ${(clock / grep.clock).toFixed(3)}x of ast-grep`,
    )
  console.log(`${path}: ${files.length} files`)
  show('ast-grep', grep)
  show('declarations', declarations)
  show('reads and sinks of each file', reads)
  show('joined over all files', joined)
  show('cold, all of it', {
    processor: declarations.processor + reads.processor + joined.processor,
    clock: declarations.clock + reads.clock + joined.clock,
  })
  show('after an edit of one file', edit)
  console.log(`memory at its peak: ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`)
}

const rounds = Number(process.argv[3] ?? 3)

class Timing {
  processor = Infinity
  clock = Infinity

  of(work: () => unknown): void {
    this.measure(work, () => {
      const { user, system } = process.cpuUsage()
      return (user + system) / 1000
    })
  }

  /** The same for a process of another program, whose time `/proc` tells once it has ended. */
  childless(work: () => unknown): void {
    this.measure(work, childrensTime)
  }

  private measure(work: () => unknown, used: () => number): void {
    const [start, before] = [performance.now(), used()]
    work()
    this.clock = Math.min(this.clock, performance.now() - start)
    this.processor = Math.min(this.processor, used() - before)
  }
}

/** Milliseconds of processor time of all child processes that have ended; Linux only. */
function childrensTime(): number {
  const fields = readFileSync('/proc/self/stat', 'utf8')
    .replace(/^.*\) /, '')
    .split(' ')
  return (Number(fields[13]) + Number(fields[14])) * 10
}

function astGrep(): string {
  const folder = dirname(require.resolve('@ast-grep/cli/package.json'))
  const own = join(
    folder,
    '..',
    `cli-${process.platform}-${process.arch}${process.platform === 'linux' ? '-gnu' : ''}`,
    'ast-grep',
  )
  return existsSync(own) ? own : 'ast-grep'
}

function inventory(python: PythonParser, texts: ReadonlyMap<string, string>): Project {
  const project = new Project(python)
  for (const file of texts.keys()) project.addPath(file)
  for (const [file, text] of texts) if (mentionsOsloConfig(text)) project.setText(file, text)
  for (let wanted = project.wanted(); wanted.length > 0; wanted = project.wanted()) {
    for (const file of wanted) project.setText(file, texts.get(file) ?? '')
  }
  project.complete = true
  return project
}

main().catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
