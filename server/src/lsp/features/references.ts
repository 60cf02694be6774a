import type { Location, Position } from 'vscode-languageserver'
import type { Use } from '../../engine/index'
import { toRange } from '../convert'
import type { ConfRoom } from '../conf/confRoom'
import type { Facts } from '../facts'
import { optionAt } from '../optionAt'
import type { Uses } from '../uses'
import { isRead } from '../useWords'

/**
 * Answers `textDocument/references`, from a declaration, a use or a setting: reads, then writes, then what tests do, then
 * what configuration files set.
 */
export async function references(
  facts: Facts,
  uses: Uses,
  conf: ConfRoom,
  uri: string,
  position: Position,
  withDeclaration: boolean,
): Promise<Location[]> {
  await uses.work()
  const named = conf.has(uri) ? await conf.optionAt(uri, position) : optionAt(facts, uses, uri, position)
  if (named === undefined) return []
  const declared = named.options.map(({ file, nameRange }) => ({ uri: file, range: toRange(nameRange) }))
  const found = [...uses.of(named.keys)].sort((a, b) => rank(a) - rank(b))
  return [
    ...(withDeclaration ? declared : []),
    ...found.map(({ file, range }) => ({ uri: file, range: toRange(range) })),
    ...(await conf.settingsOf(named.keys)),
  ]
}

function rank(use: Use): number {
  return Number(use.isTest) * 2 + Number(!isRead(use))
}
