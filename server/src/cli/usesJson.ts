import type { Json, UsedOption } from '../engine/index'
import { writeJson } from './writeJson'

/** A JSON list with one option a line; `pathOf` gives a file's path relative to PATH. */
export function usesJson(used: readonly UsedOption[], pathOf: (file: string) => string): string {
  const records = used.map(({ group, option, uses }) => {
    const reads = uses.map(({ file, range: { start }, kind, isTest, sinks }): Json => ({
      file: pathOf(file),
      line: start.line + 1,
      column: start.character + 1,
      kind,
      test: isTest,
      sinks: sinks.map(sink => ({
        kind: sink.kind,
        file: pathOf(sink.file),
        line: sink.position.line + 1,
        hops: sink.hops,
      })),
    }))
    return writeJson({ group, option, reads })
  })
  return records.length === 0 ? '[]\n' : `[\n${records.join(',\n')}\n]\n`
}
