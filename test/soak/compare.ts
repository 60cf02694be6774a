import type { PythonParser } from '../../server/src/engine/index'
import { answersOf, differencesOf } from './answers'
import { Editor } from './editor'
import type { ClientKind, Operation, Texts } from './operation'

/** A server with some past: the texts that it began with, and what happened since. */
export interface Past {
  readonly kind: ClientKind
  readonly texts: Texts
  readonly operations: readonly Operation[]
}

/** What a server at rest answers otherwise than one that has just been started over the same texts. */
export async function differencesFromFresh(
  editor: Editor,
  kind: ClientKind,
  parser: Promise<PythonParser>,
): Promise<string[]> {
  const { files, ...others } = editor.texts
  // In another order, too: that of a listing means nothing.
  const backwards = Object.fromEntries(Object.entries(files).reverse())
  const fresh = await Editor.start({ files: backwards, ...others }, kind, parser)
  const differences = differencesOf(await answersOf(editor), await answersOf(fresh))
  await fresh.stop()
  return differences
}

/** The same for a server that goes through this past now. One that never comes to rest is told as a difference. */
export async function differencesAfter(
  { kind, texts, operations }: Past,
  parser: Promise<PythonParser>,
): Promise<string[]> {
  const editor = await Editor.start(texts, kind, parser)
  try {
    await editor.play(operations)
    await editor.rest()
    return await differencesFromFresh(editor, kind, parser)
  } catch (error) {
    return [String(error)]
  } finally {
    await editor.stop()
  }
}
