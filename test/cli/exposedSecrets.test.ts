import { deepStrictEqual, match, strictEqual } from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { GitIndexes } from '../../server/src/disk/gitIndex'
import { inFolder } from './folder'
import { runCli } from './runCli'

const secret = '[DEFAULT]\ndebug = false\n[neutron]\npassword = seven-grey-herons\n'

/** What `check` says of a file with this mode, without the count. */
function check(text: string, mode: number, around: (folder: string) => void = () => undefined): Promise<string> {
  return inFolder({ 'nova.conf': text }, async folder => {
    chmodSync(join(folder, 'nova.conf'), mode)
    around(folder)
    const { out } = await runCli(['check', 'nova.conf'], folder)
    return out.slice(0, out.lastIndexOf('\n', out.length - 2) + 1)
  })
}

function git(folder: string, ...args: string[]): void {
  const identity = ['-c', 'user.name=Somebody', '-c', 'user.email=somebody@example.org']
  execFileSync('git', ['-C', folder, ...identity, ...args], { stdio: 'ignore' })
}

function track(folder: string): void {
  git(folder, 'init')
  git(folder, 'add', 'nova.conf')
}

describe('A secret in a configuration file', () => {
  it('is told where every user may read the file, with its mode', async () => {
    strictEqual(
      await check(secret, 0o644),
      "nova.conf:4: warning: 'password' in [neutron] is a secret, and its mode 0644 lets every user of the machine read this file (Check-Compute-02) (secret-exposed)\n",
    )
    match(await check(secret, 0o604), /its mode 0604 lets/)
    for (const mode of [0o640, 0o600, 0o660]) strictEqual(await check(secret, mode), '')
  })

  it('is told where git tracks the file', async () => {
    match(
      await check(secret, 0o640, track),
      /^nova.conf:4: .* is a secret, and git tracks this file: everybody who gets/,
    )
    match(await check(secret, 0o644, track), /git tracks this file.*; and its mode 0644 lets/)
    strictEqual(
      await check(secret, 0o640, folder => {
        git(folder, 'init')
      }),
      '',
    )
  })

  it('is told once for a file, at the first', async () => {
    const text = `${secret}[service_user]\npassword = other-words\n[database]\nconnection = mysql://nova:third-words@db/nova\n`
    match(
      await check(text, 0o644),
      /^nova.conf:4: warning: 'password' in \[neutron\] is a secret, one of 3, and [^\n]*\n$/,
    )
  })

  it('is none where a secret has yet to be written, or stands elsewhere', async () => {
    const values = [
      '',
      '$my_ip',
      '${neutron.username}',
      '<password>',
      '{{ neutron_password }}',
      'NEUTRON_PASS',
      'CHANGE_ME',
    ]
    for (const value of values) strictEqual(await check(`[neutron]\npassword = ${value}\n`, 0o644), '', value)
    const urls = ['sqlite:////var/lib/nova.db', 'mysql://nova@db/nova', 'mysql://nova:NOVA_DBPASS@db/nova?charset=utf8']
    for (const url of urls) strictEqual(await check(`[database]\nconnection = ${url}\n`, 0o644), '', url)
    strictEqual(await check('[DEFAULT]\ntransport_url = rabbit://a:RABBIT_PASS@mq1,b:RABBIT_PASS@mq2/\n', 0o644), '')
    match(await check('[DEFAULT]\ntransport_url = rabbit://a:RABBIT_PASS@mq1,b:words@mq2/\n', 0o644), /secret-exposed/)
    match(await check('[neutron]\npassword = pa$word\n', 0o644), /secret-exposed/)
  })

  it('is known by an old name of its option, too', async () => {
    match(await check('[DEFAULT]\nsql_connection = mysql://nova:words@db/nova\n', 0o644), /removed-option/)
    const text = '[DEFAULT]\nnotification_transport_url = rabbit://nova:words@mq/\n'
    await inFolder({ 'nova.conf': text }, async folder => {
      chmodSync(join(folder, 'nova.conf'), 0o644)
      match((await runCli(['check', 'nova.conf', '--release', 'zed'], folder)).out, /secret-exposed/)
    })
  })

  it('is no sample of this project', async () => {
    const samples = join(import.meta.dirname, '../../samples')
    for (const name of ['deployment-hardened', 'deployment-weak']) {
      const { out } = await runCli(['check', join(samples, name, 'nova.conf'), '--format', 'json'])
      const { findings } = JSON.parse(out) as { findings: { rule: string }[] }
      deepStrictEqual(
        findings.filter(({ rule }) => rule === 'secret-exposed'),
        [],
      )
    }
  })
})

