import type { Finding } from './finding'
import { rank } from './rank'

/** What an editor underlines once: the finding that counts most, with the others on the same option. */
export interface PrimaryFinding {
  readonly finding: Finding
  /** Less severe ones on the same option, most severe first. */
  readonly others: readonly Finding[]
}

/**
 * One entry for each option that has findings, at its most severe one (the first of several alike), and one for each
 * finding that is about no option; in the order in which the findings came.
 */
export function primaryFindings(findings: readonly Finding[]): readonly PrimaryFinding[] {
  const groups = new Map<string, Finding[]>()
  for (const finding of findings) {
    const key = finding.option === undefined ? `finding ${String(groups.size)}` : `option ${finding.option.id}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [finding])
    else group.push(finding)
  }
  return [...groups.values()].flatMap(group => {
    const [finding, ...others] = group.sort((a, b) => rank(a.severity) - rank(b.severity))
    return finding === undefined ? [] : [{ finding, others }]
  })
}
