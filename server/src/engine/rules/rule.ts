import type { Category } from '../knowledge/category'
import type { Reference } from '../knowledge/references'
import type { Option } from '../oslo/option'
import type { Edit, Range } from '../text'
import type { Module } from '../project/module'
import type { ProjectView } from '../project/view'
import type { JudgedRead } from '../reads/judged'

export { categories } from '../knowledge/category'
export type { Category } from '../knowledge/category'
export type { Reference } from '../knowledge/references'

/** From loud to quiet; `off` exists only in settings. */
export const severities = ['error', 'warning', 'information', 'hint'] as const
export type Severity = (typeof severities)[number]

/** What a rule may look at: one option or module, and everything that is known of the project. Nothing else. */
export interface RuleContext {
  readonly project: ProjectView
  /** What settings know the file by: its path in the workspace folder, where there is one. */
  readonly path: string
}

/** A rule: metadata as data, and one pure check over facts. */
export interface Rule<Messages extends Record<string, string> = Record<string, string>> {
  /** The file name, the docs page and what users write to suppress it; never renamed. */
  readonly name: string
  /** One line that names the pattern, not the cure. */
  readonly summary: string
  readonly severity: Severity
  /** Runs only where settings give it a severity. */
  readonly optIn?: true
  readonly category: Category
  /** CWE numbers. */
  readonly cwe: readonly number[]
  readonly references: readonly Reference[]
  /** Message templates by id; `{name}` is replaced by the argument of that name. A list of problems shows 90 characters. */
  readonly messages: Messages
  /** What follows from it, as whole sentences, where the message does not say so itself: for the hover. */
  readonly consequences?: Partial<Record<keyof Messages, string>>
  /** Called once for each option, and again only where it has looked at the context: do so last, after what the option says. */
  check?(option: Option, context: RuleContext): Iterable<Report<keyof Messages & string>>
  /** Called once for each module that declares options or belongs to a configuration package. */
  checkModule?(module: Module, context: RuleContext): Iterable<Report<keyof Messages & string>>
  /** Called once for each read that reaches a log in its function, or whose option nobody may declare. */
  checkRead?(read: JudgedRead): Iterable<Report<keyof Messages & string>>
}

/** What a check yields; the engine makes a `Finding` of it. */
export interface Report<Id extends string = string> {
  /** Where the underline goes. */
  readonly at: Range
  readonly message: Id
  readonly args?: Readonly<Record<string, string>>
  /** Where this case deserves another severity than the rule's own. */
  readonly severity?: Severity
  /** The real fixes, best first. */
  readonly fixes?: readonly Fix[]
  readonly related?: readonly Related[]
  /** The option that a module rule speaks of. */
  readonly option?: Option
}

export interface Fix {
  /** In the imperative, as VS Code shows it: `Add secret=True`. */
  readonly title: string
  readonly edits: readonly FixEdit[]
  /** Keeps the program's meaning apart from what the rule is about: may be applied in bulk and on save. */
  readonly safe: boolean
}

/** An edit of a fix. */
export interface FixEdit extends Edit {
  /** Where in `newText` only the author's own words will do, by UTF-16 offsets. */
  readonly blanks?: readonly number[]
}

/** Whether a fix leaves its finding until the author has written something. */
export function needsWords(fix: Fix): boolean {
  return fix.edits.some(({ blanks = [] }) => blanks.length > 0)
}

export interface Related {
  readonly file: string
  readonly range: Range
  readonly message: string
}

/** Types a rule's message ids against its checks. */
export function defineRule<const Messages extends Record<string, string>>(rule: Rule<Messages>): Rule {
  return rule
}
