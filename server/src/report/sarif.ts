import { version } from '../../../package.json'
import type { Range, Severity } from '../engine/index'
import { address, safeJson } from '../safe/text'

/** A rule as SARIF describes it: for everybody who meets its results. */
export interface SarifRule {
  readonly id: string
  readonly severity: Severity
  readonly summary?: string
  /** Markdown that says what it finds, why that matters and what to do. */
  readonly help?: string
  /** Where to read on. */
  readonly helpUri?: string
  readonly tags?: readonly string[]
}

/** One result. Lines count from 0. */
export interface SarifResult {
  readonly rule: string
  readonly severity: Severity
  readonly message: string
  /** Relative to where the run was asked for, with `/` between folders; undefined: in no file. */
  readonly file: string | undefined
  /** undefined: the whole line, or the file's first one. */
  readonly range?: Range | undefined
  readonly line?: number | undefined
  /** What stays the same while the finding does, wherever it moves. */
  readonly fingerprint?: string
  readonly baselineState?: 'new' | 'unchanged'
  /** Why it is not to be shown as a problem: `inSource` by a comment, `external` by a file of the team's. */
  readonly suppression?: { readonly kind: 'inSource' | 'external'; readonly justification: string }
}

const levels = { error: 'error', warning: 'warning', information: 'note', hint: 'none' } as const

/**
 * Results as a SARIF 2.1.0 log, which code hosts and viewers show beside the lines. The same results give the same bytes.
 * @param complete whether everything was read: else the run says that it did not succeed
 */
export function sarifLog(rules: readonly SarifRule[], results: readonly SarifResult[], complete: boolean): string {
  const places = new Map(rules.map(({ id }, place) => [id, place]))
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Nova Config Review', version, semanticVersion: version, rules: rules.map(ruleOf) } },
        invocations: [{ executionSuccessful: complete }],
        columnKind: 'utf16CodeUnits',
        results: results.map(result => resultOf(result, places.get(result.rule))),
      },
    ],
  }
  return `${safeJson(JSON.stringify(log, null, 2))}\n`
}

function ruleOf({ id, severity, summary, help, helpUri, tags }: SarifRule): object {
  return {
    id,
    ...(summary === undefined ? {} : { shortDescription: { text: summary } }),
    ...(help === undefined ? {} : { help: { text: help, markdown: help } }),
    ...(helpUri === undefined ? {} : { helpUri: address(helpUri) }),
    defaultConfiguration: { level: levels[severity] },
    ...(tags === undefined ? {} : { properties: { tags } }),
  }
}

function resultOf(result: SarifResult, ruleIndex: number | undefined): object {
  const { rule, severity, message, file, fingerprint, baselineState, suppression } = result
  return {
    ruleId: rule,
    ...(ruleIndex === undefined ? {} : { ruleIndex }),
    level: levels[severity],
    message: { text: message },
    ...(file === undefined ? {} : { locations: [{ physicalLocation: placeOf(file, result) }] }),
    ...(fingerprint === undefined ? {} : { partialFingerprints: { 'novaConfigReview/v1': fingerprint } }),
    ...(baselineState === undefined ? {} : { baselineState }),
    ...(suppression === undefined ? {} : { suppressions: [{ ...suppression, status: 'accepted' }] }),
  }
}

function placeOf(file: string, { range, line }: SarifResult): object {
  const region = range && {
    startLine: range.start.line + 1,
    startColumn: range.start.character + 1,
    endLine: range.end.line + 1,
    endColumn: range.end.character + 1,
  }
  return { artifactLocation: { uri: uriOf(file) }, region: region ?? { startLine: (line ?? 0) + 1 } }
}

/** A path as a reference in a URI: no character of it means anything else there. */
function uriOf(path: string): string {
  const parts = path.split('/').map(part => encodeURIComponent(part.replace(/\p{Surrogate}/gu, '\ufffd')))
  return path.startsWith('/') ? `file://${parts.join('/')}` : parts.join('/')
}
