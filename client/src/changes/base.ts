import type { Memento } from 'vscode'
import type { GitRepository } from './gitExtension'

/** With what a person wants to compare: where the work began, or any name that git knows. */
export type BaseChoice = { readonly kind: 'mergeBase' } | { readonly kind: 'ref'; readonly name: string }

export interface Base {
  /** As people call it. */
  readonly name: string
  readonly commit: string
}

const key = 'changesBase'

/** What was chosen in this workspace; where the work began until then. */
export function chosenBase(memento: Memento): BaseChoice {
  const kept = memento.get<Partial<{ kind: string; name: string }>>(key, {})
  return kept.kind === 'ref' && typeof kept.name === 'string' ? { kind: 'ref', name: kept.name } : { kind: 'mergeBase' }
}

export function keepBase(memento: Memento, choice: BaseChoice): Thenable<void> {
  return memento.update(key, choice)
}

/** The commit that is meant. Rejects, in words for people, where there is none. */
export async function resolveBase(repository: GitRepository, choice: BaseChoice): Promise<Base> {
  if (choice.kind === 'ref') {
    const commit = await commitOf(repository, choice.name)
    if (commit === undefined) throw new Error(`"${choice.name}" is no commit, branch or tag here`)
    return { name: choice.name, commit }
  }
  const upstream = await upstreamOf(repository)
  const commit = upstream === undefined ? undefined : await repository.getMergeBase('HEAD', upstream)
  if (upstream === undefined || commit === undefined || commit === '')
    throw new Error('there is no branch that the work began from: choose with what to compare')
  return { name: `merge base with ${upstream}`, commit }
}

/** The branch that the work goes to. */
export async function upstreamOf(repository: GitRepository): Promise<string | undefined> {
  const { upstream } = repository.state.HEAD ?? {}
  const own = upstream === undefined ? [] : [`${upstream.remote}/${upstream.name}`]
  for (const name of [...own, 'origin/HEAD', 'origin/master', 'origin/main', 'master', 'main'])
    if ((await commitOf(repository, name)) !== undefined) return name
  return undefined
}

/** The commit that a name means; undefined where it means none. What looks like an option is none of git's. */
export async function commitOf(repository: GitRepository, name: string): Promise<string | undefined> {
  if (name.startsWith('-')) return undefined
  try {
    return (await repository.getCommit(name)).hash
  } catch {
    return undefined
  }
}
