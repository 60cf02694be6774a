import assert from 'node:assert/strict'
import { execFileSync, spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { top, typescriptBelow } from '../repo/tree'
import { badModule, inFolder } from './folder'

const bundle = join(top, 'dist', 'cli.js')

/** The bundle as a process of its own, as a shell starts it. */
describe('The built command line', () => {
  before(function () {
    this.timeout(60_000)
    if (isStale()) execFileSync(process.execPath, ['esbuild.mjs'], { cwd: top })
  })

  it('exits with 1 and prints without colours into a pipe', () =>
    inFolder({ 'a.py': badModule }, async folder => {
      const { code, out, err } = await run(['review', '.', '--min-severity', 'warning'], folder)
      assert.match(out, /^a\.py:4:16: warning secret-not-marked: /)
      assert.deepEqual([code, err], [1, ''])
    }))

  it('colours when FORCE_COLOR asks for it, unless NO_COLOR forbids it', () =>
    inFolder({ 'a.py': badModule }, async folder => {
      assert.ok((await run(['review'], folder, { FORCE_COLOR: '1' })).out.includes('\u001b[33m'))
      assert.ok(!(await run(['review'], folder, { FORCE_COLOR: '1', NO_COLOR: '1' })).out.includes('\u001b'))
    }))

  it('exits with 2 on a path that is not there', async () => {
    const { code, out, err } = await run(['inventory', 'nowhere'], top)
    assert.deepEqual([code, out, err], [2, '', 'error: cannot read nowhere: no such file or folder\n'])
  })

  it('prints the page of a rule', async () => {
    assert.match((await run(['rules', 'secret-not-marked'], top)).out, /^# secret-not-marked\n/)
  })

  it('writes megabytes into a slow pipe to their end', () =>
    inFolder({ 'a.py': manyOptions(10_000) }, async folder => {
      const { code, out } = await run(['inventory', '--format', 'json'], folder)
      assert.equal((JSON.parse(out) as unknown[]).length, 10_000)
      assert.ok(out.length > 3_000_000)
      assert.equal(code, 0)
    })).timeout(60_000)

  it('leaves the old baseline where there is no room for a new one', () =>
    inFolder({ 'a.py': badModule }, async folder => {
      const known = join(folder, '.nova-config-review', 'baseline.json')
      await run(['review', '--write-baseline'], folder)
      const before = readFileSync(known, 'utf8')
      writeFileSync(join(folder, 'a.py'), manyOptions(100).replaceAll('option_', 'password_'))
      // No file may have more than a few kilobytes: what a process is told then is much like a full disk.
      const limited = ['-c', 'ulimit -f 8 && exec "$@"', 'bash', process.execPath, bundle, 'review', '--write-baseline']
      const child = spawn('bash', limited, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] })
      const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), exitOf(child)])
      assert.equal(err, 'error: cannot write .nova-config-review/baseline.json: EFBIG\n')
      assert.deepEqual([code, out], [2, ''])
      assert.equal(readFileSync(known, 'utf8'), before)
      assert.deepEqual(readdirSync(join(folder, '.nova-config-review')), ['baseline.json'])
    }))

  it('says in one line that its output finds no room', () =>
    inFolder({ 'a.py': badModule }, async folder => {
      const full = openSync('/dev/full', 'w')
      const child = spawn(process.execPath, [bundle, 'review'], { cwd: folder, stdio: ['ignore', full, 'pipe'] })
      closeSync(full)
      const [err, code] = await Promise.all([text(child.stderr!), exitOf(child)])
      assert.deepEqual([code, err], [2, 'error: cannot write the output: ENOSPC\n'])
    }))

  it('keeps its exit code when nobody reads its warnings', () =>
    inFolder({ 'a.py': badModule, 'b.py': Uint8Array.from([0]) }, async folder => {
      const child = spawn(process.execPath, [bundle, 'review'], { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] })
      child.stderr.destroy()
      assert.equal(await exitOf(child), 2)
    }))

  it('says in one line that its working directory is gone', () =>
    inFolder({}, async folder => {
      const lost = [
        '-c',
        'mkdir lost && cd lost && rmdir ../lost && exec "$@"',
        'sh',
        process.execPath,
        bundle,
        'review',
      ]
      const child = spawn('sh', lost, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] })
      const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), exitOf(child)])
      assert.deepEqual([code, out, err], [2, '', 'error: the working directory is gone\n'])
    }))

  it('ends quietly when its reader has seen enough', () =>
    inFolder({ 'a.py': manyOptions(5_000) }, async folder => {
      const child = spawn(process.execPath, [bundle, 'inventory'], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] })
      child.stdout.once('data', () => child.stdout.destroy())
      const [err, code] = await Promise.all([text(child.stderr), exitOf(child)])
      assert.deepEqual([code, err], [0, ''])
    })).timeout(60_000)
})

/** A module with so many options that their inventory does not fit into a pipe's buffer. */
function manyOptions(count: number): string {
  const options = Array.from(
    { length: count },
    (_, i) => `    cfg.StrOpt('option_${i}', default='value', help='It helps.'),\n`,
  )
  return `from oslo_config import cfg\n\nopts = [\n${options.join('')}]\n`
}

async function run(
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): Promise<{ code: number | null; out: string; err: string }> {
  const { NO_COLOR: _no, FORCE_COLOR: _force, ...plain } = process.env
  const child = spawn(process.execPath, [bundle, ...args], {
    cwd,
    env: { ...plain, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), exitOf(child)])
  return { code, out, err }
}

function exitOf(child: ReturnType<typeof spawn>): Promise<number | null> {
  return new Promise((resolve, reject) => {
    child.once('error', reject).once('exit', resolve)
  })
}

function isStale(): boolean {
  if (!existsSync(bundle)) return true
  const built = statSync(bundle).mtimeMs
  return typescriptBelow('server/src').some(file => statSync(join(top, file)).mtimeMs > built)
}
