import { compactJson, type JudgedChange, type Json } from '../../engine/index'
import { safeJson } from '../../safe/text'
import type { Comparison } from './comparison'

/** The comparison as JSON, version 1 of its shape: `schemas/diff.schema.json`. A change a line; lines count from 1. */
export function diffJson({ base, head, changes, noteProblems, incomplete, unmatched }: Comparison): string {
  const rows = changes.map(change => `    ${compactJson(record(change))}`)
  const list = rows.length === 0 ? '[]' : `[\n${rows.join(',\n')}\n  ]`
  const parts = [
    '"schemaVersion": 1',
    `"base": ${compactJson(base.commit ?? base.name)}`,
    `"head": ${compactJson(head.commit ?? head.name)}`,
    `"changes": ${list}`,
    `"noteProblems": ${compactJson(noteProblems.map(({ file, reason }) => ({ file, reason })))}`,
    `"incomplete": ${compactJson(incomplete.map(({ file, reason }) => ({ file, reason })))}`,
    `"unmatchedAcceptances": ${compactJson(unmatched.map(({ entry: { option, kind } }) => ({ option, kind })))}`,
  ]
  return safeJson(`{\n  ${parts.join(',\n  ')}\n}\n`)
}

function record(change: JudgedChange): Json {
  const { kind, group, option, from, to, file, range, side, aliasKept, deprecatedBefore, impact, why } = change
  return {
    kind,
    group,
    option,
    from,
    to,
    file,
    line: range.start.line + 1,
    side,
    aliasKept,
    deprecatedBefore,
    impact,
    why,
    ...(change.witness && { witness: { group: change.witness.group, line: change.witness.line } }),
    ...(change.undecided && { undecided: true }),
    ...(change.likely !== undefined && { likely: change.likely }),
    releaseNotes: change.releaseNotes,
    tags: change.tags,
    ...(change.accepted && {
      accepted: {
        reason: change.accepted.reason,
        expires: change.accepted.expires,
        expired: change.expired === true,
      },
    }),
    checklist: change.checklist.map(({ item, ok }) => ({ item, ok })),
  }
}
