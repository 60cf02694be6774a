import { type FileKind, kindOfPath } from '../fileKinds'

/** Takes in the texts of one kind of files, and knows what they say. */
export interface Reader {
  /** Puts a text in place of what was known of its file. */
  put(uri: string, text: string): void
  /** Understands a file whose text is at hand, now: somebody is looking at it. */
  prepare?(uri: string): void
  /** Forgets a file that is no more. */
  remove(uri: string): void
}

/** Who reads what: a text goes to all that read its kind. */
export class Readers {
  constructor(private readonly of: Readonly<Record<FileKind['name'], readonly Reader[]>>) {}

  /** Takes in a text; its kind is known of a document, and seen by the name of a file. Other texts are nobody's. */
  put(uri: string, text: string, kind: FileKind | undefined = kindOfPath(uri)): void {
    for (const reader of kind === undefined ? [] : this.of[kind.name]) reader.put(uri, text)
  }

  prepare(uri: string, kind: FileKind): void {
    for (const reader of this.of[kind.name]) reader.prepare?.(uri)
  }

  remove(uri: string): void {
    for (const reader of Object.values(this.of).flat()) reader.remove(uri)
  }
}
