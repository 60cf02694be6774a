import { workspace, type Uri } from 'vscode'
import { visible } from '../../server/src/safe/text'

/** A file as a person knows it, for logs and messages: whoever named it may have meant to mislead. */
export function shownPath(uri: Uri): string {
  return visible(workspace.asRelativePath(uri))
}
