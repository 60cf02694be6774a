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
  /** The later release that is the first to have this option: `nova 30.0.0 (2024.2 Dalmatian)`. */
  comesWith(group: string, key: string): string | undefined
}

export const noHistory: History = { removed: () => undefined, comesWith: () => undefined }
