import type { Hover, Position } from 'vscode-languageserver'
import { groupKey } from '../../engine/index'
import type { Section } from '../../engine/index'
import { codeSpan } from '../../safe/markdown'
import { toRange } from '../convert'
import type { JudgedConf } from './confFacts'
import { describeDeclared, describeEffective } from './describeDeclared'
import { headerAt, optionOf, settingAt } from './places'

/** Answers `textDocument/hover` in a configuration file: the option's card with the value that holds, or the section's. */
export function confHover(conf: JudgedConf, position: Position): Hover | null {
  const header = headerAt(conf.file, position)
  if (header !== undefined) return sectionCard(conf, header)
  const setting = settingAt(conf.file, position)
  const option = setting && optionOf(conf.knowledge, setting)
  if (setting === undefined || option === undefined || conf.values === undefined) return null
  const value = describeEffective(conf.values.of(option), setting.range.start.line)
  return {
    contents: { kind: 'markdown', value: `${describeDeclared(option)}\n\n${value}` },
    range: toRange(setting.keyRange),
  }
}

function sectionCard({ file, knowledge }: JudgedConf, { name, range }: Section): Hover | null {
  const options = knowledge?.declarations.inSection(name) ?? []
  if (options.length === 0) return null
  const isHere = (section: string): boolean => groupKey(section) === groupKey(name)
  const set = new Set(file.settings.filter(({ section }) => isHere(section)).map(({ key }) => key))
  const count = options.filter(({ dest }) => set.has(dest)).length
  const value = `**${codeSpan(`[${name}]`)}**\n\n${String(options.length)} options, ${String(count)} set here`
  return { contents: { kind: 'markdown', value }, range: toRange(range) }
}
