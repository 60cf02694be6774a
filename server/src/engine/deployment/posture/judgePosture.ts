import type { Declarations } from '../declarations'
import type { FileAccess } from '../fileAccess'
import type { Values } from '../values'
import { conditionChecks } from './conditions'
import { consoleChecks } from './consoles'
import { guestChecks } from './guests'
import { identityChecks } from './identity'
import { operationChecks } from './operation'
import type { PostureCheck, PostureResult, Verdict } from './postureCheck'
import { NotTold, PostureView } from './postureView'
import { transportChecks } from './transport'

/** All checks of a deployment of Nova. */
export const postureChecks: readonly PostureCheck[] = [
  ...identityChecks,
  ...transportChecks,
  ...consoleChecks,
  ...guestChecks,
  ...operationChecks,
  ...conditionChecks,
]

/** What the checks say of a deployment's effective values, in their order. */
export function judgePosture(
  declarations: Declarations,
  values: Values,
  files: readonly FileAccess[],
): PostureResult[] {
  const view = new PostureView(declarations, values, files)
  return postureChecks.map(check => ({
    check,
    verdict: verdictOf(check, view),
    value: check.about === undefined ? undefined : view.effective(check.about),
  }))
}

function verdictOf(check: PostureCheck, view: PostureView): Verdict {
  // A release without the option has nothing to be wrong with it.
  if (check.about !== undefined && view.effective(check.about) === undefined) return 'not-applicable'
  try {
    return check.judge(view)
  } catch (error) {
    if (error instanceof NotTold) return 'unknown'
    throw error
  }
}
