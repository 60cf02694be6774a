import { type ExpiredRisk, type Option, type OptionReview, type OptionsNamed, ReviewState } from '../engine/index'
import { type OptionState, optionStateOf, type ReportReviews } from '../report/index'
import type { Loaded } from './load'
import { rootOf, type SettingsRoot } from './settings'

/** How the options of a run stand, by what the file of their folder says. */
export class RunReviews implements ReportReviews {
  readonly kept: boolean
  private readonly stateIn = new Map<string, ReviewState>()

  constructor({ project, sources }: Loaded, roots: readonly SettingsRoot[], today: string) {
    this.kept = roots.some(({ reviews }) => reviews.kept)
    const named: OptionsNamed = (group, name) => project.optionsNamed(group, name)
    const states = new Map(roots.map(root => [root, new ReviewState(root.reviews.reviews, today, named)]))
    for (const source of sources) {
      const state = states.get(rootOf(roots, source))
      if (state !== undefined) this.stateIn.set(source.file, state)
    }
  }

  stateOf(option: Option): OptionState {
    return optionStateOf(this.of(option))
  }

  /** The risks of an option that were accepted to a day that is over. */
  expiredRisksOf(option: Option): readonly ExpiredRisk[] {
    return this.stateIn.get(option.file)?.expiredRisksOf(option) ?? []
  }

  private of(option: Option): OptionReview {
    return this.stateIn.get(option.file)?.of(option) ?? { state: 'unreviewed', marks: [], notes: [] }
  }
}
