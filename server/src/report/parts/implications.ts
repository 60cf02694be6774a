import { categories, categorize, type Category, knowledgeOf, type Option, renderConfValue } from '../../engine/index'
import { type Block, code, counted, heading, type Inlines, table, text } from '../document'
import { nameOf, optionsOf, summaryOf, type ReportInput } from '../input'

/** Why options of a category matter. */
const why: Readonly<Record<Category, string>> = {
  credential:
    'They hold credentials, say whose they are, or decide where they go: who learns one can act as its owner.',
  authentication: 'They decide whether anybody is asked who they are.',
  authorization: 'They decide who may do what.',
  'transport-security':
    'They decide whether traffic can be read or changed on its way, and who is believed at the other end.',
  'network-exposure': 'They decide who can reach the service, and whom the service reaches.',
  cryptography: 'They decide how strong keys, ciphers and hashes are.',
  'data-at-rest': 'They decide whether stored data can be read by others, or is left behind.',
  isolation: 'They stand between guests, and between guests and their host.',
  'resource-limit': 'They keep one user from using up what all share.',
  'code-execution': 'The value becomes a command, a program or a module that runs with the rights of the service.',
  'file-path': 'The value names files that the service reads or writes with its own rights.',
  'information-disclosure': 'They decide what outsiders get to see.',
  audit: 'They decide what can be told afterwards.',
  availability: 'They decide whether the service stays there.',
  other: 'They matter to security in ways of their own.',
}

/** The options that matter to security, by category: what each reaches, and why it matters. */
export function implicationsOf(input: ReportInput): Block[] {
  const options = optionsOf(input)
  const relevant = options.filter(option => categorize(option).securityRelevant)
  const known = relevant.filter(option => knowledgeOf(option) !== undefined)
  return [
    text(
      `${String(relevant.length)} of ${counted(options.length, 'option')} matter to security. `,
      `Of ${String(known.length)} of them it is written down what they reach and what goes wrong; the others were told by type, name and help, `,
      'and what is said of them is the first line of their help.',
    ),
    ...categories.flatMap(category => {
      const members = relevant.filter(option => categorize(option).category === category)
      if (members.length === 0) return []
      return [
        heading(`${category}: ${counted(members.length, 'option')}`),
        text(why[category]),
        table(
          `Options of the category ${category}`,
          ['Option', 'Default', 'What it reaches', 'What goes wrong', 'Safer', 'Reads'],
          members.map(option => rowOf(option, input)),
          '',
        ),
      ]
    }),
  ]
}

function rowOf(option: Option, input: ReportInput): Inlines[] {
  const entry = knowledgeOf(option)
  const headline = summaryOf(option)
  return [
    code(nameOf(option)),
    defaultOf(option),
    entry?.reaches ?? (headline === '' ? 'Not written down, and its help does not say.' : `By its help: ${headline}`),
    entry?.risk ?? 'Not written down.',
    entry?.safer ?? 'Not written down.',
    readsOf(option, input),
  ]
}

function defaultOf(option: Option): Inlines {
  if (option.default.kind === 'absent') return 'none'
  if (option.default.kind === 'unknown') return 'computed'
  const shown = renderConfValue(option.default.value)
  return shown === '' ? 'empty' : code(shown)
}

function readsOf(option: Option, { reads }: ReportInput): string {
  const uses = reads.usesOf(option).filter(({ kind, isTest }) => !isTest && (kind === 'read' || kind === 'dynamic'))
  const sinks = [...new Set(uses.flatMap(use => use.sinks.map(({ kind }) => kind)))].sort()
  if (uses.length === 0) return 'none seen'
  return sinks.length === 0 ? String(uses.length) : `${String(uses.length)}, into: ${sinks.join(', ')}`
}
