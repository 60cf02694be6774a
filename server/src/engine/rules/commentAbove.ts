import type { Option } from '../oslo/option'
import type { ProjectView } from '../project/view'

/** The comment lines right above a declaration, as one text: where authors say why it is as it is. */
export function commentAbove(option: Option, project: ProjectView): string {
  const comments = project.module(option.file)?.comments ?? []
  const lines: string[] = []
  for (let line = option.range.start.line - 1; line >= 0; line--) {
    const comment = comments.find(one => one.ownLine && one.range.start.line === line)
    if (comment === undefined) break
    lines.unshift(comment.text)
  }
  return lines.join(' ')
}
