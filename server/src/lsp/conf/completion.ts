import { CompletionItemKind, CompletionItemTag, InsertTextFormat } from 'vscode-languageserver'
import type { CompletionItem, Position, Range } from 'vscode-languageserver'
import { groupKey, renderConfValue } from '../../engine/index'
import type { Declarations, DeclaredOption, PyValue } from '../../engine/index'
import { label } from '../../safe/text'
import { prose, splitHelp } from '../prose'
import type { JudgedConf } from './confFacts'
import { declaredDetail } from './describeDeclared'
import { sectionOf } from './places'

/** Of the help, in characters: there are hundreds of options. */
const longestHelp = 300

/** Answers `textDocument/completion` in a configuration file: sections, options and values. */
export function confCompletion(conf: JudgedConf, position: Position): CompletionItem[] {
  const declarations = conf.knowledge?.declarations
  if (declarations === undefined) return []
  const line = lineAt(conf, position.line)
  const before = line.slice(0, position.character)
  if (/^\[[^\]]*$/.test(before)) return sections(declarations, line, position)
  const section = sectionOf(conf.file, position.line)
  const sign = before.search(/[:=]/)
  if (sign > 0 && section !== undefined && !/^[\s#;[]/.test(before)) {
    const option = declarations.find(section.name, before.slice(0, sign).trim())
    return option === undefined ? [] : values(option, lastItem(before.slice(sign + 1).trimStart(), option))
  }
  if (!/^\w*$/.test(before)) return []
  if (section === undefined) return sections(declarations, '', position)
  return options(conf, declarations, section.name, position, line)
}

function lineAt({ document }: JudgedConf, line: number): string {
  return document
    .getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } })
    .replace(/[\r\n]/g, '')
}

function sections(declarations: Declarations, line: string, position: Position): CompletionItem[] {
  const isOpen = line.startsWith('[')
  const end = line.includes(']') ? line.indexOf(']') + 1 : position.character
  const range = span(position.line, isOpen ? 0 : position.character, isOpen ? end : position.character)
  return ['DEFAULT', ...declarations.groups().filter(group => group !== 'DEFAULT')].map(group => ({
    label: `[${label(group)}]`,
    kind: CompletionItemKind.Module,
    detail: `${String(declarations.inSection(group).length)} options`,
    filterText: `[${group}]`,
    sortText: group === 'DEFAULT' ? '0' : `1${group}`,
    textEdit: { range, newText: `[${group}]` },
  }))
}

/** What the section can still get: of what it has, only options that may be given often, and the one on this line. */
function options(
  conf: JudgedConf,
  declarations: Declarations,
  section: string,
  position: Position,
  line: string,
): CompletionItem[] {
  const others = conf.file.settings.filter(({ range }) => range.start.line !== position.line)
  const here = new Set(others.filter(each => groupKey(each.section) === groupKey(section)).map(({ key }) => key))
  const hasSign = /^\w*\s*[:=]/.test(line)
  const range = span(position.line, 0, /^\w*/.exec(line)![0].length)
  return declarations
    .inSection(section)
    .filter(({ dest, multi }) => multi || !here.has(dest))
    .map(option => ({
      label: option.dest,
      kind: CompletionItemKind.Property,
      detail: label(declaredDetail(option), 80),
      documentation: { kind: 'markdown' as const, value: helpOf(option) },
      sortText: `${option.removal === undefined ? '0' : '1'}${option.dest}`,
      textEdit: { range, newText: hasSign ? option.dest : `${option.dest} = ` },
      ...(option.removal === undefined ? {} : { tags: [CompletionItemTag.Deprecated] }),
    }))
}

function helpOf({ help, removal }: DeclaredOption): string {
  const [first] = splitHelp(help ?? '', longestHelp)
  const old = removal === undefined ? '' : `*Deprecated for removal*\n\n`
  return `${old}${help === undefined ? '*No help.*' : prose(first, longestHelp)}`
}

/** What stands behind the last comma of a list. */
function lastItem(text: string, { type }: DeclaredOption): string {
  const isList = type.kind === 'known' && type.value.type === 'List'
  return isList ? text.slice(text.lastIndexOf(',') + 1).trimStart() : text
}

function values({ type, default: usual }: DeclaredOption, written: string): CompletionItem[] {
  if (/\s/.test(written) || type.kind !== 'known') return []
  const { itemType, choices } =
    type.value.type === 'List' && type.value.itemType.kind === 'known' ? type.value.itemType.value : type.value
  const kind = type.value.type === 'List' && itemType.kind === 'known' ? itemType.value : type.value
  const known =
    choices.kind === 'known' ? choices.value : kind.type === 'Boolean' ? [{ value: true }, { value: false }] : []
  const isUsual = (value: PyValue): boolean => usual.kind === 'known' && usual.value === value
  return known.map(({ value, description = '' }: { value: PyValue; description?: string }, index) => {
    const text = typeof value === 'boolean' ? String(value) : renderConfValue(value)
    return {
      label: label(text) === '' ? "''" : label(text),
      kind: CompletionItemKind.EnumMember,
      insertText: text,
      insertTextFormat: InsertTextFormat.PlainText,
      sortText: String(index).padStart(3, '0'),
      ...(isUsual(value) ? { detail: 'default' } : {}),
      ...(description === ''
        ? {}
        : { documentation: { kind: 'markdown' as const, value: prose(description, longestHelp) } }),
    }
  })
}

function span(line: number, start: number, end: number): Range {
  return { start: { line, character: start }, end: { line, character: end } }
}
