import { spawn } from 'node:child_process'
import { ReadError } from '../host'

/** What git printed, and the code that it ended with. */
export interface GitAnswer {
  readonly code: number
  readonly out: Buffer
  readonly err: string
}

/** Of one answer, in bytes. */
const largestAnswer = 1024 * 1024 * 1024

/**
 * What a repository says in its own configuration is nobody's order: it starts no program, asks nobody, fetches nothing
 * and writes nothing.
 */
const settings = {
  'core.fsmonitor': 'false',
  'core.hooksPath': '/dev/null',
  'core.quotePath': 'false',
  'log.showSignature': 'false',
  'protocol.allow': 'never',
  'grep.fallbackToNoIndex': 'false',
}

/**
 * Runs git's plumbing in a folder, without a shell. The git that runs is the one that PATH leads to.
 * @param input what it reads on its standard input
 * @throws ReadError where git cannot be run at all
 */
export function git(cwd: string, args: readonly string[], input = ''): Promise<GitAnswer> {
  const configured = Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`])
  return new Promise((resolve, reject) => {
    const child = spawn('git', ['--no-pager', ...configured, ...args], { cwd, env: environment(), windowsHide: true })
    const out: Buffer[] = []
    let size = 0
    let err = ''
    child.on('error', (error: NodeJS.ErrnoException) => {
      const what = error.code === 'ENOENT' ? 'there is no program git' : error.message
      reject(new ReadError(`cannot compare: ${what}`))
    })
    child.stdout.on('data', (piece: Buffer) => {
      size += piece.length
      if (size > largestAnswer) child.kill()
      else out.push(piece)
    })
    child.stderr.on('data', (piece: Buffer) => (err += piece.toString('utf8').slice(0, 10_000 - err.length)))
    child.on('close', code => {
      resolve({ code: code ?? 128, out: Buffer.concat(out), err: err.trim() })
    })
    // It may end without reading all.
    child.stdin.on('error', () => undefined)
    child.stdin.end(input)
  })
}

/**
 * The text that git printed.
 * @throws ReadError where it ended with another code than `fine`
 */
export async function gitText(cwd: string, args: readonly string[], fine: readonly number[] = [0]): Promise<string> {
  const { code, out, err } = await git(cwd, args)
  if (!fine.includes(code)) throw new ReadError(`cannot compare: ${reasonIn(err, code)}`)
  return out.toString('utf8')
}

/** The first line of what git complains of, without its `fatal:`. */
export function reasonIn(err: string, code: number): string {
  const line = err.split('\n')[0]?.replace(/^(fatal|error): /, '') ?? ''
  return line === '' ? `git ended with code ${code}` : line
}

/** Without what steers git from outside into other repositories, programs or texts than those asked for. */
function environment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'))
  return {
    ...Object.fromEntries(kept),
    LC_ALL: 'C',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
    GIT_NO_LAZY_FETCH: '1',
    GIT_NO_REPLACE_OBJECTS: '1',
  }
}
