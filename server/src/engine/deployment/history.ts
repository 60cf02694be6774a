/** An option that a release no longer has. */
export interface RemovedOption {
  readonly package: string
  /** The release that came without it: `20.0.0 (Train)`. */
  readonly removedIn: string
  /** What took its place, as `[group] name`; undefined where that is not known. */
  readonly replacement: string | undefined
}

/** What is known of options that are no more. */
export interface History {
  removed(group: string, key: string): RemovedOption | undefined
}

export const noHistory: History = { removed: () => undefined }
