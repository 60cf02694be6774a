/** The findings that a team knows of: recorded once, shown as hints, and gone from the record when they are gone. */
export type Baseline = readonly BaselineRecord[]

/** What is known of one option; of one file, where a finding is about no option whose name is known. */
export interface BaselineRecord {
  /** Group names as operators write them, joined by commas; absent for a file. */
  readonly group?: string
  readonly option?: string
  /** Where it was when it was recorded, from the folder that the settings are for. */
  readonly file: string
  readonly findings: readonly KnownFinding[]
}

export interface KnownFinding {
  readonly rule: string
  readonly content: string
  readonly count: number
}
