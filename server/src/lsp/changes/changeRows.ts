import { impacts, isOpen, type JudgedChange } from '../../engine/index'
import { noteDraft } from '../../diff/noteDraft'
import { wordsOf } from '../../diff/words'
import type { ChangeRow, ChangeSection } from '../../protocol'
import { label, visible } from '../../safe/text'
import { toRange } from '../convert'

/** Changes as the view shows them: by impact, then by group. */
export function changeSections(changes: readonly JudgedChange[]): ChangeSection[] {
  const times = new Map<string, number>()
  return impacts.flatMap(impact => {
    const groups = new Map<string, ChangeRow[]>()
    for (const change of changes.filter(one => one.impact === impact)) {
      const name = `[${label(change.group ?? '?')}]`
      const key = `${impact} ${name} ${change.option} ${change.kind}`
      const nth = (times.get(key) ?? 0) + 1
      times.set(key, nth)
      groups.set(name, [...(groups.get(name) ?? []), rowOf(change, `${key} ${String(nth)}`)])
    }
    if (groups.size === 0) return []
    return [{ impact, groups: [...groups].map(([name, rows]) => ({ label: name, changes: rows })) }]
  })
}

function rowOf(change: JudgedChange, id: string): ChangeRow {
  const { from, to, why, details } = wordsOf(change)
  const values = [from, to].filter(value => value !== undefined)
  const lost = lostName(change)
  return {
    id,
    option: label(change.option),
    kind: change.kind,
    description: [change.kind, ...(values.length > 0 ? [values.join(' → ')] : [])].join(' · '),
    why,
    details: details.map(({ word, code, text }) => visible([word, code ?? text].filter(Boolean).join(': '))),
    accepted: !isOpen(change),
    path: change.file,
    range: toRange(change.range),
    side: change.side,
    ...(isAnnounced(change) ? {} : { note: noteDraft(change) }),
    ...(lost === undefined ? {} : { lost }),
  }
}

/** Whether a note says it, or it is nothing for a note. */
function isAnnounced({ checklist }: JudgedChange): boolean {
  return checklist.every(({ item, ok }) => item !== 'C27' || ok)
}

/** The first old name that is no longer read. */
function lostName({ kind, aliasKept, names, option, group, to }: JudgedChange): ChangeRow['lost'] {
  if (kind !== 'alias' || aliasKept !== false || !Array.isArray(to) || to.length > 0) return undefined
  const lost = names.find(one => one.name !== option || one.group !== group)
  return lost === undefined ? undefined : { group: lost.group === group ? null : lost.group, name: lost.name }
}
