import type { Location, Position } from 'vscode-languageserver'
import { toRange } from '../convert'
import type { JudgedConf } from './confFacts'
import { optionOf, settingAt } from './places'

/** Answers `textDocument/definition` in a configuration file: the declaration, where the workspace has it. */
export function confDefinition(conf: JudgedConf, position: Position): Location[] {
  const setting = settingAt(conf.file, position)
  const option = setting && optionOf(conf.knowledge, setting)?.option
  return option === undefined ? [] : [{ uri: option.file, range: toRange(option.nameRange) }]
}
