import type { JudgedChange } from '../engine/index'
import { label } from '../safe/text'
import { wordsOf } from './words'

/** A section of reno's, and what a note says in it: reStructuredText. */
export interface NoteDraft {
  readonly section: 'features' | 'upgrade' | 'deprecations' | 'security'
  readonly text: string
}

/** What a release note could say of a change, for somebody to go on writing. */
export function noteDraft(change: JudgedChange): NoteDraft {
  const { kind, witness } = change
  const option = code(`[${change.group ?? '?'}] ${change.option}`)
  const { from = 'None', to = 'None' } = wordsOf(change)
  const refused = witness === undefined ? '' : ` A line such as ${code(witness.line)} is refused.`
  const note = (section: NoteDraft['section'], text: string): NoteDraft => ({ section, text })
  switch (kind) {
    case 'removed': {
      const instead = change.likely === undefined ? '' : ` Use ${code(change.likely)} instead.`
      return note('upgrade', `The ${option} option has been removed. Files that set it are ignored now.${instead}`)
    }
    case 'added':
      return note('features', `The new ${option} option has been added.`)
    case 'renamed':
    case 'moved':
      return note('upgrade', `The ${code(from)} option is now ${code(to)}. The old name is still read.`)
    case 'alias':
      return change.aliasKept === false
        ? note('upgrade', `The ${option} option is no longer read by its old names. These were ${code(from)}.`)
        : note('upgrade', `The ${option} option is read by old names, too: ${code(to)}.`)
    case 'default': {
      const section = change.impact === 'security' ? 'security' : 'upgrade'
      const keep = from === 'None' ? '' : ` To keep the former behavior, set it to ${code(from)}.`
      return note(section, `The default of the ${option} option has changed from ${code(from)} to ${code(to)}.${keep}`)
    }
    case 'secret':
      return note('security', `The value of the ${option} option: ${change.why}.`)
    case 'deprecation':
      return note('deprecations', `The ${option} option ${change.to === true ? 'is deprecated' : 'stays'}.`)
    case 'required':
      return note('upgrade', `The ${option} option: ${change.why}.`)
    default:
      return note(
        'upgrade',
        `The ${option} option has changed from ${code(from)} to ${code(to)}: ${change.why}.${refused}`,
      )
  }
}

/** Backticks would end it. */
function code(text: string): string {
  return `\`\`${label(text).replaceAll('`', "'")}\`\``
}
