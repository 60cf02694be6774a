import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { inFolder } from './folder'

/** A real repository for one test. */
export interface Repository {
  readonly folder: string
  /** Writes files, deletes those that are null, and commits all. */
  readonly commit: (files: Readonly<Record<string, string | null>>, message?: string) => void
  readonly write: (files: Readonly<Record<string, string | null>>) => void
  readonly git: (...args: readonly string[]) => string
}

/** Runs `use` in a new repository and removes it afterwards. */
export function inRepository<T>(use: (repository: Repository) => T | Promise<T>): Promise<T> {
  return inFolder({}, folder => {
    const git = (...args: readonly string[]): string =>
      execFileSync('git', ['-c', 'user.name=A Tester', '-c', 'user.email=tester@example.org', ...args], {
        cwd: folder,
        encoding: 'utf8',
        env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' },
      })
    const write: Repository['write'] = files => {
      for (const [name, text] of Object.entries(files)) {
        const path = join(folder, name)
        mkdirSync(dirname(path), { recursive: true })
        if (text === null) rmSync(path)
        else writeFileSync(path, text)
      }
    }
    git('init', '--quiet', '--initial-branch=master')
    const commit: Repository['commit'] = (files, message = 'A change') => {
      write(files)
      git('add', '--all')
      git('commit', '--quiet', '--allow-empty', '-m', message)
    }
    return use({ folder, git, write, commit })
  })
}
