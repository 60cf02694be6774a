import { Uri, workspace } from 'vscode'
import { isMissing } from './replaceFile'

/** Which of these files are gone. One that cannot be looked at may be there. */
export async function findGone(uris: readonly string[]): Promise<string[]> {
  const gone = await Promise.all(
    uris.map(uri =>
      Promise.resolve(workspace.fs.stat(Uri.parse(uri))).then(
        () => false,
        (error: unknown) => isMissing(error),
      ),
    ),
  )
  return uris.filter((_, index) => gone[index])
}
