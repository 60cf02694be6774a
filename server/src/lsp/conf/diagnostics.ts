import { DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver'
import type { Diagnostic } from 'vscode-languageserver'
import { repeatedDefaults } from '../../engine/index'
import type { ConfFinding } from '../../engine/index'
import { diagnosticSource } from '../../protocol'
import { message } from '../../safe/text'
import { toDiagnosticSeverity, toRange } from '../convert'
import type { JudgedConf } from './confFacts'

/** What an editor strikes through. */
const struck = new Set(['deprecated-name', 'deprecated-for-removal', 'removed-option'])

/** What stands in Problems of a configuration file, and what is faded in it. */
export function confDiagnostics(conf: JudgedConf): Diagnostic[] {
  return [...conf.findings.map(finding => toDiagnostic(conf, finding)), ...faded(conf)]
}

function toDiagnostic({ file }: JudgedConf, finding: ConfFinding): Diagnostic {
  return {
    range: toRange(finding.range ?? placeOfMissing(finding, file.sections)),
    severity: toDiagnosticSeverity(finding.severity),
    code: finding.rule,
    source: diagnosticSource,
    message: message(finding.message),
    ...(struck.has(finding.rule) ? { tags: [DiagnosticTag.Deprecated] } : {}),
  }
}

/** What is nowhere is told where it should be: at its section's last header. */
function placeOfMissing({ group }: ConfFinding, sections: JudgedConf['file']['sections']) {
  const top = { line: 0, character: 0 }
  const home = sections.findLast(({ name }) => name.toLowerCase() === group?.toLowerCase())
  return home?.range ?? { start: top, end: top }
}

function faded({ file, values, unset, knowledge }: JudgedConf): Diagnostic[] {
  if (values === undefined || unset === undefined || knowledge === undefined) return []
  return repeatedDefaults(file.settings, values, unset, knowledge.declarations).map(({ range, key }) => ({
    range: toRange(range),
    severity: DiagnosticSeverity.Hint,
    code: 'equal-to-default',
    source: diagnosticSource,
    message: message(`'${key}' has this value without being set`),
    tags: [DiagnosticTag.Unnecessary],
  }))
}
