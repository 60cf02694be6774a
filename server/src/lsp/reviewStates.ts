import {
  type ExpiredRisk,
  type OptionReview,
  type Option,
  type OptionsNamed,
  ReviewState,
  type Reviews,
} from '../engine/index'
import { folderOf, type Folder } from './scope'
import type { SettingsInForce } from './settingsInForce'

/** What the states of options rest on. */
export interface ReviewSources {
  readonly settings: Pick<SettingsInForce, 'folders' | 'reviewsOf'>
  readonly named: OptionsNamed
  /** The day it is, `2026-11-26`. */
  today(): string
}

interface Kept {
  readonly reviews: Reviews
  readonly today: string
  readonly state: ReviewState
}

/** How options stand in the review, by what the file of their folder says. */
export class ReviewStates {
  private readonly kept = new Map<string, Kept>()
  private over = ''
  private changes = 0

  constructor(private readonly sources: ReviewSources) {}

  of(option: Option): OptionReview {
    const folder = folderOf(option.file, this.sources.settings.folders)
    return folder === undefined ? unreviewed : this.stateIn(folder).of(option)
  }

  /** The risks of an option that were accepted to a day that is over. */
  expiredRisksOf(option: Option): readonly ExpiredRisk[] {
    const folder = folderOf(option.file, this.sources.settings.folders)
    return folder === undefined ? [] : this.stateIn(folder).expiredRisksOf(option)
  }

  /** Another number when findings may be others for what people have said, or for the day. */
  stamp(): number {
    const over = JSON.stringify(this.sources.settings.folders.map(folder => this.stateIn(folder).over))
    if (over !== this.over) {
      this.over = over
      this.changes += 1
    }
    return this.changes
  }

  private stateIn(folder: Folder): ReviewState {
    const { settings, named } = this.sources
    const [reviews, today] = [settings.reviewsOf(folder).reviews, this.sources.today()]
    const before = this.kept.get(folder.uri)
    if (before?.reviews === reviews && before.today === today) return before.state
    const state = new ReviewState(reviews, today, named)
    this.kept.set(folder.uri, { reviews, today, state })
    return state
  }
}

const unreviewed: OptionReview = { state: 'unreviewed', marks: [], notes: [] }
