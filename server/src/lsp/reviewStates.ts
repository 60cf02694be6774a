import { type OptionReview, type Option, ReviewState, type Reviews } from '../engine/index'
import { folderOf, type Folder } from './scope'
import type { SettingsInForce } from './settingsInForce'

/** What the states of options rest on. */
export interface ReviewSources {
  readonly settings: Pick<SettingsInForce, 'folders' | 'reviewsOf'>
  /** All options of the project. */
  options(): Iterable<Option>
  /** Changes whenever options may be others. */
  epoch(): number
  /** The day it is, `2026-11-26`. */
  today(): string
}

interface Kept {
  readonly reviews: Reviews
  readonly epoch: number
  readonly today: string
  readonly state: ReviewState
}

/** How options stand in the review, by what the file of their folder says. */
export class ReviewStates {
  private readonly kept = new Map<string, Kept>()

  constructor(private readonly sources: ReviewSources) {}

  of(option: Option): OptionReview {
    const folder = folderOf(option.file, this.sources.settings.folders)
    return folder === undefined ? unreviewed : this.stateIn(folder).of(option)
  }

  private stateIn(folder: Folder): ReviewState {
    const [reviews, epoch, today] = [
      this.sources.settings.reviewsOf(folder).reviews,
      this.sources.epoch(),
      this.sources.today(),
    ]
    const before = this.kept.get(folder.uri)
    if (before?.reviews === reviews && before.epoch === epoch && before.today === today) return before.state
    const state = new ReviewState(reviews, this.sources.options(), today)
    this.kept.set(folder.uri, { reviews, epoch, today, state })
    return state
  }
}

const unreviewed: OptionReview = { state: 'unreviewed', marks: [], notes: [] }
