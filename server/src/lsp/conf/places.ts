import type { Position } from 'vscode-languageserver'
import { touches } from '../../engine/index'
import type { ConfFile, DeclaredOption, Knowledge, Section, Setting } from '../../engine/index'

/** The setting that a position is in. */
export function settingAt({ settings }: ConfFile, position: Position): Setting | undefined {
  return settings.find(({ range, valueRange }) => touches({ start: range.start, end: valueRange.end }, position))
}

/** The section whose header a position touches. */
export function headerAt({ sections }: ConfFile, position: Position): Section | undefined {
  return sections.find(({ range }) => touches(range, position))
}

/** The section that a line is in. */
export function sectionOf({ sections }: ConfFile, line: number): Section | undefined {
  return sections.findLast(({ range }) => range.start.line < line)
}

/** The option that a setting sets, by its current name or one of old. */
export function optionOf(knowledge: Knowledge | undefined, { section, key }: Setting): DeclaredOption | undefined {
  return knowledge?.declarations.find(section, key) ?? knowledge?.declarations.formerly(section, key)[0]
}
