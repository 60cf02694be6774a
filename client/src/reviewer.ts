import { ConfigurationTarget, extensions, window, workspace, type Uri } from 'vscode'
import { settingsSection } from '../../server/src/protocol'
import { asReason } from './reason'

/** Who reviews in this window: as the setting says, else as git knows them, else as they say when asked once. */
export async function reviewerName(near: Uri): Promise<string | undefined> {
  return nameInSettings() ?? asReason(await nameInGit(near)) ?? askName()
}

function nameInSettings(): string | undefined {
  return asReason(workspace.getConfiguration(settingsSection).get<string>('reviewer', ''))
}

/** The part of VS Code's git extension that is used. It is not active in a window that does not trust its folder. */
interface GitExtension {
  getAPI(version: 1): {
    getRepository(uri: Uri): { getConfig(key: string): Promise<string> } | null
  }
}

async function nameInGit(near: Uri): Promise<string> {
  try {
    const git = extensions.getExtension<GitExtension>('vscode.git')
    if (git?.isActive !== true) return ''
    return (await git.exports.getAPI(1).getRepository(near)?.getConfig('user.name')) ?? ''
  } catch {
    // Git is not installed, or turned off.
    return ''
  }
}

async function askName(): Promise<string | undefined> {
  const typed = await window.showInputBox({
    title: 'Who reviews?',
    prompt: 'Your name, as it is to stand beside what you say of options. It is kept in your settings.',
    ignoreFocusOut: true,
    validateInput: text => (asReason(text) === undefined ? 'Please type a name.' : undefined),
  })
  const name = asReason(typed ?? '')
  if (name !== undefined) {
    await workspace.getConfiguration(settingsSection).update('reviewer', name, ConfigurationTarget.Global)
  }
  return name
}
