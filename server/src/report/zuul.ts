import { message, safeJson } from '../safe/text'

/** What is said of a line of a file; lines count from 1. */
export interface FileComment {
  /** From the top of the repository. */
  readonly file: string
  readonly line: number
  readonly level: 'info' | 'warning' | 'error'
  readonly message: string
}

/** Comments as the data of Zuul's `zuul_return`, which puts them beside the lines of a change in Gerrit. */
export function zuulReturn(comments: readonly FileComment[]): string {
  const files = new Map<string, object[]>()
  for (const { file, line, level, message: text } of comments)
    files.set(file, [...(files.get(file) ?? []), { line, level, message: message(text) }])
  return `${safeJson(JSON.stringify({ zuul: { file_comments: Object.fromEntries(files) } }, null, 2))}\n`
}
