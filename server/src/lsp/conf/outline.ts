import { FoldingRangeKind, SymbolKind } from 'vscode-languageserver'
import type { DocumentSymbol, FoldingRange } from 'vscode-languageserver'
import { encloses } from '../../engine/index'
import type { Range, Setting } from '../../engine/index'
import { label, oneLine } from '../../safe/text'
import { toRange } from '../convert'
import type { JudgedConf } from './confFacts'
import { optionOf } from './places'

/** Answers `textDocument/documentSymbol` in a configuration file: its sections with what they set. */
export function confSymbols(conf: JudgedConf): DocumentSymbol[] {
  const { sections, settings } = conf.file
  return sections.map((section, index) => ({
    ...symbol(
      `[${section.name}]`,
      SymbolKind.Namespace,
      { start: section.range.start, end: section.end },
      section.range,
    ),
    children: settings
      .filter(({ range }) => isBetween(range, section.range, sections[index + 1]?.range))
      .map(setting => settingSymbol(conf, setting)),
  }))
}

function isBetween({ start }: Range, header: Range, next: Range | undefined): boolean {
  return start.line > header.start.line && (next === undefined || start.line < next.start.line)
}

function settingSymbol(conf: JudgedConf, setting: Setting): DocumentSymbol {
  const { key, value, range, keyRange } = setting
  const isSecret = optionOf(conf.knowledge, setting)?.secret ?? true
  return { ...symbol(key, SymbolKind.Property, range, keyRange), detail: isSecret ? '' : label(oneLine(value), 80) }
}

function symbol(name: string, kind: SymbolKind, range: Range, at: Range): DocumentSymbol {
  const selection = encloses(range, at) ? at : range
  return { name: label(name), kind, range: toRange(range), selectionRange: toRange(selection) }
}

/** Answers `textDocument/foldingRange` in a configuration file: sections, values of several lines, runs of comments. */
export function confFolding({ file, document }: JudgedConf): FoldingRange[] {
  const { sections, settings } = file
  const lines = document.getText().split(/\r\n|\r|\n/)
  const ranges = sections.map(({ range }, index) => {
    const next = sections[index + 1]?.range.start.line ?? lines.length
    let end = next - 1
    while (end > range.start.line && isAside(lines[end] ?? '')) end -= 1
    return { startLine: range.start.line, endLine: end }
  })
  const values = settings.map(({ range }) => ({ startLine: range.start.line, endLine: range.end.line }))
  return [...ranges, ...values, ...comments(lines)].filter(({ startLine, endLine }) => endLine > startLine)
}

/** What stands at the end of a section speaks of the next one. */
function isAside(line: string): boolean {
  return line.trim() === '' || /^[#;]/.test(line)
}

function comments(lines: readonly string[]): FoldingRange[] {
  const found: FoldingRange[] = []
  let start: number | undefined
  for (const [index, line] of [...lines, ''].entries()) {
    const isComment = /^[#;]/.test(line)
    if (isComment) start ??= index
    else if (start !== undefined) {
      found.push({ startLine: start, endLine: index - 1, kind: FoldingRangeKind.Comment })
      start = undefined
    }
  }
  return found
}
