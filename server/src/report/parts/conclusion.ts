import { categorize, isAtLeast, knowledgeOf, type Option } from '../../engine/index'
import { type Block, code, counted, heading, type Inlines, list, table, text } from '../document'
import { nameOf, openFindings, optionsOf, type OptionState, type ReportInput } from '../input'
import { failing } from './deployments'

/** The verdict, in a sentence or two. It never says that there are no defects: only what was looked at, and what was found. */
export function verdictOf(input: ReportInput): string {
  const failed = failing(input)
  const deployment =
    failed === 0
      ? ''
      : ` ${counted(failed, 'check')} of what configuration files set ${failed === 1 ? 'fails' : 'fail'}.`
  return `${ofDeclarations(input)}${deployment}`
}

function ofDeclarations(input: ReportInput): string {
  const open = openFindings(input)
  const grave = open.filter(({ finding }) => isAtLeast(finding.severity, 'warning')).length
  const examined = `${counted(optionsOf(input).length, 'option')} and ${counted(input.rules.length, 'check')}`
  if (input.incomplete.length > 0)
    return `No verdict: ${counted(input.incomplete.length, 'file')} could not be read wholly; ${counted(open.length, 'finding')} in what was read (${examined}).`
  if (open.length === 0)
    return `Nothing was found with ${examined}. What was not examined is named below; only a person can say that there are no defects.`
  if (grave === 0) return `No warning, and ${counted(open.length, 'lesser finding')}, with ${examined}.`
  return `${counted(grave, 'finding')} to be settled before this is called secure, and ${String(open.length - grave)} lesser ones, with ${examined}.`
}

/** What follows: the verdict, what is open, what people have looked at, and what nobody has. */
export function conclusionOf(input: ReportInput): Block[] {
  const options = optionsOf(input)
  return [
    text(verdictOf(input)),
    heading('Open questions'),
    list(questions(input), 'None that the source raises.'),
    heading('Reviewed and unreviewed'),
    ...progress(input),
    heading('What was not examined'),
    list(notExamined(input, options), ''),
  ]
}

function questions(input: ReportInput): Inlines[] {
  const grave = openFindings(input).filter(({ finding }) => isAtLeast(finding.severity, 'warning'))
  const options = optionsOf(input)
  const judged = new Set(input.findings.map(({ finding }) => `${finding.file}\n${finding.option?.id ?? ''}`))
  const alone = options.filter(
    option =>
      categorize(option).securityRelevant &&
      knowledgeOf(option) === undefined &&
      !judged.has(`${option.file}\n${option.id}`),
  )
  const unknown = options.filter(option => unknownFacts(option).length > 0)
  const unread = options.filter(
    option => categorize(option).securityRelevant && !input.reads.usesOf(option).some(({ isTest }) => !isTest),
  )
  return [
    ...grave.map(({ finding, shown }): Inlines => [
      'Is this meant, and is it told to operators? ',
      code(`${shown}:${String(finding.range.start.line + 1)}`),
      ` ${finding.message}.`,
    ]),
    ...named(
      'matter to security, but nothing is written down of them and no check had anything to say. Does a person agree?',
      alone,
    ),
    ...named('have a default, type or name that the source does not tell. What is it where the service runs?', unknown),
    ...named(`matter to security, and nothing in ${input.reads.where} was seen to read them. Who does?`, unread),
    ...byState(input, 'question').map((line): Inlines => ['A reviewer asks: ', ...line]),
  ]
}

function named(question: string, options: readonly Option[]): Inlines[] {
  if (options.length === 0) return []
  const names = options.map(nameOf).join(', ')
  return [`${counted(options.length, 'option')} ${question} ${names}`]
}

function unknownFacts(option: Option): string[] {
  const { name, default: value, valueType, secret } = option
  const facts = { name, default: value, valueType, secret }
  return Object.entries(facts).flatMap(([fact, { kind }]) => (kind === 'unknown' ? [fact] : []))
}

function byState(input: ReportInput, wanted: OptionState['state']): string[][] {
  return optionsOf(input).flatMap(option => {
    const { state, note, reviewers } = input.reviews.stateOf(option)
    return state === wanted ? [[`${nameOf(option)}: ${note ?? 'no note'} (${reviewers.join(', ')})`]] : []
  })
}

const states = ['unreviewed', 'changed-since-review', 'question', 'finding', 'accepted-risk', 'reviewed'] as const

function progress(input: ReportInput): Block[] {
  if (!input.reviews.kept)
    return [text('No person has recorded a review of these options: all of them are unreviewed.')]
  const options = optionsOf(input)
  const relevant = options.filter(option => categorize(option).securityRelevant)
  const count = (some: readonly Option[], state: OptionState['state']): string =>
    String(some.filter(option => input.reviews.stateOf(option).state === state).length)
  return [
    table(
      'State of the review',
      ['State', 'Options', 'Matter to security'],
      states.map(state => [state.replaceAll('-', ' '), count(options, state), count(relevant, state)]),
      '',
    ),
    heading('What reviewers found'),
    list(byState(input, 'finding'), 'None.'),
    heading('Accepted risks'),
    list(byState(input, 'accepted-risk'), 'None.'),
    heading('Changed since they were reviewed'),
    list(byState(input, 'changed-since-review'), 'None.'),
  ]
}

function notExamined(input: ReportInput, options: readonly Option[]): Inlines[] {
  const libraries = input.files.flatMap(({ module }) => module.libraryOptions.flatMap(one => one.options)).length
  const { where, files } = input.reads
  const unknown = options.filter(one => unknownFacts(one).length > 0).length
  return [
    ...input.incomplete.map(({ file, reason }): Inlines => [code(file), ` ${reason}`]),
    howDeployed(input),
    'How Nova works together with other components: the message queue, the database, Keystone, Neutron, Cinder, the hypervisor.',
    `What the code makes of a value further than two functions from where it is read; reads were looked for in ${where} (${counted(files, 'file')}).`,
    'Options read by computed names, by plugins, by other projects.',
    `Options that libraries declare${libraries === 0 ? '' : `, of which ${String(libraries)} are registered here`}: their own source was not read.`,
    'What changed since a release, and whether it was announced (diff does that).',
    'Whether help texts are true, and whether their impact and scope are told as operators need it.',
    'What tests declare and set.',
    ...(input.rulesOff.length === 0
      ? []
      : [`${counted(input.rulesOff.length, 'check')} that did not run (part 3 names them).`]),
    ...(unknown === 0 ? [] : [`Facts of ${counted(unknown, 'option')} that only show when the program runs.`]),
  ]
}

function howDeployed({ deployments }: ReportInput): string {
  const files = deployments.flatMap(one => one.files)
  if (files.length === 0)
    return 'How the service is deployed: what nova.conf sets, its files and their rights, the network between hosts (check and posture judge configuration files).'
  return `Of the deployment, all but ${files.join(', ')}: what other files, the command line and the environment set, and the network between hosts.`
}
