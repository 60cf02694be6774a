import { DiagnosticTag, DocumentDiagnosticReportKind } from 'vscode-languageserver'
import type { Diagnostic, DocumentDiagnosticReport } from 'vscode-languageserver'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import { isKnown, isSameRange, isShown, loudness } from '../../engine/index'
import type { Finding, Option } from '../../engine/index'
import { diagnosticSource, hasPage, pageUri } from '../../protocol'
import type { DiagnosticData, DiagnosticFinding } from '../../protocol'
import { address, label, message } from '../../safe/text'
import { toDiagnosticSeverity, toRange } from '../convert'
import type { Facts } from '../facts'
import { FixWriter } from '../fixWriter'

/** Answers `textDocument/diagnostic`; `unchanged` while nothing is other that findings rest on. */
export function pullDiagnostics(
  facts: Facts,
  document: TextDocument | undefined,
  previousResultId: string | undefined,
): DocumentDiagnosticReport {
  if (document === undefined) return { kind: DocumentDiagnosticReportKind.Full, items: [] }
  const resultId = facts.stamp(document.uri)
  if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId }
  return { kind: DocumentDiagnosticReportKind.Full, resultId, items: diagnosticsOf(facts, document) }
}

/** What stands in Problems: a squiggle for each finding, at its own place. */
export function diagnosticsOf(facts: Facts, document: TextDocument): Diagnostic[] {
  const writer = new FixWriter(document, facts.module(document.uri))
  return shownFindings(facts, document.uri).map(finding => ({
    ...toDiagnostic(facts, finding),
    data: { finding: toDiagnosticFinding(writer, finding) } satisfies DiagnosticData,
  }))
}

/** The same for a file that is not open: what can be done about a finding is asked for once it is. */
export function diagnosticsOfClosed(facts: Facts, uri: string): Diagnostic[] {
  return shownFindings(facts, uri).map(finding => toDiagnostic(facts, finding))
}

/** The findings loud enough for Problems. */
export function shownFindings(facts: Facts, uri: string): readonly Finding[] {
  const { minimumSeverity } = facts.settingsOf(uri)
  return facts.findings(uri).filter(finding => isShown(finding, minimumSeverity))
}

function toDiagnostic(facts: Facts, finding: Finding): Diagnostic {
  const option = finding.option === undefined ? undefined : facts.option(finding.file, finding.option.id)
  return {
    range: toRange(finding.range),
    severity: toDiagnosticSeverity(loudness(finding)),
    code: label(finding.rule),
    ...codeDescription(finding),
    source: diagnosticSource,
    message: `${message(finding.message)}${finding.known === true ? ' (known: recorded in the baseline)' : ''}`,
    ...(option !== undefined && strikesName(option, finding) ? { tags: [DiagnosticTag.Deprecated] } : {}),
    ...(finding.related.length === 0
      ? {}
      : {
          relatedInformation: finding.related.map(({ file, range, message: text }) => ({
            location: { uri: file, range: toRange(range) },
            message: message(text),
          })),
        }),
  }
}

/** What an editor strikes through is what is underlined: of an option on its way out that is to be its name alone. */
function strikesName({ deprecatedForRemoval, nameRange }: Option, { range }: Finding): boolean {
  return isKnown(deprecatedForRemoval, true) && isSameRange(range, nameRange)
}

/** A policy has no page of ours, but may have an address of its own. */
function codeDescription({ rule, references }: Finding): Pick<Diagnostic, 'codeDescription'> {
  const [reference] = references
  if (hasPage(rule)) return { codeDescription: { href: pageUri(rule) } }
  return reference === undefined ? {} : { codeDescription: { href: address(reference.url) } }
}

function toDiagnosticFinding(writer: FixWriter, finding: Finding): DiagnosticFinding {
  return {
    rule: finding.rule,
    severity: finding.severity,
    category: finding.category,
    message: message(finding.message),
    range: toRange(finding.range),
    ...(finding.option === undefined ? {} : { option: finding.option.id }),
    fixes: finding.fixes.map(({ title, safe, edits }) => ({
      title: label(title),
      safe,
      edits: writer.asText(edits),
    })),
    references: finding.references.map(({ label: text, url }) => ({ label: label(text), url: address(url) })),
    ...(finding.known === true ? { known: true } : {}),
  }
}
