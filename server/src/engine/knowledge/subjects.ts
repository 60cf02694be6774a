import type { Category } from './category'
import { exposedSubjects } from './exposedSubjects'
import { protectedSubjects } from './protectedSubjects'
import type { Subject } from './subject'

/** What options are about, by their words, from sure to vague: the first that fits wins. */
export const subjects: readonly Subject[] = [...protectedSubjects, ...exposedSubjects]

/** In the help's first paragraph: the option's authors themselves say that it touches security. */
export const securityWords: readonly (readonly [RegExp, Category])[] = [
  [/man[- ]in[- ]the[- ]middle|certificate|\btls\b|\bssl\b/, 'transport-security'],
  [/password|credential|\bsecret\b/, 'credential'],
  [/authenticat/, 'authentication'],
  [/unauthori[sz]ed|privileg|\brbac\b|permission|\broot user\b|as root/, 'authorization'],
  [/encrypt|decrypt|cryptograph/, 'cryptography'],
  [/denial of service|\bd?dos\b/, 'resource-limit'],
  [/untrusted|malicious|isolat/, 'isolation'],
  // Not what is case-sensitive, or insensitive to case.
  [/security|attack|vulnerab|exploit|(?<!in|case[- ])sensitive|confidential/, 'other'],
]
