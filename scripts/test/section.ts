import { spawn } from 'node:child_process'
import { stripVTControlCharacters } from 'node:util'

/** A part of the tests that one command runs. */
export interface Section {
  title: string
  command: [string, ...string[]]
  /** Whether it writes mocha's counts (`12 passing`), once or several times; else the command is one test. */
  counted?: boolean
}

/** How a section ended. */
export interface Outcome {
  passed: number
  failed: number
  seconds: number
  /** What it wrote of its failures, for the end of a long run; empty when none failed. */
  failure: string
}

type Counts = Pick<Outcome, 'passed' | 'failed'>

/** Runs a section and shows what it writes. Never throws: a command that cannot run has failed. */
export function runSection({ title, command, counted }: Section): Promise<Outcome> {
  console.log(`\n== ${title}\n`)
  const start = performance.now()
  const [executable, ...args] = command
  const child = spawn(executable, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString()
    process.stdout.write(chunk)
  })
  return new Promise(resolve => {
    const finish = (code: number | null) => {
      const seconds = Math.round((performance.now() - start) / 1000)
      const counts = counted ? countTests(output, code) : single(code)
      resolve({ ...counts, seconds, failure: counts.failed > 0 ? failureOf(output) : '' })
    }
    child.once('error', error => {
      console.error(String(error))
      finish(1)
    })
    child.once('close', finish)
  })
}

/**
 * Adds up mocha's counts. Tests that were skipped count as failed, and so does a command that ran no test, or that
 * failed otherwise than by a test.
 */
export function countTests(output: string, code: number | null): Counts {
  const text = stripVTControlCharacters(output)
  const sum = (word: string) =>
    [...text.matchAll(new RegExp(`^ *(\\d+) ${word}\\b`, 'gm'))].reduce((all, match) => all + Number(match[1]), 0)
  const passed = sum('passing')
  const failed = sum('failing') + sum('pending')
  return { passed, failed: failed === 0 && (code !== 0 || passed === 0) ? 1 : failed }
}

function single(code: number | null): Counts {
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

/** From mocha's list of failures on, else the last lines of the output. */
export function failureOf(output: string): string {
  const lines = stripVTControlCharacters(output).trimEnd().split('\n')
  const failures = lines.findIndex(line => /^ *\d+ failing\b/.test(line))
  return lines.slice(failures < 0 ? -lastLines : failures).join('\n')
}

const lastLines = 30
