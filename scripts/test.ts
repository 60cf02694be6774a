/**
 * `npm test [-- --every-node]`: every layer of tests, in order. Ends with `N passed, N failed` and fails when anything
 * did. What the machine lacks is said before anything is done.
 */
import { missingForTests } from './test/requirements'
import { runSection, type Outcome, type Section } from './test/section'

/** The Nodes that people have; `--every-node` runs on each what depends on it. */
const nodes = ['20', '22', '24']

const sections: Section[] = [
  { title: 'Types', command: ['tsc', '-p', '.'] },
  { title: 'Lint', command: ['eslint', '.'] },
  { title: 'Format', command: ['prettier', '--check', '.'] },
  { title: 'Package: build, content and size', command: ['npm', 'run', '--silent', 'package'] },
  { title: 'Rules, engine, protocol, command line and laws', command: ['mocha'], counted: true },
  { title: 'Grammar', command: ['npm', 'run', '--silent', 'test:grammar'], counted: true },
  { title: 'Corpus', command: ['npm', 'run', '--silent', 'test:corpus'], counted: true },
  { title: 'In VS Code', command: ['npm', 'run', '--silent', 'test:e2e'], counted: true },
]

/** The unit and command-line tests on every Node but the one that runs this. */
function onOtherNodes(): Section {
  const others = nodes.filter(major => !process.versions.node.startsWith(`${major}.`))
  const command: Section['command'] = ['tsx', 'scripts/test/onNode.ts', ...others]
  return { title: `Unit and command-line tests on Node ${others.join(' and ')}`, command, counted: true }
}

async function main(): Promise<void> {
  const missing = await missingForTests()
  if (missing.length > 0) {
    console.error(missing.join('\n'))
    process.exitCode = 2
    return
  }
  const outcomes: [Section, Outcome][] = []
  const wanted = process.argv.includes('--every-node') ? [...sections, onOtherNodes()] : sections
  for (const section of wanted) outcomes.push([section, await runSection(section)])

  for (const [{ title }, { failure }] of outcomes) {
    if (failure !== '') console.log(`\n== Failed: ${title}\n\n${failure}`)
  }
  console.log('\n== Summary\n')
  for (const [{ title }, { passed, failed, seconds }] of outcomes) {
    console.log(`${failed > 0 ? 'FAILED' : 'ok    '}  ${title}: ${passed} passed, ${failed} failed, ${seconds} s`)
  }
  const sum = (count: (outcome: Outcome) => number) => outcomes.reduce((all, [, outcome]) => all + count(outcome), 0)
  const failed = sum(outcome => outcome.failed)
  console.log(`\n${sum(outcome => outcome.passed)} passed, ${failed} failed`)
  if (failed > 0) process.exitCode = 1
}

main().catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
