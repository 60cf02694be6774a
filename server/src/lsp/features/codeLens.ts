import type { CodeLens } from 'vscode-languageserver'
import { isConfModule, isSameRange, keyText } from '../../engine/index'
import type { Option } from '../../engine/index'
import { showUsesCommand } from '../../protocol'
import type { LensScope, ShowUsesArguments } from '../../protocol'
import type { Client } from '../capabilities'
import { toRange } from '../convert'
import type { Facts } from '../facts'
import { type Uses, keysOf } from '../uses'
import { isRead, usesInWords } from '../useWords'

/**
 * Answers `textDocument/codeLens`: one over each declaration whose group is known; what it says comes when it is seen.
 * None in a file none of whose options is used: what uses them is elsewhere, and so many empty lines would tell nothing.
 */
export async function codeLenses(facts: Facts, uses: Uses, scope: LensScope, uri: string): Promise<CodeLens[]> {
  if (scope === 'off' || (scope === 'configModules' && !isConfModule(uri))) return []
  const options = (facts.module(uri)?.options ?? []).filter(option => keysOf(option).length > 0)
  // While files are read, the lenses keep their place.
  if (!facts.indexing) {
    const byKey = await uses.ofAll()
    if (!options.some(option => keysOf(option).some(key => byKey.get(keyText(key))?.length))) return []
  }
  // A call in a loop or a factory declares several options.
  const first = options.filter(
    (option, at) => options.findIndex(other => isSameRange(other.range, option.range)) === at,
  )
  return first.map(option => ({ range: toRange(option.nameRange), data: uri }))
}

/** Answers `codeLens/resolve`: how often it is read, and what that reaches. */
export async function resolveLens(facts: Facts, uses: Uses, client: Client, lens: CodeLens): Promise<CodeLens> {
  const uri = typeof lens.data === 'string' ? lens.data : ''
  // Nothing is waited for while files are read: lenses are asked for again at the end.
  const title = facts.indexing ? 'counting reads…' : await titleOf(uses, declaredAt(facts, uri, lens))
  const args: ShowUsesArguments = [uri, lens.range.start]
  const command = client.commands.has(showUsesCommand) ? showUsesCommand : ''
  return { ...lens, command: { title, command, arguments: args } }
}

function declaredAt(facts: Facts, uri: string, { range }: CodeLens): readonly Option[] {
  return (facts.module(uri)?.options ?? []).filter(option => isSameRange(option.nameRange, range))
}

async function titleOf(uses: Uses, options: readonly Option[]): Promise<string> {
  const byKey = await uses.ofAll()
  const keys = new Set(options.flatMap(keysOf).map(keyText))
  const found = [...keys].flatMap(key => byKey.get(key) ?? [])
  const reads = found.filter(isRead)
  const own = reads.filter(({ isTest }) => !isTest)
  if (own.length > 0) return usesInWords(own)
  if (reads.length > 0) return 'read in tests only'
  return options.every(({ membership }) => membership.complete) ? 'no reads found' : 'reads not known'
}
