import { categorize, type Option, type Use } from '../../engine/index'
import { type Block, code, counted, heading, list, table, text } from '../document'
import { nameOf, optionsOf, type ReportInput } from '../input'

/** What the modules import, what runs on import, and where the options' values go. */
export function dependenciesOf(input: ReportInput): Block[] {
  const { files, reads } = input
  const effects = files.flatMap(({ shown, module }) => module.importEffects.map(effect => ({ shown, ...effect })))
  const uses = optionsOf(input).map(option => ({ option, uses: reads.usesOf(option) }))
  const unread = uses.filter(one => !one.uses.some(isRead))
  const reaching = uses.flatMap(({ option, uses }) =>
    uses.filter(use => !use.isTest).flatMap(use => use.sinks.map(sink => ({ option, use, sink }))),
  )
  const all = uses.flatMap(one => one.uses)
  return [
    table(
      'Imports',
      ['Module', 'Imports', 'Imported by'],
      files.map(({ shown, imports, importers }) => [
        code(shown),
        imports.length === 0 ? 'nothing' : imports.join(', '),
        counted(importers, 'file'),
      ]),
      'There is no module of declarations.',
    ),
    heading('What runs on import'),
    list(
      effects.map(({ shown, range, source, reaches }) => [
        code(`${shown}:${String(range.start.line + 1)}`),
        ' ',
        code(source),
        ` reaches: ${reaches}`,
      ]),
      'No call that reaches the network, the disk, a program or the environment was seen.',
    ),
    heading('Where options are read'),
    text(
      `Reads were looked for in ${reads.where} (${counted(reads.files, 'file')}): ${String(all.filter(isRead).length)} of the program, `,
      `${String(all.filter(({ isTest }) => isTest).length)} uses of tests, ${String(all.filter(({ kind, isTest }) => kind === 'write' && !isTest).length)} writes of the program.`,
    ),
    table(
      'Values that reach a command, a file, TLS, a log and so on in the function that reads them',
      ['Option', 'Category', 'Reaches', 'Where'],
      reaching.map(({ option, use, sink }) => [
        code(nameOf(option)),
        categorize(option).category,
        sink.kind,
        code(`${reads.shown(use.file)}:${String(sink.position.line + 1)}`),
      ]),
      'No such call was seen in a function that reads one of the options.',
    ),
    heading('Options that nothing was seen to read'),
    list(
      unread.map(({ option }) => namedBriefly(option)),
      'Each option is read somewhere.',
    ),
    text('A read by a computed name, by another project or by a library cannot be seen here.'),
  ]
}

function isRead({ kind, isTest }: Use): boolean {
  return !isTest && (kind === 'read' || kind === 'dynamic' || kind === 'interpolation')
}

function namedBriefly(option: Option) {
  return code(nameOf(option))
}
