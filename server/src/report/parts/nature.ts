import { categorize, type Option } from '../../engine/index'
import { type Block, code, counted, table, text } from '../document'
import { openFindings, optionsOf, type ReportInput } from '../input'

/** What kind of code this is: modules, groups, options by class. */
export function natureOf(input: ReportInput): Block[] {
  const options = optionsOf(input)
  const groups = [...tally(options, ({ membership }) => membership.groups)].sort(byName)
  const relevant = options.filter(option => categorize(option).securityRelevant)
  const libraries = input.files.flatMap(({ module }) => module.libraryOptions)
  return [
    text(
      `${counted(input.files.length, 'module')} of declarations: ${counted(options.length, 'option')} in ${counted(groups.length, 'group')}, `,
      `of which ${String(relevant.length)} matter to security. The code declares options and runs nothing else, unless part 5 says so.`,
    ),
    table(
      'Options by class',
      ['Class', 'Options', 'Matter to security'],
      rowsByClass(options),
      'No options are declared.',
    ),
    table(
      'Groups',
      ['Group', 'Title', 'Options', 'Matter to security', 'Findings'],
      groups.map(([group, members]) => [
        code(`[${group}]`),
        titleOf(group, input),
        String(members.length),
        String(members.filter(one => categorize(one).securityRelevant).length),
        String(openFindings(input).filter(({ finding }) => finding.option?.groups.includes(group)).length),
      ]),
      'No group of these options is known from what was read.',
    ),
    table(
      'Modules',
      ['Module', 'Options', 'Registered', 'Listed'],
      input.files.map(({ shown, module }) => [
        code(shown),
        String(module.options.length),
        String(module.options.filter(({ membership }) => membership.registered).length),
        String(module.options.filter(({ membership }) => membership.listed).length),
      ]),
      'No module declares options.',
    ),
    ...(libraries.length === 0
      ? []
      : [
          table(
            'Options that libraries declare and these modules register',
            ['Library', 'Group', 'Options'],
            libraries.map(({ library, group, options }) => [library, code(`[${group}]`), String(options.length)]),
            '',
          ),
        ]),
  ]
}

function rowsByClass(options: readonly Option[]): string[][] {
  const classes = [...tally(options, ({ className }) => [className])]
  return classes
    .sort(([a, some], [b, others]) => others.length - some.length || (a < b ? -1 : 1))
    .map(([name, members]) => [
      name,
      String(members.length),
      String(members.filter(one => categorize(one).securityRelevant).length),
    ])
}

function titleOf(group: string, { files }: ReportInput): string {
  const found = files.flatMap(({ module }) => module.groups).find(({ name }) => name === group)
  return found?.title ?? 'none written here'
}

function tally(options: readonly Option[], keysOf: (option: Option) => readonly string[]): Map<string, Option[]> {
  const found = new Map<string, Option[]>()
  for (const option of options) for (const key of keysOf(option)) found.set(key, [...(found.get(key) ?? []), option])
  return found
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : a > b ? 1 : 0
}
