import type { Report } from './document'
import type { ReportInput } from './input'
import { concernsOf } from './parts/concerns'
import { conclusionOf, verdictOf } from './parts/conclusion'
import { dependenciesOf } from './parts/dependencies'
import { directivesOf } from './parts/directives'
import { helpTextsOf } from './parts/helpTexts'
import { implicationsOf } from './parts/implications'
import { natureOf } from './parts/nature'

/** The review of some modules in seven parts. The same input gives the same report: it knows no time and no place. */
export function reportOf(input: ReportInput): Report {
  return {
    title: `Configuration review of ${input.subject}`,
    verdict: verdictOf(input),
    parts: [
      { id: 'code-nature', title: 'Code nature', blocks: natureOf(input) },
      { id: 'security-implications', title: 'Security implications', blocks: implicationsOf(input) },
      { id: 'security-concerns', title: 'Common security concerns', blocks: concernsOf(input) },
      { id: 'documentation', title: 'Comments and documentation', blocks: helpTextsOf(input) },
      { id: 'dependencies', title: 'Dependencies and external calls', blocks: dependenciesOf(input) },
      { id: 'directives', title: 'Code directives', blocks: directivesOf(input) },
      { id: 'conclusion', title: 'Conclusion', blocks: conclusionOf(input) },
    ],
  }
}
