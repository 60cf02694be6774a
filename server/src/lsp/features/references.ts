import type { Location, Position } from 'vscode-languageserver'
import { optionKey, touches } from '../../engine/index'
import { toRange } from '../convert'
import type { Facts } from '../facts'
import { type Uses, keysOf } from '../uses'

/** Answers `textDocument/references`, from a declaration or a use: reads and writes, those in tests last. */
export async function references(
  facts: Facts,
  uses: Uses,
  uri: string,
  position: Position,
  withDeclaration: boolean,
): Promise<Location[]> {
  await uses.work()
  const use = uses.at(uri, position)
  const options =
    use === undefined
      ? (facts.module(uri)?.options ?? []).filter(option => touches(option.nameRange, position))
      : uses.declarationsOf(use)
  const keys = use === undefined ? options.flatMap(keysOf) : [optionKey(use.group, use.option)]
  const found = uses.of(keys)
  return [
    ...(withDeclaration ? options.map(option => ({ uri: option.file, range: toRange(option.nameRange) })) : []),
    ...[...found.filter(({ isTest }) => !isTest), ...found.filter(({ isTest }) => isTest)].map(({ file, range }) => ({
      uri: file,
      range: toRange(range),
    })),
  ]
}
