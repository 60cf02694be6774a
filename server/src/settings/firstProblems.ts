import { comparePositions } from '../engine/index'
import type { SettingsProblem } from './jsonFile'
import { mostProblems } from './limits'

/** The first problems of each file from top to bottom, and how many more there are; the first problem's file first. */
export function firstProblems(problems: readonly SettingsProblem[]): SettingsProblem[] {
  const byFile = new Map<string, SettingsProblem[]>()
  for (const problem of problems) {
    const list = byFile.get(problem.file)
    if (list === undefined) byFile.set(problem.file, [problem])
    else list.push(problem)
  }
  return [...byFile.values()].flatMap(list => firstOf(list.sort(byPlace)))
}

function firstOf(list: readonly SettingsProblem[]): SettingsProblem[] {
  const next = list[mostProblems]
  const first = list.slice(0, mostProblems).map(({ file, range, message }) => ({ file, range, message }))
  if (next === undefined) return first
  const { file, range } = next
  const count = list.length - mostProblems
  return [...first, { file, range, message: `Here and below, ${count} more mistakes are not shown.` }]
}

function byPlace(a: SettingsProblem, b: SettingsProblem): number {
  return comparePositions(a.range.start, b.range.start)
}
