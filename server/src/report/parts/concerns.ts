import { categories, categorize, type Category, evidenceOf, severities } from '../../engine/index'
import { type Block, code, counted, heading, type Inline, list, table, text } from '../document'
import { openFindings, optionsOf, type ReportFinding, type ReportInput } from '../input'
import { deploymentsOf } from './deployments'

/** What was found, with evidence; and what was looked for and not found. */
export function concernsOf(input: ReportInput): Block[] {
  const open = openFindings(input)
  const known = input.findings.filter(({ finding }) => finding.known === true)
  const waived = input.findings.filter(({ finding }) => finding.waived !== undefined)
  const silent = input.rules.filter(rule => !input.findings.some(({ finding }) => finding.rule === rule.name))
  return [
    text(
      `${counted(open.length, 'finding')} by ${counted(input.rules.length, 'check')} over ${counted(optionsOf(input).length, 'option')}; `,
      `${String(known.length)} more are known, ${String(waived.length)} more are waived in the source.`,
    ),
    ...chartOf(open, input),
    ...severities.flatMap(severity => findingBlocks(severity, open)),
    ...(known.length === 0 ? [] : [heading('Known before'), list(known.map(line), '')]),
    ...(waived.length === 0
      ? []
      : [
          heading('Waived in the source'),
          list(
            waived.map(one => [...line(one), ` Reason: ${one.finding.waived ?? ''}`]),
            '',
          ),
        ]),
    ...deploymentsOf(input),
    heading('Looked for and not found'),
    table(
      'Checks that found nothing',
      ['Category', 'Checks'],
      categories.flatMap(category => {
        const here = silent.filter(rule => rule.category === category)
        return here.length === 0 ? [] : [[category, here.map(rule => rule.summary).join('; ')]]
      }),
      'Each check found something.',
    ),
    text(
      input.rulesOff.length === 0
        ? 'No check is turned off.'
        : 'These checks did not run, for settings turn them off, or nobody asked for them:',
    ),
    ...(input.rulesOff.length === 0
      ? []
      : [
          list(
            input.rulesOff.map(({ name, summary }) => [code(name), `: ${summary}`]),
            '',
          ),
        ]),
  ]
}

function chartOf(open: readonly ReportFinding[], input: ReportInput): Block[] {
  const ofOptions = new Map(
    optionsOf(input).map(option => [`${option.file}\n${option.id}`, categorize(option).category]),
  )
  // A rule about texts or types is of no category of its own: its finding is of the option's.
  const categoryOf = ({ finding: { category, file, option } }: ReportFinding): Category =>
    category === 'other' ? (ofOptions.get(`${file}\n${option?.id ?? ''}`) ?? category) : category
  const rows = categories.flatMap(category => {
    const counts = severities.map(
      severity => open.filter(one => categoryOf(one) === category && one.finding.severity === severity).length,
    )
    return counts.some(count => count > 0) ? [{ label: category, counts }] : []
  })
  if (rows.length === 0) return []
  return [{ kind: 'chart', caption: 'Findings by category and severity', series: severities, rows }]
}

function findingBlocks(severity: (typeof severities)[number], open: readonly ReportFinding[]): Block[] {
  const here = open.filter(({ finding }) => finding.severity === severity)
  if (here.length === 0) return []
  return [
    heading(`${severity}: ${String(here.length)}`),
    table(
      `Findings of severity ${severity}`,
      ['Where', 'What', 'What follows', 'Evidence'],
      here.map(one => [
        code(placeOf(one)),
        [{ code: one.finding.rule }, ` ${one.finding.message}`],
        one.finding.consequence ?? 'As the message says.',
        evidence(one),
      ]),
      '',
    ),
  ]
}

function placeOf({ finding, shown }: ReportFinding): string {
  return `${shown}:${String(finding.range.start.line + 1)}`
}

function line(one: ReportFinding): Inline[] {
  return [code(placeOf(one)), ' ', code(one.finding.rule), ` ${one.finding.message}.`]
}

function evidence({ finding }: ReportFinding): Inline[] {
  if (finding.references.length === 0) return ['The declaration itself.']
  return finding.references.flatMap((reference, index): Inline[] => {
    const clause = evidenceOf(reference)
    return [
      ...(index === 0 ? [] : ['; ']),
      { link: reference.label, url: reference.url },
      ...(clause === undefined ? [] : [`: ${clause}`]),
    ]
  })
}
