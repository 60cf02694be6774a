import { workspace, type Uri } from 'vscode'
import type { ChangesParams } from '../../../server/src/protocol'
import type { Base } from './base'
import { added, deleted, untracked, type GitChange, type GitRepository } from './gitExtension'

/** How many commits of the range are looked at for tags. */
const mostCommits = 300

/** The files that differ from a commit, the names that they had, and the commits since. */
export interface Differing {
  readonly params: ChangesParams
  /** What files of the working tree were called in the base, where that was something else. */
  readonly formerly: ReadonlyMap<string, string>
}

/** What the server has to know to compare the working tree with a commit: its files, those typed in included. */
export async function differingFrom(repository: GitRepository, base: Base): Promise<Differing> {
  const [changes, commits] = await Promise.all([repository.diffWith(base.commit), commitsSince(repository, base)])
  const pathOf = (uri: Uri): string[] => pathBelow(repository.rootUri, uri)
  const { workingTreeChanges, untrackedChanges = [] } = repository.state
  const fresh = [...workingTreeChanges, ...untrackedChanges].filter(({ status }) => status === untracked)
  const before = new Set(
    changes.filter(({ status }) => !added.includes(status)).flatMap(one => pathOf(one.originalUri)),
  )
  const after = new Set(
    [...changes.filter(({ status }) => !deleted.includes(status)), ...fresh].flatMap(one => pathOf(nowOf(one))),
  )
  const typed = workspace.textDocuments.filter(({ isDirty }) => isDirty).flatMap(({ uri }) => pathOf(uri))
  for (const path of typed.filter(one => !after.has(one))) {
    before.add(path)
    after.add(path)
  }
  const formerly = changes.flatMap(one => {
    const [from, to] = [pathOf(one.originalUri)[0], pathOf(nowOf(one))[0]]
    return from !== undefined && to !== undefined && from !== to ? [[to, from] as const] : []
  })
  const root = repository.rootUri.toString()
  return {
    params: { root, base, before: [...before], after: [...after], commits },
    formerly: new Map(formerly),
  }
}

function nowOf({ uri, renameUri }: GitChange): Uri {
  return renameUri ?? uri
}

async function commitsSince(repository: GitRepository, { commit }: Base): Promise<ChangesParams['commits']> {
  const all = await repository.log({ range: `${commit}..HEAD`, maxEntries: mostCommits })
  const tagged = all.filter(({ message }) => message.includes('Impact'))
  return Promise.all(
    tagged.map(async ({ hash, message, parents }) => {
      const changes = parents[0] === undefined ? [] : await repository.diffBetween(parents[0], hash)
      return { commit: hash, message, files: changes.flatMap(({ uri }) => pathBelow(repository.rootUri, uri)) }
    }),
  )
}

/** The path of a file from a folder; none outside of it. */
export function pathBelow(root: Uri, { path, scheme }: Uri): string[] {
  const folder = root.path.replace(/\/?$/, '/')
  return scheme === root.scheme && path.startsWith(folder) ? [path.slice(folder.length)] : []
}
