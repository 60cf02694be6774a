import type { ConfFile } from '../../ini/confFile'
import { groupKey } from '../../oslo/optionKey'
import type { ConfFix } from '../confFinding'
import type { PostureCheck } from './postureCheck'

/**
 * The change of a file that makes a check pass, with a comment that names it: the value that is set is replaced, or the
 * line added at the end of its section, which is begun where there is none. undefined where the value depends on the site.
 */
export function saferFix({ about, id, title, safer }: PostureCheck, file: ConfFile): ConfFix | undefined {
  if (about === undefined || safer === undefined) return undefined
  const group = about.slice(0, about.indexOf('/'))
  const sign = safer.indexOf('=')
  const [key, value] = [safer.slice(0, sign).trim(), safer.slice(sign + 1).trim()]
  const isIn = (name: string): boolean => groupKey(name) === groupKey(group)
  const words = `Set '${safer}' (${id})`
  const comment = `# ${id}: ${title}`
  const set = file.settings.findLast(each => isIn(each.section) && each.key === key)
  if (set !== undefined) {
    const start = { line: set.range.start.line, character: 0 }
    const edits = [
      { range: { start, end: start }, newText: `${comment}\n` },
      { range: set.valueRange, newText: set.valueRange.start.character === 0 ? ` ${value}` : value },
    ]
    return { title: words, edits }
  }
  const home = file.sections.find(({ name }) => isIn(name))
  const end = home?.end ?? file.sections.at(-1)?.end
  const header = home === undefined ? `\n[${group}]\n` : ''
  if (end === undefined) {
    const top = { line: 0, character: 0 }
    return { title: words, edits: [{ range: { start: top, end: top }, newText: `[${group}]\n${comment}\n${safer}\n` }] }
  }
  return { title: words, edits: [{ range: { start: end, end }, newText: `\n${header}${comment}\n${safer}` }] }
}
