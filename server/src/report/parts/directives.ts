import { isKnown, type Option } from '../../engine/index'
import { type Block, code, counted, heading, list, table, text } from '../document'
import { nameOf, optionsOf, type ReportFile, type ReportInput, summaryOf } from '../input'

/** What a review task of Nova asks for, as far as the source can tell whether it is done. */
interface Task {
  readonly asks: string
  /** What is left to do, a line each. */
  left(file: ReportFile, input: ReportInput): readonly string[]
}

const typeChecks = new Set([
  'port-without-portopt',
  'address-without-hostopt',
  'url-without-uriopt',
  'boolean-as-string',
  'enumeration-without-choices',
  'numeric-without-bounds',
])

const tasks: Readonly<Record<string, Task>> = {
  fix_opt_description: {
    asks: 'each help says what the option does and which values are possible',
    left: ({ module }) =>
      module.options.flatMap(option => {
        if (summaryOf(option) === '') return [`${nameOf(option)} has no help`]
        const isClear = option.baseClass === 'BoolOpt' || option.choices.kind !== 'absent'
        return isClear || says(option, /possible values?/i) ? [] : [`${nameOf(option)} names no possible values`]
      }),
  },
  check_deprecation_status: {
    asks: 'each deprecated option says why and since when',
    left: ({ module }) =>
      module.options
        .filter(one => isKnown(one.deprecatedForRemoval, true))
        .filter(one => one.deprecatedReason.kind === 'absent' || one.deprecatedSince.kind === 'absent')
        .map(option => `${nameOf(option)} lacks its reason or since`),
  },
  check_opt_group_and_type: {
    asks: 'each option lies in its group and has the class that checks its values',
    left: (file, { findings }) =>
      findings
        .filter(({ finding }) => finding.file === file.module.file && typeChecks.has(finding.rule))
        .map(({ finding }) => finding.message),
  },
  fix_opt_description_indentation: {
    asks: 'help texts begin at the left margin',
    left: ({ module }) => module.options.filter(isIndented).map(option => `the help of ${nameOf(option)} is indented`),
  },
  fix_opt_registration_consistency: {
    asks: 'each option is registered and listed',
    left: ({ module }) =>
      module.options
        .filter(({ membership }) => !membership.registered || !membership.listed)
        .map(option => `${nameOf(option)} is ${option.membership.registered ? 'not listed' : 'not registered'}`),
  },
}

/** What comments ask of those who change the code: review tasks, waived findings, things to do. */
export function directivesOf(input: ReportInput): Block[] {
  const markers = input.files.flatMap(file =>
    file.module.comments.flatMap(({ text, range, ownLine }) => {
      const name = ownLine ? /^#\s*needs:\s*(\w[\w-]*)/.exec(text)?.[1] : undefined
      return name === undefined ? [] : [{ file, name, line: range.start.line + 1 }]
    }),
  )
  return [
    table(
      'Review tasks (needs: markers)',
      ['Marker', 'Where', 'Asks that', 'What remains'],
      markers.map(({ file, name, line }) => [
        code(`needs:${name}`),
        code(`${file.shown}:${String(line)}`),
        tasks[name]?.asks ?? 'This marker has no meaning that is known here.',
        remains(tasks[name], file, input),
      ]),
      'No module carries a review task.',
    ),
    heading('Other comments that ask for something'),
    list(
      input.files.flatMap(({ shown, module }) =>
        module.comments
          .filter(({ text }) => /\b(TODO|FIXME|XXX|HACK)\b|nova-review\s*:/.test(text))
          .map(({ text, range }) => [code(`${shown}:${String(range.start.line + 1)}`), ` ${text}`]),
      ),
      'None.',
    ),
    text(
      `Comments of ${counted(input.files.length, 'file')} with ${counted(optionsOf(input).length, 'option')} were read.`,
    ),
  ]
}

/** How many things that remain are named: there may be one for each option. */
const mostNamed = 10

function remains(task: Task | undefined, file: ReportFile, input: ReportInput): string {
  if (task === undefined) return 'A person has to say.'
  const left = task.left(file, input)
  if (left.length === 0) return 'Nothing that the source shows: a person looks, and the marker can go.'
  const more = left.length > mostNamed ? ` … and ${String(left.length - mostNamed)} more` : ''
  return `${String(left.length)}: ${left.slice(0, mostNamed).join('; ')}${more}.`
}

function says({ help }: Option, pattern: RegExp): boolean {
  return help.kind === 'known' && pattern.test(help.value)
}

/** Whether the text of several lines has a margin of its own, apart from lists and code in it. */
function isIndented({ help }: Option): boolean {
  if (help.kind !== 'known') return false
  const lines = help.value
    .split('\n')
    .slice(1)
    .filter(line => line.trim() !== '')
  return lines.length > 0 && lines.every(line => /^\s/.test(line))
}
