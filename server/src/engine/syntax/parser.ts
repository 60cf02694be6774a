import { Language, Parser, type Node as TreeNode } from 'web-tree-sitter'
import type { SyntaxModule } from './ast'
import { lowerModule, type Wanted } from './lower'
import { startsOf, type Inserted } from './insertions'
import { mend } from './mend'
import { leftOutBody, outlineOf } from './outline'
import { move, moved } from './moved'
import { Node } from './node'
import { reparse, type Parsed, type ReadPiece } from './reparse'

export interface PythonWasm {
  /** The bytes of web-tree-sitter.wasm. */
  readonly runtime: Uint8Array
  /** The bytes of tree-sitter-python.wasm. */
  readonly grammar: Uint8Array
}

/** Reads Python. Holds one tree-sitter parser; make one and share it. */
export interface PythonParser {
  /** What it reads with, for the log: `tree-sitter-python 0.25.0`. */
  readonly grammar: string
  /** The plain syntax tree of any text whatever. Text that is no Python gives what little could be read. */
  parse(text: string): SyntaxModule
  /**
   * The same without comments, documentation and the functions that hold none of `places`, which are offsets in ascending order; with
   * `onlyLines` also without those functions' names, and the other functions' statements that have nothing to do with one.
   */
  parseAround(text: string, places: readonly number[], onlyLines?: boolean): SyntaxModule
  /** The same for a text that was changed since another was read, with less work where the change is small. */
  parseAgain(before: Parsed, text: string): SyntaxModule
  /** Only builds and deletes tree-sitter's tree: the yardstick for benchmarks. Returns whether the text has errors. */
  parseBare(text: string): boolean
}

/** Larger texts are read as empty: no configuration module comes near it, and the parser's memory would not be bounded. */
const largestText = 2 * 1024 * 1024

/**
 * What tree-sitter may read of one text, in UTF-16 units, on top of a few times its length: it looks at the rest of a
 * run of comment lines or continued lines once for each of them. The largest of real files stay below a tenth of this.
 */
const mostReread = 32 * 1024 * 1024

/** How much of the text tree-sitter gets at a time: what it reads again within one piece is not counted. */
const piece = 512

function grammarOf({ name, metadata, abiVersion }: Language): string {
  const version = metadata && [metadata.major_version, metadata.minor_version, metadata.patch_version].join('.')
  return `tree-sitter-${name ?? 'python'} ${version ?? `of ABI ${String(abiVersion)}`}`
}

/** Loads the parser; rejects when the bytes are not the WebAssembly modules they should be. */
export async function loadPython(wasm: PythonWasm): Promise<PythonParser> {
  await Parser.init({ wasmBinary: wasm.runtime })
  const language = await Language.load(wasm.grammar)
  const parser = new Parser()
  parser.setLanguage(language)

  function withTree<T>(text: string, use: (root: TreeNode) => T, giveUp: (shortfall: string) => T): T {
    if (text.length > largestText) return giveUp(`is left out: it has more than ${largestText} characters`)
    let left = mostReread + 4 * text.length
    // Without this reset, a parse that was given up would go on with the next text.
    parser.reset()
    const tree = parser.parse(at => ((left -= piece) < 0 ? '' : text.slice(at, at + piece)), null, {
      progressCallback: () => left < 0,
    })
    try {
      if (!tree || left < 0) return giveUp('is left out: reading it as Python would take too long')
      return use(tree.rootNode)
    } finally {
      tree?.delete()
    }
  }

  /** What was read of a text with what it lacked, as a reading of the text itself. */
  const asMended = ({ text, added, back }: Inserted, syntax: SyntaxModule): SyntaxModule => {
    if (syntax.hasErrors) return move(syntax, back)
    return { ...moved(syntax, back), hasErrors: true, mended: { text, added, syntax } }
  }
  /** Of a text that has errors, more can be read with what it lacks. */
  const readMended = (text: string, wanted: Wanted): SyntaxModule | undefined => {
    const mended = mend(text)
    if (!mended) return undefined
    const added = startsOf(mended.added)
    const lower = (root: TreeNode): SyntaxModule => lowerModule(new Node(root), mended.text, wanted, added)
    const syntax = withTree(mended.text, lower, () => undefined)
    return syntax && asMended(mended, syntax)
  }
  const isBroken = (root: TreeNode, text: string): boolean => root.hasError || hasDanglingDot(root, text)
  const read = (text: string, wanted: Wanted): SyntaxModule =>
    withTree(
      text,
      root =>
        (isBroken(root, text) ? readMended(text, wanted) : undefined) ?? lowerModule(new Node(root), text, wanted),
      shortfall => ({ body: [], comments: [], hasErrors: true, shortfall }),
    )
  const readPiece: ReadPiece = (piece, added) =>
    withTree(
      piece,
      root => (isBroken(root, piece) ? undefined : lowerModule(new Node(root), piece, ofOptions, added)),
      () => undefined,
    )
  const readAgain = (before: Parsed, text: string): SyntaxModule | undefined => {
    const { syntax } = before
    const complete = syntax.hasErrors ? syntax.mended : { text: withKnownLineEnds(before.text), added: [], syntax }
    if (!complete || text.length > largestText) return undefined
    const again = reparse(complete, { text, added: [] }, readPiece)
    if (again !== 'broken') return again
    const mended = mend(text)
    const syntaxNow = mended && reparse(complete, mended, readPiece)
    return syntaxNow === undefined || syntaxNow === 'broken' ? undefined : asMended(mended!, syntaxNow)
  }
  const parse = (text: string): SyntaxModule => read(withKnownLineEnds(text), ofOptions)
  return {
    grammar: grammarOf(language),
    parse,
    parseAround: (text, places, onlyLines) => {
      const outline = outlineOf(withKnownLineEnds(text), places, onlyLines)
      // What is kept for the next key shares nodes with the tree: moved where they are, they would move twice.
      const { mended, ...syntax } = read(outline.text, aroundPlaces)
      void mended
      return move(syntax, outline.back)
    },
    parseAgain: (before, text) => readAgain(before, withKnownLineEnds(text)) ?? parse(text),
    parseBare: text =>
      withTree(
        text,
        root => root.hasError,
        () => true,
      ),
  }
}

/**
 * Function bodies longer than this are kept only when their text has to do with options: the methods of a driver class
 * are most of its file and none of our business.
 */
const shortBody = 1500
const optionWords = /Opt\b|Opts\b|_opts?\b|\bopts\b|register|set_default|set_override|nova-review|\b(global|nonlocal)\b/

function concernsOptions(body: string): boolean {
  return body.length <= shortBody || optionWords.test(body)
}

const ofOptions: Wanted = { keepsBody: concernsOptions, comments: true }
const aroundPlaces: Wanted = { keepsBody: body => body !== leftOutBody, comments: false }

/** Half a name, which tree-sitter takes for one with the name that begins the next line. */
const danglingDot = /(?<=\w)\.[ \t]*\r?\n[ \t]*[A-Za-z_][\w.]*\(/g
/** How many ends of sentences are looked at, which look alike. */
const mostDots = 200

function hasDanglingDot(root: TreeNode, text: string): boolean {
  let left = mostDots
  for (const { index } of text.matchAll(danglingDot)) {
    if (left-- <= 0 || root.descendantForIndex(index)?.type === '.') return true
  }
  return false
}

/** A lone `\r` ends a line for Python, and for the editor: tree-sitter would read a comment on to the next `\n`. */
function withKnownLineEnds(text: string): string {
  return text.replace(/\r(?!\n)/g, '\n')
}
