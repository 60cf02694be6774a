/**
 * The custom requests between client and server, and their plain types: all that the client may import from the
 * server. Imports nothing. Positions and ranges count as LSP does: from 0, in UTF-16 code units, ends exclusive.
 */

export interface Position {
  line: number
  character: number
}
export interface Range {
  start: Position
  end: Position
}
export type Severity = 'warning' | 'information' | 'hint'

/** Server to client: the URIs of all Python files of the workspace that the globs let through. */
export const listFiles = 'novaConfigReview/listFiles'
export interface ListFilesParams {
  include: string[]
  exclude: string[]
}
export type ListFilesResult = string[]

/** Server to client: the texts of files, in the order asked for; null where a file cannot be read (the client logs why). */
export const readFiles = 'novaConfigReview/readFiles'
export interface ReadFilesParams {
  uris: string[]
}
export type ReadFilesResult = (string | null)[]

/** Client to server: the inventory as a tree of two levels, ready to be shown. */
export const inventory = 'novaConfigReview/inventory'
export const groupings = ['group', 'file', 'severity', 'category'] as const
export type Grouping = (typeof groupings)[number]
export interface InventoryParams {
  groupBy: Grouping
  /** Only options with findings. */
  findingsOnly: boolean
  /** Only options that matter to security. */
  securityRelevantOnly: boolean
}
export interface InventoryResult {
  /** Whether the workspace is still being read: what is here may not be all. */
  indexing: boolean
  sections: Section[]
  summary: Summary
}
export interface Section {
  /** Stable over time, for the view's expansion state. */
  id: string
  /** `[libvirt]`, `nova/conf/libvirt.py`, `Warning`. */
  label: string
  options: OptionRow[]
  /** How many findings its options have. */
  findingCount: number
  /** The most severe of them. */
  severity?: Severity
}
export interface OptionRow {
  /** Stable over time and unique in the tree. */
  id: string
  uri: string
  /** The whole declaration. */
  range: Range
  /** The option's name in it. */
  selectionRange: Range
  name: string
  /** As an operator writes it: `[libvirt] virt_type`. */
  qualifiedName: string
  /** `StrOpt = 'kvm'`. */
  description: string
  /** The most severe finding; absent without findings. */
  severity?: Severity
  category: string
  findingCount: number
  /** The rules that found something, most severe first. */
  rules: string[]
}
export interface Summary {
  options: number
  warning: number
  information: number
  hint: number
}

/** Client to server: what the hover says of one option, as Markdown; null when it is gone. */
export const describeOption = 'novaConfigReview/describeOption'
export interface OptionParams {
  uri: string
  /** The id of its `OptionRow`. */
  id: string
}
export type DescribeOptionResult = string | null

/** Client to server: the option as a line of nova.conf (`[group]` first); null when it is gone. */
export const confLine = 'novaConfigReview/confLine'
export type ConfLineResult = string | null

/** Server to client, a notification: the inventory is another now. Sent at most a few times a second. */
export const inventoryChanged = 'novaConfigReview/inventoryChanged'
export interface InventoryChangedParams {
  indexing: boolean
  summary: Summary
}

/** Client to server: read the whole workspace anew. Answers when done. */
export const refresh = 'novaConfigReview/refresh'

/** Client to server, a notification: a file of the workspace came, changed or went. */
export const filesChanged = 'novaConfigReview/filesChanged'
export interface FilesChangedParams {
  changed: string[]
  deleted: string[]
}

/** The scheme of rule pages inside VS Code: `nova-config-review:/rules/<name>.md`, served by the client. */
export const pageScheme = 'nova-config-review'

/** Handed over at initialization. */
export interface InitializationOptions {
  /** The bytes' places: the client resolves them, the server's host reads them. */
  runtimeWasm: string
  grammarWasm: string
}

/** The settings below `novaConfigReview`. */
export interface Settings {
  rules: Record<string, Severity | 'off'>
  minimumSeverity: Severity
  include: string[]
  exclude: string[]
}
