import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import {
  LineIndex,
  Project,
  ReadIndex,
  keepAligned,
  defaultReviewSettings,
  loadPython,
  review,
} from '../../server/src/engine/index'
import type { Edit, Finding, FixEdit, Module, PythonParser, ReviewSettings } from '../../server/src/engine/index'

const require = createRequire(import.meta.url)

/** The real parser, from the packages that the bundles take it from. */
export async function loadParser(): Promise<PythonParser> {
  const [runtime, grammar] = await Promise.all([
    readFile(require.resolve('web-tree-sitter/web-tree-sitter.wasm')),
    readFile(require.resolve('tree-sitter-python/tree-sitter-python.wasm')),
  ])
  return loadPython({ runtime, grammar })
}

/** What examples may take for granted. It stands before each of them. */
export const preamble = 'from oslo_config import cfg\nfrom oslo_config import types\n\n'

/** The name of the one file of the project. */
export const file = 'nova/conf/example.py'

export interface Reviewed {
  readonly module: Module
  readonly findings: readonly Finding[]
}

/** The facts and findings of one file, a whole project by itself. A check that throws fails the test. */
export function reviewText(
  python: PythonParser,
  text: string,
  settings: ReviewSettings = defaultReviewSettings,
): Reviewed {
  const project = new Project(python)
  project.setText(file, text)
  project.complete = true
  const reads = new ReadIndex(project.moduleNames)
  reads.setText(file, text, python)
  reads.declare(project.modules())
  const failed = (rule: string, error: unknown): never => {
    throw new Error(`${rule} failed`, { cause: error })
  }
  const findings = review(project, file, settings, failed, undefined, reads.judged(file) ?? null)
  const module = project.module(file)
  if (module === undefined) throw new Error(`no facts in ${JSON.stringify(text)}`)
  return { module, findings }
}

const usualWords = 'What the author knows of this option: its purpose, its unit, its risk and what takes its place.'

/** The edits with the author's words written where they wait for them. */
export function withWords(edits: readonly FixEdit[], words = usualWords): readonly Edit[] {
  return edits.map(({ range, newText, blanks = [] }) => {
    const ends = [...blanks, newText.length]
    return { range, newText: ends.map((end, index) => newText.slice(ends[index - 1] ?? 0, end)).join(words) }
  })
}

/** The text after edits of fixes, with what keeps its calls aligned. */
export function applyFixes({ options }: Module, text: string, edits: readonly Edit[]): string {
  const calls = options.map(option => option.range)
  return applyEdits(text, keepAligned(new LineIndex(text), calls, edits))
}

/** The text after the edits; they must not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const index = new LineIndex(text)
  const spans = edits
    .map(({ range, newText }) => ({ start: index.offsetAt(range.start), end: index.offsetAt(range.end), newText }))
    .sort((a, b) => a.start - b.start || a.end - b.end)
  let result = ''
  let at = 0
  for (const { start, end, newText } of spans) {
    if (start < at) throw new Error('edits overlap')
    result += text.slice(at, start) + newText
    at = end
  }
  return result + text.slice(at)
}
