/** What this needs of `workspace.fs`, for whatever names files there. */
export interface Disk<Place> {
  readFile(file: Place): Thenable<Uint8Array>
  writeFile(file: Place, content: Uint8Array): Thenable<void>
  rename(from: Place, to: Place, options: { overwrite: boolean }): Thenable<void>
  delete(file: Place): Thenable<void>
  /** Whether others have a place of this kind in the same folder, because they are writing there. Left out: nobody ever has. */
  isContended?(beside: Place): Thenable<boolean>
}

/** Somebody else wrote the file, or is about to: nothing was written. */
export class ChangedMeanwhile extends Error {
  constructor() {
    super('it was changed meanwhile: please try again')
  }
}

/**
 * Puts a text in the place of a file's, or makes the file: all of it or, where the disk can, nothing. `beside` is a
 * place in the same folder for the time of writing. It is a ticket, too: who writes the file at the same time sees the other's,
 * and of two who do not look at the same moment, the later finds what the earlier wrote.
 * @throws what the disk says, or that the file does not say `former` (null: is not there) any more; it stays as it is
 */
export async function replaceFile<Place>(
  disk: Disk<Place>,
  file: Place,
  beside: Place,
  former: string | null,
  text: string,
): Promise<void> {
  await refuseOther(disk, file, former)
  try {
    await disk.writeFile(beside, new TextEncoder().encode(text))
    if ((await disk.isContended?.(beside)) === true) throw new ChangedMeanwhile()
    await refuseOther(disk, file, former)
    await disk.rename(beside, file, { overwrite: true })
  } catch (error) {
    // A disk may take the old file away before the new one has its name: then the new one is all there is.
    const isLost = former !== null && (await textOf(disk, file).catch(() => '')) === null
    if (isLost) throw new Error(`it is lost, and its new text lies in ${String(beside)}`, { cause: error })
    await Promise.resolve(disk.delete(beside)).catch(() => undefined)
    throw error
  }
}

/**
 * Takes a file away.
 * @throws what the disk says, or that the file does not say `former` any more; it stays as it is
 */
export async function removeFile<Place>(disk: Disk<Place>, file: Place, former: string | null): Promise<void> {
  await refuseOther(disk, file, former)
  await disk.delete(file)
}

async function refuseOther<Place>(disk: Disk<Place>, file: Place, former: string | null): Promise<void> {
  if ((await textOf(disk, file)) !== former) throw new ChangedMeanwhile()
}

/** The text of a file; null where there is none. */
export async function textOf<Place>(disk: Pick<Disk<Place>, 'readFile'>, file: Place): Promise<string | null> {
  try {
    return new TextDecoder().decode(await disk.readFile(file))
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

/** Whether an error of the disk says that there is no such file, rather than that it cannot be looked at. */
export function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'FileNotFound'
}
