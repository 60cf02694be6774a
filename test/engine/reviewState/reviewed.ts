import { ReviewState, subjectKey, subjectsOf, withMark } from '../../../server/src/engine/index'
import type { Judgement, Option, OptionsNamed, Reviews } from '../../../server/src/engine/index'
import { declaring } from '../inventory/changes'
import { projectOf } from '../engine'

export const today = '2026-11-26'
export const jane = { reviewer: 'Jane', date: '2026-11-20T10:00:00Z' }
export const joe = { reviewer: 'Joe', date: '2026-11-21T10:00:00Z' }
export const reviewed: Judgement = { state: 'reviewed' }

/** All options of a project, or of a module that declares them in `[libvirt]`. */
export async function optionsOf(
  files: Readonly<Record<string, string>> | readonly string[],
): Promise<readonly Option[]> {
  const project = await projectOf(isList(files) ? declaring('libvirt', ...files) : files)
  return [...project.modules()].flatMap(module => module.options)
}

function isList(files: object): files is readonly string[] {
  return Array.isArray(files)
}

/** Which of some options are declared by a name. */
export function namedAmong(options: readonly Option[]): OptionsNamed {
  return (group, name) =>
    options.filter(one =>
      subjectsOf(one)
        .map(subjectKey)
        .includes(subjectKey({ group, option: name })),
    )
}

/** What one reviewer has said of each of some options, on top of what was said before. */
export function marked(options: readonly Option[], judgement = reviewed, who = jane, before: Reviews = []): Reviews {
  return options.reduce((reviews, option) => withMark(reviews, option, judgement, who, namedAmong(options)), before)
}

/** `name: state` for each option, with what changed, reviewer by reviewer. */
export function states(reviews: Reviews, options: readonly Option[], day = today): readonly string[] {
  const state = new ReviewState(reviews, day, namedAmong(options))
  return options.map(option => {
    const { state: name, marks } = state.of(option)
    const changes = marks.flatMap(mark =>
      mark.changes.map(({ fact, from, to }) => ` ${fact} ${from ?? '-'} > ${to ?? '-'}`),
    )
    return `${option.displayName}: ${name}${changes.join(',')}`
  })
}
