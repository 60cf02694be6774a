import { Uri, window } from 'vscode'
import * as protocol from '../../server/src/protocol'
import { notice } from '../../server/src/safe/text'
import type { ReviewServer } from './languageClient'
import { ChangedMeanwhile } from './replaceFile'
import { reviewerName } from './reviewer'
import { putTeamFile, tellFailure } from './teamFile'

/** Which option is meant: that of a row, or the one declared around a position. */
export type ReviewTarget = Pick<protocol.ChangeReviewsParams, 'uri' | 'id' | 'position'>

/** How often a file is made anew that others write at the same time. */
const mostTries = 10

/** Writes what a person says of options, one after the other: each text follows on what the file says by then. */
export class ReviewChanges {
  private last: Promise<unknown> = Promise.resolve()

  constructor(private readonly server: ReviewServer) {}

  /** Says something of an option; the qualified names of those that were meant, or undefined when nothing was written. */
  async say(target: ReviewTarget, change: protocol.ReviewChange): Promise<readonly string[] | undefined> {
    const reviewer = await reviewerName(Uri.parse(target.uri))
    if (reviewer === undefined) return undefined
    const done = this.last.then(() => this.write({ ...target, reviewer, change }))
    this.last = done.catch(() => undefined)
    return done
  }

  private async write(params: protocol.ChangeReviewsParams, tries = mostTries): Promise<readonly string[] | undefined> {
    const made = await this.server.request<protocol.ChangeReviewsResult>(protocol.changeReviews, params)
    if (made?.state !== 'made') {
      if (made !== undefined) refuse(made)
      return undefined
    }
    for (const file of made.files) {
      try {
        await putTeamFile(file)
      } catch (error) {
        // Another window was quicker: what it wrote is followed, too.
        if (error instanceof ChangedMeanwhile && tries > 1) {
          await aMoment()
          return this.write(params, tries - 1)
        }
        tellFailure(Uri.parse(file.uri), error instanceof Error ? error.message : String(error))
        return undefined
      }
    }
    await this.server.request(protocol.reviewsWritten)
    return made.options
  }
}

/** Not the same for two windows that have met: they would meet again. */
function aMoment(): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, 10 + Math.random() * 190))
}

const refusals = {
  'no option': 'There is no oslo.config option here.',
  'no name': 'The name of this option is computed: nothing can be recorded of it.',
  'no folder': 'What is said of options is kept in the folder of a workspace: please open the folder of this file.',
  reading: 'The workspace is still being read: please try again when that is done.',
  failed: 'Nothing was recorded: the log says why.',
}

function refuse(made: Exclude<protocol.ChangeReviewsResult, { state: 'made' }>): void {
  if (made.state === 'refused') tellFailure(Uri.parse(made.uri), made.reason)
  else void window.showWarningMessage(notice(refusals[made.state]))
}
