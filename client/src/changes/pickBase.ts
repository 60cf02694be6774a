import { QuickPickItemKind, window, type QuickPickItem } from 'vscode'
import { label } from '../../../server/src/safe/text'
import { commitOf, upstreamOf, type BaseChoice } from './base'
import type { GitRepository } from './gitExtension'

interface Item extends QuickPickItem {
  readonly choice?: BaseChoice
}

/** Asks with what to compare; undefined when the person turns away. */
export async function pickBase(repository: GitRepository): Promise<BaseChoice | undefined> {
  const placeHolder = 'Compare the options of the working tree with...'
  const picked = await window.showQuickPick(itemsFor(repository), { placeHolder, matchOnDescription: true })
  if (picked === undefined) return undefined
  return picked.choice ?? askCommit(repository)
}

async function itemsFor(repository: GitRepository): Promise<Item[]> {
  const [upstream, previous, before, refs] = await Promise.all([
    upstreamOf(repository),
    described(repository, 'HEAD@{1}'),
    described(repository, 'HEAD~1'),
    repository.getRefs({ sort: 'committerdate' }),
  ])
  const named = (type: readonly number[]): Item[] =>
    refs.flatMap(({ name, commit = '', ...ref }) =>
      name !== undefined && type.includes(ref.type) ? [refItem(name, commit.slice(0, 8))] : [],
    )
  const mergeBase: Item = {
    label: '$(git-merge) Merge Base with Upstream',
    description: upstream === undefined ? 'there is no upstream' : label(upstream),
    choice: { kind: 'mergeBase' },
  }
  return [
    mergeBase,
    ...(previous === undefined ? [] : [nameItem('$(history) Previous Patch Set', 'HEAD@{1}', previous)]),
    ...(before === undefined ? [] : [nameItem('$(git-commit) Commit Before the Last', 'HEAD~1', before)]),
    { label: '$(edit) Enter a Commit...' },
    { label: 'Branches', kind: QuickPickItemKind.Separator },
    ...named([0, 1]),
    { label: 'Tags', kind: QuickPickItemKind.Separator },
    ...named([2]),
  ]
}

function refItem(name: string, description: string): Item {
  return { label: label(name).replaceAll('$(', '$ ('), description, choice: { kind: 'ref', name } }
}

function nameItem(title: string, name: string, description: string): Item {
  return { label: title, description: `${name} · ${description}`, choice: { kind: 'ref', name } }
}

/** The subject of a commit; undefined where there is none. */
async function described(repository: GitRepository, name: string): Promise<string | undefined> {
  try {
    const { hash, message } = await repository.getCommit(name)
    return `${hash.slice(0, 8)} ${label(message.split('\n')[0] ?? '', 60)}`
  } catch {
    return undefined
  }
}

async function askCommit(repository: GitRepository): Promise<BaseChoice | undefined> {
  const name = await window.showInputBox({
    prompt: 'A commit, branch or tag',
    validateInput: async text =>
      text.trim() === '' || (await commitOf(repository, text.trim())) === undefined
        ? 'There is no such commit, branch or tag here.'
        : undefined,
  })
  return name === undefined ? undefined : { kind: 'ref', name: name.trim() }
}
