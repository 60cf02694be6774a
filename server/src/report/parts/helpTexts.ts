import { isKnown, type Option } from '../../engine/index'
import { type Block, code, heading, list, table, text } from '../document'
import { nameOf, openFindings, optionsOf, summaryOf, type ReportInput } from '../input'

/** Checks that judge what is written for operators. */
const aboutTexts = new Set([
  'help-missing-or-too-short',
  'security-help-omits-risk',
  'help-contradicts-option',
  'deprecated-without-reason',
  'secret-leaks-in-help-or-sample',
])

/** How well operators are told what options do. */
export function helpTextsOf(input: ReportInput): Block[] {
  const options = optionsOf(input)
  const without = options.filter(one => one.help.kind === 'absent' || summaryOf(one) === '')
  const rows: [what: string, test: (option: Option) => boolean, among?: (option: Option) => boolean][] = [
    ['have a help', ({ help }) => help.kind !== 'absent'],
    ['say which values are possible', says(/^[ \t]{0,99}possible values?\b/im)],
    ['name related options', says(/^[ \t]{0,99}related options?\b/im)],
    ['limit their values (choices, min, max, regex, length or a class that does)', isLimited],
    ['describe all of their choices', hasDescriptions, hasChoices],
    ['are deprecated for removal', isDeprecated],
    ['say why they are deprecated, and since when', isDeprecatedWell, isDeprecated],
    [
      'still read an old name',
      ({ deprecatedOpts }) => deprecatedOpts.kind === 'known' && deprecatedOpts.value.length > 0,
    ],
  ]
  const groups = input.files.flatMap(({ module }) => module.groups)
  const bare = groups.filter(({ title, help }) => title === undefined || help === undefined)
  const findings = openFindings(input).filter(({ finding }) => aboutTexts.has(finding.rule))
  return [
    table(
      'What the declarations tell operators',
      ['Options that', 'Count', 'Of'],
      rows.map(([what, test, among]) => [
        what,
        String(options.filter(test).length),
        String(among === undefined ? options.length : options.filter(among).length),
      ]),
      '',
    ),
    heading('Options without help'),
    list(
      without.map(one => code(nameOf(one))),
      'Every option has a help.',
    ),
    heading('Groups without title or help'),
    list(
      bare.map(({ name = 'a computed name' }) => code(`[${name}]`)),
      groups.length === 0 ? 'No group is declared here.' : `Groups declared here with both: ${String(groups.length)}.`,
    ),
    heading('Findings about texts'),
    list(
      findings.map(({ finding, shown }) => [
        code(`${shown}:${String(finding.range.start.line + 1)}`),
        ` ${finding.message}.`,
      ]),
      'None.',
    ),
    text('Whether a text is true, and understood by operators, is for a person to judge.'),
  ]
}

function says(pattern: RegExp): (option: Option) => boolean {
  return ({ help }) => help.kind === 'known' && pattern.test(help.value)
}

function isLimited({ choices, min, max, regex, baseClass, valueType }: Option): boolean {
  const long = valueType.kind === 'known' && valueType.value.maxLength.kind !== 'absent'
  const strict = !['Opt', 'StrOpt', 'ListOpt', 'DictOpt', 'MultiOpt', 'MultiStrOpt', 'IntOpt', 'FloatOpt'].includes(
    baseClass,
  )
  return long || strict || [choices, min, max, regex].some(({ kind }) => kind !== 'absent')
}

function hasDescriptions({ choices }: Option): boolean {
  return (
    choices.kind === 'known' && choices.value.length > 0 && choices.value.every(one => one.description !== undefined)
  )
}

function hasChoices({ choices }: Option): boolean {
  return choices.kind === 'unknown' || (choices.kind === 'known' && choices.value.length > 0)
}

function isDeprecated({ deprecatedForRemoval }: Option): boolean {
  return isKnown(deprecatedForRemoval, true)
}

function isDeprecatedWell(option: Option): boolean {
  const { deprecatedReason, deprecatedSince } = option
  return isDeprecated(option) && deprecatedReason.kind !== 'absent' && deprecatedSince.kind !== 'absent'
}