describe("What git's index says", () => {
  const isTracked = (...path: string[]) => new GitIndexes().isTracked(join(...path))
  const forms: readonly (readonly [what: string, init: string[], update: string[]])[] = [
    ['version 2', [], ['--index-version', '2']],
    ['version 4, which leaves out what two paths share', [], ['--index-version', '4']],
    ['with longer names of objects', ['--object-format=sha256'], ['--index-version', '2']],
  ]
  for (const [what, init, update] of forms) {
    it(`is understood: ${what}`, () =>
      inFolder(
        { 'a/nova.conf': '', 'a/nova.conf.d/1.conf': '', 'a/b.conf': '', 'ä/n.conf': '', 'a/new.conf': '' },
        folder => {
          git(folder, 'init', ...init)
          git(folder, 'add', 'a/nova.conf', 'a/nova.conf.d', 'a/b.conf', 'ä')
          git(folder, 'add', '--intent-to-add', 'a/b.conf')
          git(folder, 'update-index', ...update)
          const paths = ['a/nova.conf', 'a/nova.conf.d/1.conf', 'a/b.conf', 'ä/n.conf', 'a/new.conf', 'a/nova.con']
          writeFileSync(join(folder, 'a/nova.con'), '')
          deepStrictEqual(
            paths.map(path => isTracked(folder, path)),
            [true, true, true, true, false, false],
          )
        },
      ))
  }

  it('is asked in linked work trees and by way of links, and again when it changes', () =>
    inFolder({ 'repo/nova.conf': secret, 'elsewhere/nova.conf': secret }, folder => {
      const [repo, tree] = [join(folder, 'repo'), join(folder, 'tree')]
      track(repo)
      git(repo, 'commit', '-m', 'words')
      git(repo, 'worktree', 'add', tree)
      strictEqual(isTracked(tree, 'nova.conf'), true)
      strictEqual(isTracked(folder, 'elsewhere/nova.conf'), false)
      symlinkSync(join(repo, 'nova.conf'), join(folder, 'linked.conf'))
      strictEqual(isTracked(folder, 'linked.conf'), true)
      symlinkSync(join(folder, 'elsewhere/nova.conf'), join(repo, 'away.conf'))
      git(repo, 'add', 'away.conf')
      // Git keeps where a link leads to, not what is there.
      strictEqual(isTracked(repo, 'away.conf'), false)
      const index = new GitIndexes()
      writeFileSync(join(repo, 'new.conf'), secret)
      strictEqual(index.isTracked(join(repo, 'new.conf')), false)
      git(repo, 'add', 'new.conf')
      strictEqual(index.isTracked(join(repo, 'new.conf')), true)
    }))

  it('is not known, and not waited for, where the index is a pipe', () =>
    inFolder({ 'nova.conf': secret }, folder => {
      mkdirSync(join(folder, '.git'))
      execFileSync('mkfifo', [join(folder, '.git/index')])
      strictEqual(new GitIndexes().isTracked(join(folder, 'nova.conf')), undefined)
    }))

  it('is not known where it cannot be read wholly', () =>
    inFolder({ 'nova.conf': secret, 'b.conf': '' }, folder => {
      git(folder, 'init')
      strictEqual(isTracked(folder, 'nova.conf'), false)
      git(folder, 'add', 'nova.conf')
      git(folder, 'update-index', '--split-index')
      strictEqual(isTracked(folder, 'b.conf'), undefined)
      writeFileSync(join(folder, '.git/index'), 'DIRC no more')
      strictEqual(isTracked(folder, 'nova.conf'), undefined)
      renameSync(join(folder, '.git'), join(folder, 'git'))
      strictEqual(isTracked(folder, 'nova.conf'), false)
      strictEqual(isTracked(folder, 'nothing.conf'), undefined)
      mkdirSync(join(folder, '.git'))
      strictEqual(isTracked(folder, 'nova.conf'), false)
    }))
})
