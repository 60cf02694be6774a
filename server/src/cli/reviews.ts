import {
  type Module,
  type Option,
  type OptionMark,
  type OptionReview,
  type OptionsNamed,
  ReviewState,
} from '../engine/index'
import type { OptionState, ReportReviews } from '../report/input'
import type { Loaded } from './load'
import { rootOf, type SettingsRoot } from './settings'

/** How the options of a run stand, by what the file of their folder says. */
export class RunReviews implements ReportReviews {
  readonly kept: boolean
  private readonly stateIn = new Map<string, ReviewState>()
  private readonly modules: readonly Module[]

  constructor({ project, sources }: Loaded, roots: readonly SettingsRoot[], today: string) {
    this.modules = [...project.modules()]
    this.kept = roots.some(({ reviews }) => reviews.kept)
    const named: OptionsNamed = (group, name) => project.optionsNamed(group, name)
    const states = new Map(roots.map(root => [root, new ReviewState(root.reviews.reviews, today, named)]))
    for (const source of sources) {
      const state = states.get(rootOf(roots, source))
      if (state !== undefined) this.stateIn.set(source.file, state)
    }
  }

  stateOf(option: Option): OptionState {
    const { state, marks } = this.of(option)
    const reviewers = marks.map(({ reviewer }) => reviewer)
    const telling = marks
      .filter(mark => mark.state === state)
      .map(noteOf)
      .filter(note => note !== '')
    const note = telling.length === 0 ? {} : { note: telling.join('; ') }
    // A risk that is accepted no more is one that somebody found.
    return { state: state === 'expired-risk' ? 'finding' : state, reviewers, ...note }
  }

  /** The risks that were accepted to a day that is over: a line for each. */
  expired(): readonly string[] {
    return this.modules.flatMap(({ options }) =>
      options.flatMap(option => {
        const over = this.of(option).marks.filter(mark => mark.state === 'expired-risk')
        const { displayName, membership } = option
        const name = [...membership.groups.map(group => `[${group}]`), displayName].join(' ')
        return over.map(mark => `${name}: ${noteOf(mark)} (${mark.reviewer})`)
      }),
    )
  }

  private of(option: Option): OptionReview {
    return this.stateIn.get(option.file)?.of(option) ?? { state: 'unreviewed', marks: [], notes: [] }
  }
}

function noteOf({ state, reason = '', expires, changes }: OptionMark): string {
  if (state === 'changed-since-review') return changes.map(({ fact }) => fact).join(', ')
  if (state === 'expired-risk') return `accepted to ${expires ?? ''}, which is over: ${reason}`
  return state === 'accepted-risk' && expires !== undefined ? `${reason}, to ${expires}` : reason
}
