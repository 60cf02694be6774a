import type { TaggedCommit } from '../../engine/index'
import { tagsIn } from '../../diff/tags'
import { gitText } from './git'

/** The commits that the head has and the base has not whose messages bear tags. The working tree has none of its own. */
export async function taggedCommits(cwd: string, base: string, head: string | null): Promise<TaggedCommit[]> {
  const range = `${base}..${head ?? 'HEAD'}`
  const all = await gitText(cwd, ['rev-list', '--no-merges', '--format=%x01%H%n%B', range])
  const commits = all.split('\x01').flatMap(text => {
    const [commit = '', ...lines] = text.split('\n')
    const message = lines.join('\n')
    const tags = tagsIn(message)
    return tags.length > 0 ? [{ commit, message, tags }] : []
  })
  return Promise.all(
    commits.map(async one => {
      const args = ['diff-tree', '--root', '--no-commit-id', '--name-only', '-r', '-z', '--no-ext-diff', one.commit]
      return { ...one, files: (await gitText(cwd, args)).split('\0').filter(Boolean) }
    }),
  )
}
