import { keyText, optionKey } from '../../engine/index'
import type { OptionKey, Place, Sink, Use } from '../../engine/index'
import type { OptionParams, OptionUsesResult, UseRow } from '../../protocol'
import { label } from '../../safe/text'
import { toRange } from '../convert'
import type { Facts } from '../facts'
import { optionOfRow } from '../rows'
import { fileLabel } from '../scope'
import { type Uses, keysOf } from '../uses'
import { counted, reachedBy, sinkInWords, useInWords, usesInWords } from '../useWords'
import { libraryOptionOfRow } from './libraryRows'

/** Answers `novaConfigReview/optionUses`. */
export async function optionUses(facts: Facts, uses: Uses, params: OptionParams): Promise<OptionUsesResult> {
  // Nothing is waited for while files are read: rows are asked for again at the end.
  if (facts.indexing) return [remark(params.id, 'Counting reads…')]
  const keys = keysOfRow(facts, params)
  if (keys === undefined) return []
  if (keys.length === 0) return [remark(params.id, 'Reads are not known', 'its name or group is computed')]
  const byKey = await uses.ofAll()
  const found = [...new Set(keys.map(keyText))].flatMap(key => byKey.get(key) ?? [])
  if (found.length === 0) return [remark(params.id, 'No reads found')]
  const tests = byFile(found.filter(({ isTest }) => isTest))
  return [
    ...[...byFile(found.filter(({ isTest }) => !isTest))].map(one => fileRow(facts, params.id, ...one)),
    ...(tests.size > 0 ? [testsRow(facts, params.id, tests)] : []),
  ]
}

function keysOfRow(facts: Facts, params: OptionParams): readonly OptionKey[] | undefined {
  const option = optionOfRow(facts, params)
  if (option !== undefined) return keysOf(option)
  const library = libraryOptionOfRow(params.id)
  return library && [optionKey(library.group, library.name)]
}

function byFile(uses: readonly Use[]): ReadonlyMap<string, readonly Use[]> {
  const files = new Map<string, Use[]>()
  for (const use of uses) {
    const before = files.get(use.file)
    if (before === undefined) files.set(use.file, [use])
    else before.push(use)
  }
  return files
}

function testsRow(facts: Facts, parent: string, files: ReadonlyMap<string, readonly Use[]>): UseRow {
  const id = `${parent}|tests`
  const count = [...files.values()].reduce((sum, uses) => sum + uses.length, 0)
  const description = `${counted(count, 'use')} in ${counted(files.size, 'file')}`
  const children = [...files].map(one => fileRow(facts, id, ...one))
  return { id, kind: 'tests', label: 'Tests', description, reaches: false, children }
}

function fileRow(facts: Facts, parent: string, file: string, uses: readonly Use[]): UseRow {
  const id = `${parent}|${file}`
  return {
    id,
    kind: 'file',
    label: label(fileLabel(file, facts.folders)),
    description: usesInWords(uses),
    reaches: uses.some(({ sinks }) => sinks.length > 0),
    ...(uses[0] === undefined ? {} : { at: placeOf(uses[0]) }),
    children: uses.map((use, index) => useRow(facts, `${id}|${String(index)}`, use)),
  }
}

function useRow(facts: Facts, id: string, use: Use): UseRow {
  const nearest = reachedBy(use).flatMap(kind => use.sinks.find(sink => sink.kind === kind) ?? [])
  const reached = nearest.map(
    sink => `${sinkInWords(sink.kind)} in ${placeInWords(facts, use.file, sink).replace('Line', 'line')}`,
  )
  return {
    id,
    kind: use.kind === 'write' ? 'write' : 'read',
    label: `Line ${String(use.range.start.line + 1)}`,
    description: [useInWords(use), ...(reached.length === 0 ? [] : [`reaches ${reached.join(', ')}`])].join(' · '),
    reaches: reached.length > 0,
    at: placeOf(use),
    children: nearest.filter(({ hops }) => hops > 0).flatMap(sink => wayRows(facts, `${id}|${sink.kind}`, use, sink)),
  }
}

/** The way of a value from its read to a call, one row for each place. */
function wayRows(facts: Facts, id: string, use: Use, sink: Sink): UseRow[] {
  const row = (place: Place, at: number, description: string): UseRow => ({
    id: `${id}|${String(at)}`,
    kind: place === sink ? 'sink' : 'step',
    label: placeInWords(facts, use.file, place),
    description,
    reaches: place === sink,
    at: { uri: place.file, range: toRange({ start: place.position, end: place.position }) },
    children: [],
  })
  const { through } = sink
  return [...through.map((place, at) => row(place, at, 'handed on')), row(sink, through.length, sinkInWords(sink.kind))]
}

function placeInWords(facts: Facts, from: string, { file, position }: Place): string {
  const line = String(position.line + 1)
  return file === from ? `Line ${line}` : label(`${fileLabel(file, facts.folders)}:${line}`)
}

function placeOf({ file, range }: Use): NonNullable<UseRow['at']> {
  return { uri: file, range: toRange(range) }
}

function remark(parent: string, text: string, description = ''): UseRow {
  return { id: `${parent}|remark`, kind: 'remark', label: text, description, reaches: false, children: [] }
}
