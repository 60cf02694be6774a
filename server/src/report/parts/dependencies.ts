import { categorize, type Option, type Sink, type Use } from '../../engine/index'
import { type Block, code, counted, heading, type Inline, type Inlines, list, table, text } from '../document'
import { nameOf, optionsOf, type ReportInput, type ReportReads } from '../input'

/** What the modules import, what runs on import, and where the options' values go. */
export function dependenciesOf(input: ReportInput): Block[] {
  const { files, reads } = input
  const effects = files.flatMap(({ shown, module }) => module.importEffects.map(effect => ({ shown, ...effect })))
  const uses = optionsOf(input).map(option => ({ option, uses: reads.usesOf(option) }))
  const unread = uses.filter(one => !one.uses.some(isRead))
  const reaching = uses.flatMap(({ option, uses }) => {
    const sinks = uses.filter(use => !use.isTest).flatMap(use => use.sinks)
    const kinds = [...new Set(sinks.map(({ kind }) => kind))]
    return kinds.map(kind => ({ option, kind, sinks: sinks.filter(sink => sink.kind === kind) }))
  })
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
      'Values that reach a command, a file, TLS, a log and so on, in the function that reads them or at most two further',
      ['Option', 'Category', 'Reaches', 'Where'],
      reaching.map(({ option, kind, sinks }) => [
        code(nameOf(option)),
        categorize(option).category,
        kind,
        placesOf(sinks, reads),
      ]),
      'No such call was seen.',
    ),
    heading('Options that nothing was seen to read'),
    list(
      unread.map(({ option }) => namedBriefly(option)),
      'Each option is read somewhere.',
    ),
    text('A read by a computed name, by another project or by a library cannot be seen here.'),
  ]
}

/** So many places of a kind are named. */
const mostPlaces = 4

/** The places of some calls, each once. */
function placesOf(sinks: readonly Sink[], { shown }: ReportReads): Inlines {
  const places = [...new Set(sinks.map(({ file, position }) => `${shown(file)}:${String(position.line + 1)}`))]
  const named = places
    .slice(0, mostPlaces)
    .flatMap((place, index): Inline[] => [...(index === 0 ? [] : [', ']), code(place)])
  return places.length > mostPlaces ? [...named, ` and ${String(places.length - mostPlaces)} more`] : named
}

function isRead({ kind, isTest }: Use): boolean {
  return !isTest && (kind === 'read' || kind === 'dynamic' || kind === 'interpolation')
}

function namedBriefly(option: Option) {
  return code(nameOf(option))
}
