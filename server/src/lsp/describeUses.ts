import type { Place, Sink, Use } from '../engine/index'
import { escapeMarkdown, firstOf, link } from '../safe/markdown'
import { isRead, sinkInWords, sinkKinds, usesInWords } from './useWords'

/** How many of the calls that are reached, and of those that are not followed into, stand in a hover. */
const mostReached = 4
const mostLost = 3

/**
 * What reading an option leads to: how often it is read, which calls its value reaches and by which way, each place to be
 * clicked on, and what was not followed. Empty where nothing reads it outside of tests.
 */
export function describeUses(uses: readonly Use[]): string {
  const reads = uses.filter(use => isRead(use) && !use.isTest)
  if (reads.length === 0) return ''
  const sinks = new Map<string, { readonly use: Use; readonly sink: Sink }>()
  for (const use of reads)
    for (const sink of use.sinks) {
      const key = JSON.stringify([sink.kind, sink.file, sink.position])
      const before = sinks.get(key)
      if (!before || before.sink.hops > sink.hops) sinks.set(key, { use, sink })
    }
  const ordered = [...sinks.values()].sort(
    (a, b) => sinkKinds.indexOf(a.sink.kind) - sinkKinds.indexOf(b.sink.kind) || a.sink.hops - b.sink.hops,
  )
  const reached = ordered.map(
    ({ use, sink }) => `- reaches ${escapeMarkdown(sinkInWords(sink.kind))}: ${way(use, sink)}`,
  )
  const lost = new Map(reads.flatMap(use => use.notFollowed.map(call => [call.call, call] as const)))
  const unknown = [...lost.values()].map(call => `${escapeMarkdown(call.call)} (${placeLink(call)})`)
  return [
    escapeMarkdown(usesInWords(reads)),
    ...(reached.length === 0 ? [] : [`\n${firstOf(reached, '\n', mostReached)}`]),
    ...(unknown.length === 0 ? [] : [`\nNot followed into ${firstOf(unknown, ', ', mostLost)}`]),
  ].join('\n')
}

/** The way of a value: where it is read, where it is handed on, what it reaches. */
function way({ file, range }: Use, sink: Sink): string {
  const places: readonly Place[] = [{ file, position: range.start }, ...sink.through, sink]
  const told = places.map(placeLink)
  return told.filter((place, at) => place !== told[at - 1]).join(' → ')
}

function placeLink({ file, position }: Place): string {
  const line = String(position.line + 1)
  const name = decoded(file.split('/').slice(-2).join('/'))
  return link(`${name}:${line}`, `${file}#L${line}`)
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
