/**
 * The custom requests between client and server, and their plain types: all that the client may import from the
 * server. Imports the kinds of files alone. Positions and ranges count as LSP does: from 0, in UTF-16 code units, ends exclusive.
 */
export { isSought, kindOfLanguage, kindOfPath, fileKinds, globOf, pythonFiles, soughtGlobs } from './fileKinds'

export interface Position {
  line: number
  character: number
}
export interface Range {
  start: Position
  end: Position
}
export type Severity = 'error' | 'warning' | 'information' | 'hint'

/**
 * Server to client: the URIs of all sought files of the workspace's folders that their globs let through; more than
 * those is no mistake, the globs only save the client work.
 */
export const listFiles = 'novaConfigReview/listFiles'
export interface ListFilesParams {
  folders: FolderGlobs[]
}
/** Which files of a folder are read, by globs from the folder. */
export interface FolderGlobs {
  uri: string
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

/**
 * Server to client: the texts of files that settings lie in, in the order asked for; null where there is none, which is
 * no mistake. Of changes of these files the client tells from then on.
 */
export const readSettingsFiles = 'novaConfigReview/readSettingsFiles'
export type ReadSettingsFilesParams = ReadFilesParams
export type ReadSettingsFilesResult = ReadFilesResult

/** Client to server, a notification: files that settings lie in came, changed or went. */
export const settingsFilesChanged = 'novaConfigReview/settingsFilesChanged'

/** Server to client: which of these files are gone. One that the client cannot look at is not gone. */
export const findGone = 'novaConfigReview/findGone'
export type FindGoneParams = ReadFilesParams
export type FindGoneResult = string[]

/** Client to server: the files to be written so that everything found now is known. */
export const makeBaseline = 'novaConfigReview/makeBaseline'
export type MakeBaselineResult =
  /** Both lists are empty where the settings turn the baseline off everywhere, or no folder is open. */
  | { state: 'made'; files: BaselineFile[]; refused: RefusedBaseline[] }
  /** The workspace is still being read; the last reading did not come to its end; making them failed (see the log). */
  | { state: 'reading' | 'incomplete' | 'failed' }
/** A file of the team to be written. */
export interface WrittenFile {
  uri: string
  text: string
  /** What the file said when this text was made to follow it; null where there was none. */
  former: string | null
  /** The workspace's folder that the file lies in: no link may lead from there to the file. */
  folder: string
}
export interface BaselineFile extends WrittenFile {
  /** The findings that it newly knows by severity, and how many it knew before. */
  counts: Counts
  /** How many Python files could not be read wholly: what the baseline said of them stays. */
  unread: number
}
/** Client to server, about a finding that is known: the baseline file without it, as `makeBaseline` answers. */
export const forgetFinding = 'novaConfigReview/forgetFinding'

/** A file that may not be written over, and why, in a clause. */
export interface RefusedBaseline {
  uri: string
  reason: string
}

/** How an option stands in the review: what somebody has to look at first. */
export type ReviewStateName =
  'expired-risk' | 'finding' | 'question' | 'accepted-risk' | 'reviewed' | 'changed-since-review' | 'unreviewed'
/** What a person says of an option. `unreviewed` takes back what they said. */
export type MarkState = 'reviewed' | 'question' | 'accepted-risk' | 'finding' | 'unreviewed'

/** Client to server: the files to be written so that they say of an option what a person says now. */
export const changeReviews = 'novaConfigReview/changeReviews'
export interface ChangeReviewsParams {
  uri: string
  /** The id of an `OptionRow`, or else a position in a declaration. */
  id?: string
  position?: Position
  reviewer: string
  change: ReviewChange
}
export type ReviewChange =
  /** `expires` is the last day on which a risk is accepted, `2027-06-30`. */
  | { kind: 'mark'; state: MarkState; reason?: string; expires?: string }
  | { kind: 'note'; note: string }
  /** A note of the reviewer, as `ReviewThread` has it. */
  | { kind: 'take back note'; date: string; note: string }
export type ChangeReviewsResult =
  /** `options` are the qualified names of those that are meant. */
  | { state: 'made'; files: WrittenFile[]; options: string[] }
  /** The file is broken: it may not be written over. */
  | { state: 'refused'; uri: string; reason: string }
  /** Nothing is declared there; its name is computed; the file lies in no folder; still reading; it failed (see the log). */
  | { state: 'no option' | 'no name' | 'no folder' | 'reading' | 'failed' }

/** Client to server: reads what people said anew. Answers when it counts; the watcher of files may be some time behind. */
export const reviewsWritten = 'novaConfigReview/reviewsWritten'

/** Client to server: the next option behind a place that nobody has judged as it is now; null when there is none left. */
export const nextUnreviewed = 'novaConfigReview/nextUnreviewed'
export interface NextUnreviewedParams {
  uri?: string
  position?: Position
}
export type NextUnreviewedResult = { uri: string; range: Range; qualifiedName: string; left: number } | null

/** Client to server: the options that a file declares, and the notes on them, oldest first. */
export const reviewThreads = 'novaConfigReview/reviewThreads'
export interface ReviewThreadsParams {
  uri: string
}
export interface ReviewThread {
  /** The `Option.id`. */
  id: string
  /** The whole declaration, and the name in it. */
  declaration: Range
  range: Range
  /** The option's qualified name. */
  title: string
  /** What reviewers said of it: `reviewed by Jane`; empty where nobody has judged it. */
  words: string
  notes: { reviewer: string; date: string; note: string }[]
}

/** Client to server: the inventory as a tree, ready to be shown: sections, their options, the findings on each. */
export const inventory = 'novaConfigReview/inventory'
export const groupings = ['group', 'file', 'severity', 'category'] as const
export type Grouping = (typeof groupings)[number]
export interface InventoryParams {
  groupBy: Grouping
  /** Only options with findings. */
  findingsOnly: boolean
  /** Only options that matter to security. */
  securityRelevantOnly: boolean
  /** Without the findings that the baseline knows. */
  hideKnown: boolean
  /** Only options of which no read is found outside of tests: none, until the whole workspace has been read. */
  unreadOnly: boolean
  /** Only options that nobody has judged as they are now. */
  notReviewedOnly: boolean
  /** Only options that changed since the base of the last comparison: none, until there is one. */
  changedOnly: boolean
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
  /** Findings that are rows of the section itself: by severity all of them, else those that are about no option. */
  findings: FindingRow[]
  /** Of all findings in it. */
  counts: Counts
  progress: Progress
}
/** How many options somebody has judged as they are now, of those that can be. */
export interface Progress {
  reviewed: number
  of: number
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
  /** Where it is declared, if another row beside it looks the same: `nova/conf/api.py:12`. */
  place?: string
  category: string
  /** What people said of it; absent where nobody did. */
  review?: RowReview
  /** What changed about it since the base of the last comparison: `default, help`. */
  changed?: string
  /** Most severe first, those that the baseline knows last. */
  findings: FindingRow[]
}
export interface RowReview {
  state: ReviewStateName
  /** `question by Joe, reviewed by Jane`; empty where there are notes only. */
  words: string
  notes: number
}
export interface FindingRow {
  /** Stable over time and unique in the tree. */
  id: string
  uri: string
  range: Range
  rule: string
  /** Of one that the baseline knows: the severity that it would have if it were new. */
  severity: Severity
  message: string
  /** What it is about: an option's qualified name, or a file. */
  subject: string
  /** Recorded in the baseline. */
  known?: true
  /** The title of the first fix; absent where there is none. */
  fix?: string
  /** Where it is, if another row beside it looks the same. */
  place?: string
}
/** How many findings loud enough to be shown there are of each severity; those that the baseline knows count as `known` alone. */
export interface Counts {
  error: number
  warning: number
  information: number
  hint: number
  known: number
}
export interface Summary extends Counts {
  options: number
  review: Progress
  /** A person wants findings of changed options alone; while nothing could be compared, all are told. */
  changesOnly?: 'in force' | 'not compared'
}

/** Client to server: what the hover says of one option, as Markdown; null when it is gone. */
export const describeOption = 'novaConfigReview/describeOption'
export interface OptionParams {
  uri: string
  /** The id of its `OptionRow`. */
  id: string
}
export type DescribeOptionResult = string | null

/**
 * Client to server, with `OptionParams`: where one option is read and written, as rows below it: by file, tests apart.
 * Empty when the option is gone.
 */
export const optionUses = 'novaConfigReview/optionUses'
export type OptionUsesResult = UseRow[]
export interface UseRow {
  /** Stable over time and unique in the tree. */
  id: string
  /**
   * What it shows: files, files of tests, a place that uses the option, one that hands its value on or is reached by it,
   * or a remark.
   */
  kind: 'file' | 'tests' | 'read' | 'write' | 'step' | 'sink' | 'remark'
  /** `nova/virt/libvirt/driver.py`, `Line 8`. */
  label: string
  /** `read · reaches a command in line 9`. */
  description: string
  /** Whether the value reaches something that matters: a command, a file, a log. */
  reaches: boolean
  /** Where it leads; absent for a row that leads nowhere. */
  at?: { uri: string; range: Range }
  children: UseRow[]
}

/** What speaks of one finding: its file, and the id of its `FindingRow`. */
export interface FindingParams {
  uri: string
  id: string
}

/** Client to server: LSP's code actions for one finding; null when it is gone or its document is not open. */
export const findingActions = 'novaConfigReview/findingActions'

/** Client to server: the option as a line of nova.conf (`[group]` first); null when it is gone. */
export const confLine = 'novaConfigReview/confLine'
export type ConfLineResult = string | null

/** Client to server: the review of a file, or of the whole workspace, to hand over, in seven parts. */
export const report = 'novaConfigReview/report'
export const reportFormats = ['md', 'html', 'json'] as const
export type ReportFormat = (typeof reportFormats)[number]
export interface ReportParams {
  /** Null for the workspace. */
  uri: string | null
  format: ReportFormat
}
export type ReportResult =
  /** `title` is what it is about, as people call it. */
  | { state: 'made'; title: string; text: string }
  /** The workspace is still being read; no options are declared there; it failed (see the log). */
  | { state: 'reading' | 'nothing' | 'failed' }

/** Server to client, a notification: the inventory is another now. Sent at most a few times a second. */
export const inventoryChanged = 'novaConfigReview/inventoryChanged'
export interface InventoryChangedParams {
  indexing: boolean
  summary: Summary
  /** The files of settings with mistakes, and how many: what is wrong there does not hold. */
  brokenSettings: { uri: string; mistakes: number }[]
  /** The workspace has configuration files of Nova. */
  hasDeployment?: true
}
export type BrokenSettings = InventoryChangedParams['brokenSettings'][number]

/** Client to server: what the checks say of the configuration files of Nova in the workspace, ready to be shown. */
export const deployments = 'novaConfigReview/deployments'
export interface DeploymentsResult {
  /** Whether the workspace is still being read: what is here may not be all. */
  indexing: boolean
  deployments: Deployment[]
}
/** Files that Nova reads together. */
export interface Deployment {
  /** Stable over time. */
  id: string
  /** The folder that they lie in. */
  label: string
  files: string[]
  /** Without those that hold nothing. */
  sections: CheckSection[]
  /** What cannot be read of them: oslo.config then reads nothing. */
  fault?: { message: string; place: { uri: string; range: Range } }
}
/** A verdict, or `default`: it passes, by a default that is relied on. In the order in which they are shown. */
export const checkStates = ['fail', 'unknown', 'default', 'pass', 'not-applicable'] as const
export type CheckState = (typeof checkStates)[number]
export interface CheckSection {
  state: CheckState
  checks: CheckRow[]
}
export interface CheckRow {
  /** Stable over time and unique in the tree. */
  id: string
  /** The check's own name. */
  check: string
  title: string
  state: CheckState
  /** `[libvirt] virt_type`; empty where it is about files. */
  option: string
  /** As it is in effect; empty where that is not known. */
  value: string
  /** `nova.conf:12` or `default`. */
  from: string
  uri: string
  range: Range
  evidence: string[]
  /** The line that makes it pass, where that does not depend on the site. */
  safer?: string
}

/** Client to server: what changed about options since a state of a repository, ready to be shown. A later question ends an earlier one. */
export const changes = 'novaConfigReview/changes'
export interface ChangesParams {
  /** The URI of the repository's folder; paths are from there, with `/`. */
  root: string
  /** With what the working tree is compared: as people call it, and its commit. */
  base: { name: string; commit: string }
  /** The files that differ, or may: those that the base has, and those that there are now. */
  before: string[]
  after: string[]
  /** The commits since the base whose messages may bear tags. */
  commits: { commit: string; message: string; files: string[] }[]
}
export type ChangesResult =
  | ComparedChanges
  /** The workspace is still being read, another question came, or why they cannot be compared. */
  | { state: 'reading' | 'overtaken' }
  | { state: 'failed'; reason: string }
export interface ComparedChanges {
  state: 'compared'
  /** The gravest first, without those that hold nothing. */
  sections: ChangeSection[]
  /** `3 changes (1 breaking, 2 cosmetic).` */
  summary: string
  /** What was not read wholly, or is wrong with a release note: `nova/conf/api.py cannot be read`. */
  problems: string[]
}
export const changeImpacts = ['security', 'breaking', 'operator-visible', 'cosmetic'] as const
export type ChangeImpact = (typeof changeImpacts)[number]
export interface ChangeSection {
  impact: ChangeImpact
  groups: { /** `[libvirt]` */ label: string; changes: ChangeRow[] }[]
}
export interface ChangeRow {
  /** Stable over time and unique in the tree. */
  id: string
  option: string
  kind: string
  /** `removed · StrOpt`, `default · 1 → 2`. */
  description: string
  why: string
  /** What it breaks, what was said of it, what is open: a line each. */
  details: string[]
  /** The team has accepted it. */
  accepted: boolean
  /** Where the declaration is, from the repository's folder: in the working tree, or in the base where that has none. */
  path: string
  range: Range
  side: 'base' | 'head'
  /** The section of a release note that has to name it, and a first draft of what that says; absent where a note does. */
  note?: { section: string; text: string }
  /** The old name that a declaration in the working tree no longer reads. */
  lost?: { group: string | null; name: string }
}

/**
 * Client to server: LSP's code actions that make the declaration at a position read an old name again; null where that
 * needs a person, or the document is not open.
 */
export const restoreName = 'novaConfigReview/restoreName'
export interface RestoreNameParams {
  uri: string
  position: Position
  name: string
  /** Null where it is the option's own. */
  group: string | null
}

/** Client to server, a notification: nobody waits any more for what changed. */
export const cancelChanges = 'novaConfigReview/cancelChanges'

/** Server to client: texts of files of a commit, or of the working tree, in the order asked for; null for what cannot be read. */
export const readVersions = 'novaConfigReview/readVersions'
export interface ReadVersionsParams {
  /** The URI of the repository's folder. */
  root: string
  commit: string | null
  paths: string[]
}
export type ReadVersionsResult = ReadFilesResult

/** Client to server: read the whole workspace anew. Answers when done. */
export const refresh = 'novaConfigReview/refresh'

/** Client to server, a notification: a file of the workspace came, changed or went. */
export const filesChanged = 'novaConfigReview/filesChanged'
export interface FilesChangedParams {
  changed: string[]
  deleted: string[]
}

/**
 * The scheme of rule pages inside VS Code: `nova-config-review:/rules/<name>.md`, served by the client (a text document
 * content provider). VS Code opens a diagnostic's link with any scheme as an editor, so the pages need no network. In
 * hovers and tooltips its sanitizer drops links of unknown schemes: those name the rule without a link.
 */
export const pageScheme = 'nova-config-review'

/** The address of a rule's page, from its name: what a diagnostic's `codeDescription.href` holds. */
export function pageUri(rule: string): string {
  return `${pageScheme}:/rules/${encodeURIComponent(rule)}.md`
}

/** Whether a rule has a page: a team's own policies have none. */
export function hasPage(rule: string): boolean {
  return !rule.includes('/')
}

/** The rule whose page a URI's path (`/rules/<name>.md`) names; undefined for any other path. */
export function ruleOfPage(path: string): string | undefined {
  return /^\/rules\/([a-z0-9-]+)\.md$/.exec(path)?.[1]
}

/** The `source` of our diagnostics. */
export const diagnosticSource = 'nova-config-review'

/** The section that the server asks `workspace/configuration` for. */
export const settingsSection = 'novaConfigReview'

/** The kind of the code action that applies every safe fix of a file. */
export const fixAllKind = 'source.fixAll.novaConfigReview'

/** A command of the client that code actions call with one argument, a rule's name: shows its page. */
export const openRuleCommand = 'novaConfigReview.openRuleDocumentation'

/**
 * A command of the client that code actions call, where it named it among the `commands` of its `InitializationOptions`:
 * asks for the reason, then for the comment with `ignoreEdit`, and applies that.
 */
export const ignoreWithReasonCommand = 'novaConfigReview.ignoreWithReason'
/** `position` is where the finding begins in that version of the document. */
export type IgnoreArguments = [uri: string, version: number, rule: string, position: Position]

/**
 * A command of the client that code lenses call, where it named it among its `commands`: shows where the option at a
 * position is used.
 */
export const showUsesCommand = 'novaConfigReview.showUses'
export type ShowUsesArguments = [uri: string, position: Position]

/** The modules over whose declarations a lens stands. */
export const lensScopes = ['configModules', 'everywhere', 'off'] as const
export type LensScope = (typeof lensScopes)[number]

/**
 * Client to server: the edit that writes the comment which ignores a finding; null when the document has another version
 * now, or no comment can stand there.
 */
export const ignoreEdit = 'novaConfigReview/ignoreEdit'
export interface IgnoreEditParams {
  uri: string
  version: number
  rule: string
  position: Position
  reason: string
}
export type IgnoreEditResult = TextEdit | null

/** What a diagnostic carries in `data`: all that its code actions need. */
export interface DiagnosticData {
  finding: DiagnosticFinding
}
export interface DiagnosticFinding {
  rule: string
  severity: Severity
  category: string
  message: string
  range: Range
  /** The `OptionRow`'s option: `Option.id`, absent for findings about a whole module. */
  option?: string
  fixes: DiagnosticFix[]
  references: { label: string; url: string }[]
  /** Recorded in the baseline. */
  known?: true
}
export interface DiagnosticFix {
  title: string
  safe: boolean
  edits: TextEdit[]
}
export interface TextEdit {
  range: Range
  newText: string
}

/** Handed over at initialization. */
export interface InitializationOptions {
  /** The client's commands that code actions may call; others are not called. */
  commands?: string[]
  /** The bytes of web-tree-sitter.wasm and of tree-sitter-python.wasm, for a server in a browser, which cannot fetch them. */
  runtimeWasm?: Uint8Array
  grammarWasm?: Uint8Array
  /** The bytes of catalogue.json, likewise. */
  catalogue?: Uint8Array
}
