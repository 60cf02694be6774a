import { extensions, workspace, type Event, type Uri } from 'vscode'

/** What we use of the API (version 1) of VS Code's own git extension, which runs git where a person trusts the workspace. */
export interface GitApi {
  readonly repositories: readonly GitRepository[]
  readonly state: 'uninitialized' | 'initialized'
  readonly onDidChangeState: Event<unknown>
  readonly onDidOpenRepository: Event<GitRepository>
  readonly onDidCloseRepository: Event<GitRepository>
  toGitUri(uri: Uri, ref: string): Uri
}

export interface GitRepository {
  readonly rootUri: Uri
  readonly state: {
    readonly HEAD: { readonly name?: string; readonly upstream?: { remote: string; name: string } } | undefined
    readonly workingTreeChanges: readonly GitChange[]
    readonly untrackedChanges?: readonly GitChange[]
    readonly onDidChange: Event<void>
  }
  getRefs(query: { sort?: 'alphabetically' | 'committerdate' }): Promise<readonly GitRef[]>
  getCommit(ref: string): Promise<GitCommit>
  getMergeBase(one: string, other: string): Promise<string | undefined>
  diffWith(ref: string): Promise<readonly GitChange[]>
  diffBetween(one: string, other: string): Promise<readonly GitChange[]>
  log(options: { range: string; maxEntries: number }): Promise<readonly GitCommit[]>
  buffer(ref: string, path: string): Promise<Uint8Array>
}

export interface GitRef {
  /** 0: a branch, 1: one of a remote, 2: a tag. */
  readonly type: number
  readonly name?: string
  readonly remote?: string
  readonly commit?: string
}

export interface GitCommit {
  readonly hash: string
  readonly message: string
  readonly parents: readonly string[]
}

export interface GitChange {
  readonly uri: Uri
  readonly originalUri: Uri
  readonly renameUri: Uri | undefined
  readonly status: number
}

/** Statuses as the extension numbers them. */
export const added = [1, 7, 9]
export const deleted = [2, 6]
export const untracked = 7

/** Why there is nothing to ask. */
export type NoGit = 'untrusted' | 'noGit' | 'noRepository'

/** The extension's API; why there is none otherwise. In a workspace that nobody trusts VS Code switches it off. */
export async function gitApi(): Promise<GitApi | NoGit> {
  const extension = extensions.getExtension<{ enabled: boolean; getAPI(version: 1): GitApi }>('vscode.git')
  if (extension === undefined) return workspace.isTrusted ? 'noGit' : 'untrusted'
  const { enabled, getAPI } = await bound(extension.activate())
  return enabled ? getAPI(1) : 'noGit'
}

/** Its API looks at `this`. */
async function bound(activated: Thenable<{ enabled: boolean; getAPI(version: 1): GitApi }>) {
  const exported = await activated
  return { enabled: exported.enabled, getAPI: (version: 1) => exported.getAPI(version) }
}

/** The repository of the workspace's first folder that has one, whether around it or in it. */
export function repositoryOf({ repositories }: GitApi): GitRepository | undefined {
  const folders = (workspace.workspaceFolders ?? []).map(({ uri }) => `${uri.toString()}/`)
  const near = (repository: GitRepository, folder: string): boolean => {
    const root = `${repository.rootUri.toString()}/`
    return root.startsWith(folder) || folder.startsWith(root)
  }
  return folders.flatMap(folder => repositories.filter(repository => near(repository, folder)))[0]
}
