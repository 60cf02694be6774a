import { type Decoded, decodePython } from './decodePython'

/** A kind of files that are read: by what they are known, and how their bytes become text. */
export interface FileKind {
  readonly name: 'python' | 'conf'
  /** What the names of its files end with. */
  readonly ending: string
  /** The editor's language whose documents are of this kind; undefined where only the command line reads them. */
  readonly language: string | undefined
  /** Whether all files of a folder that are named so are read. Other kinds are read where somebody opens or names one. */
  readonly isSought: boolean
  /** Text of a file's bytes; undefined for what cannot be one. */
  decode(bytes: Uint8Array): Decoded | undefined
  /** Whether a document is sign enough that the editor's server is wanted. Quick on any text. */
  concerns(text: string): boolean
}

/** Modules: options are declared in them, and used, mostly by the `CONF` of another module. */
export const pythonFiles: FileKind = {
  name: 'python',
  ending: '.py',
  language: 'python',
  isSought: true,
  decode: decodePython,
  concerns: text => /\boslo[._]config\b|^CONF\s*=[\w .]*\.CONF\b|\bimport\b.{0,300}\bCONF\b/m.test(text),
}

/** What gives options their values. Any program's files may be named so. */
export const confFiles: FileKind = {
  name: 'conf',
  ending: '.conf',
  language: 'oslo-config',
  isSought: true,
  decode: decodeConf,
  concerns: () => true,
}

/** All that is read. Who watches, lists, opens and reads files goes by this table. */
export const fileKinds: readonly FileKind[] = [pythonFiles, confFiles]

/** The kind of the files that are named so; undefined for files that nobody reads. */
export function kindOfPath(path: string): FileKind | undefined {
  return fileKinds.find(kind => path.endsWith(kind.ending))
}

/** The kind of the documents in a language of the editor; undefined for those that nobody reads. */
export function kindOfLanguage(language: string): FileKind | undefined {
  return fileKinds.find(kind => kind.language === language)
}

/** Whether a file is one of those that are sought through folders. */
export function isSought(path: string): boolean {
  return kindOfPath(path)?.isSought === true
}

/** Globs by which the files are found that are sought through folders. */
export const soughtGlobs: readonly string[] = fileKinds.filter(kind => kind.isSought).map(globOf)

/** The glob of a kind's files, at any depth. */
export function globOf({ ending }: FileKind): string {
  return `**/*${ending}`
}

/** oslo.config knows no encoding but UTF-8, and no byte order mark. */
function decodeConf(bytes: Uint8Array): Decoded | undefined {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) }
  } catch {
    return undefined
  }
}
