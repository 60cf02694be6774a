/** Who may read a configuration file, as its host can tell. */
export interface FileAccess {
  readonly file: string
  /** POSIX permission bits; undefined where the system has none. */
  readonly mode: number | undefined
  /** Whether git tracks it; undefined where that is not known. */
  readonly isTracked?: boolean | undefined
}
