import type { Json, Use, UsedOption } from '../engine/index'
import { writeJson } from './writeJson'

/** A JSON list with one option a line; `pathOf` gives a file's path relative to PATH. */
export function usesJson(used: readonly UsedOption[], pathOf: (file: string) => string): string {
  const records = used.map(({ group, option, uses }) => writeJson({ group, option, reads: usesRecord(uses, pathOf) }))
  return records.length === 0 ? '[]\n' : `[\n${records.join(',\n')}\n]\n`
}

/** Uses as plain JSON. Calls that the value is not followed into are told where there are some. */
export function usesRecord(uses: readonly Use[], pathOf: (file: string) => string): Json {
  return uses.map(({ file, range: { start }, kind, isTest, sinks, notFollowed }): Json => ({
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
    ...(notFollowed.length === 0
      ? {}
      : {
          notFollowed: notFollowed.map(({ call, file: at, position }) => ({
            call,
            file: pathOf(at),
            line: position.line + 1,
          })),
        }),
  }))
}
