import { root } from '../protocol/testClient'
import type { Operation, Texts } from './operation'
import type { Random } from './random'
import { chooseSettings, settingsFiles } from './chooseSettings'
import { chooseTyping } from './chooseTyping'

/** Kinds of operations that are known to lead to differences, and are only chosen when asked for. */
export interface Daring {
  /** Reads that are overtaken by later ones. */
  readonly lateReads: boolean
}

const mostOpen = 10
const subfolder = { uri: `${root}/stratus`, name: 'stratus' }
const apart = { uri: 'file:///apart', name: 'apart' }

/** The next things to happen, given the texts of now and those of the beginning. */
export function choose(random: Random, texts: Texts, start: Texts, daring: Daring): Operation[] {
  const open = texts.open.map(({ uri }) => uri)
  const python = Object.keys(texts.files).filter(uri => uri.endsWith('.py'))
  const own = Object.keys(start.files).filter(uri => uri.endsWith('.py'))
  const anyOpen = (): string => random.oneOf(open) ?? 'untitled:Untitled-0'
  const anyFile = (): string => random.oneOf(python) ?? `${root}/none.py`
  const openOne = (): Operation => {
    if (open.length >= mostOpen) return { do: 'close', uri: open[0]! }
    if (random.below(6) > 0) return { do: 'open', uri: anyFile() }
    const text = start.files[random.oneOf(own) ?? ''] ?? ''
    const languageId = random.below(5) === 0 ? 'plaintext' : 'python'
    return { do: 'open', uri: `untitled:Untitled-${random.below(5)}`, text, languageId }
  }
  const restoreOne = (uri = random.oneOf(own) ?? ''): Operation => {
    return { do: 'write', files: { [uri]: start.files[uri] ?? '' } }
  }
  const overtake = (): Operation[] => {
    const uri = anyFile()
    const text = texts.files[random.oneOf(python) ?? ''] ?? ''
    const last: Operation = random.below(2) === 0 ? restoreOne(uri) : { do: 'delete', uri }
    return [{ do: 'delayReads', count: 1 + random.below(2) }, { do: 'write', files: { [uri]: text } }, last]
  }
  const chosen = random.weighted<() => Operation | Operation[]>([
    [40, () => chooseTyping(random, random.oneOf(texts.open))],
    [8, () => ({ do: 'undo', uri: anyOpen() })],
    [3, () => ({ do: 'revert', uri: anyOpen() })],
    [10, openOne],
    [6, () => ({ do: 'close', uri: anyOpen() })],
    [5, () => ({ do: 'save', uri: anyOpen() })],
    [4, () => restoreOne()],
    [2, () => ({ do: 'write', files: { [anyFile()]: texts.open[0]?.text ?? '' } })],
    [1, () => ({ do: 'write', files: { [anyFile()]: null } })],
    [2, () => ({ do: 'delete', uri: anyFile() })],
    [2, () => ({ do: 'rename', uri: anyFile(), to: `${root}/stratus/conf/renamed_${random.below(4)}.py` })],
    [2, () => ({ do: 'branch', files: random.oneOf([0, 3, 12]) ?? 0, name: `b${random.below(5)}` })],
    [1, () => ({ do: 'branch', files: 205, name: `b${random.below(5)}` })],
    [4, () => ({ do: 'settings', settings: chooseSettings(random) })],
    [5, () => ({ do: 'settingsFile', ...(random.oneOf(settingsFiles) ?? settingsFiles[0]) })],
    [2, () => ({ do: 'writeBaseline' })],
    [2, () => toggleFolder(texts, random.oneOf([subfolder, apart]) ?? apart)],
    [2, () => ({ do: 'refresh' })],
    [1, () => ({ do: 'refresh', cancelled: true })],
    [1, () => ({ do: 'giveUp' })],
    [8, () => chooseQuestion(random, anyOpen())],
    [1, () => ({ do: 'rejectReads', count: 1 + random.below(3) })],
    [daring.lateReads ? 3 : 0, overtake],
    [4, () => ({ do: 'rest' })],
  ])
  return [chosen()].flat()
}

function toggleFolder(texts: Texts, folder: { uri: string; name: string }): Operation {
  const isThere = texts.folders.some(({ uri }) => uri === folder.uri)
  return { do: 'folders', added: isThere ? [] : [folder], removed: isThere ? [folder] : [] }
}

function chooseQuestion(random: Random, uri: string): Operation {
  const position = { line: random.below(40), character: 8 }
  const [method, params] = random.oneOf<[string, object]>([
    ['textDocument/hover', { textDocument: { uri }, position }],
    ['textDocument/documentSymbol', { textDocument: { uri } }],
    ['workspace/symbol', { query: 'pass' }],
    ['novaConfigReview/inventory', { groupBy: 'severity', findingsOnly: true, securityRelevantOnly: false }],
  ])!
  return { do: 'ask', method, params, ...(random.below(3) === 0 ? { cancelled: true } : {}) }
}
