import { groupKey, judgePosture, meet, saferFix } from '../../engine/index'
import type { ConfFix, Range } from '../../engine/index'
import type { JudgedConf } from './confFacts'

/**
 * What the failing checks of a deployment would have set, where that is about what a range touches: a setting, or the
 * header of the section that it is missing in.
 */
export function saferValues({ file, knowledge, values }: JudgedConf, range: Range): ConfFix[] {
  if (knowledge === undefined || values === undefined) return []
  const touched = [
    ...file.settings.filter(each => meet(each.range, range)).map(({ section, key }) => `${groupKey(section)}/${key}`),
    ...file.sections.filter(each => meet(each.range, range)).map(({ name }) => `${groupKey(name)}/`),
  ]
  if (touched.length === 0) return []
  const failing = judgePosture(knowledge.declarations, values, []).filter(({ verdict }) => verdict === 'fail')
  return failing.flatMap(({ check, value }) => {
    if (value === undefined) return []
    const { group, dest } = value.option
    const at = `${groupKey(group)}/${value.from === 'default' ? '' : dest}`
    const fix = touched.includes(at) ? saferFix(check, file) : undefined
    return fix === undefined ? [] : [fix]
  })
}
