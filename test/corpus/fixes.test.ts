import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Project, defaultReviewSettings, loadPython, review, rules } from '../../server/src/engine/index'
import type { Finding, Fix, PythonParser } from '../../server/src/engine/index'
import { decodePython } from '../../server/src/decodePython'
import { findSources, usualScope } from '../../server/src/cli/sources'
import { applyFixes, withWords } from '../rules/engine'
import { cacheFolder } from './sources'
import { projects } from './truth'

/** Each rule runs, those that are off unless asked for included. */
const settings = {
  ...defaultReviewSettings,
  rules: Object.fromEntries(rules.filter(rule => rule.optIn).map(rule => [rule.name, rule.severity])),
}

describe('A fix on real OpenStack source', () => {
  for (const project of projects) {
    it(`parses, takes its finding away and makes none, all over ${project}`, async () => {
      const python = await loadPython({
        runtime: readFileSync(require.resolve('web-tree-sitter/web-tree-sitter.wasm')),
        grammar: readFileSync(require.resolve('tree-sitter-python/tree-sitter-python.wasm')),
      })
      const sources = findSources([join(cacheFolder, project)], '/', usualScope, ({ shown }) => assert.fail(shown))
      const problems: string[] = []
      for (const { file } of sources) {
        const text = decodePython(readFileSync(file))?.text ?? ''
        if (text.includes('Opt(')) problems.push(...problemsIn(python, file, text))
      }
      assert.deepEqual(problems, [])
    })
  }
})

/** What is wrong with the fixes in one file by itself; the first fix of each rule stands for those like it. */
function problemsIn(python: PythonParser, file: string, text: string): string[] {
  const project = new Project(python)
  const findingsOf = (source: string): readonly Finding[] => {
    project.setText(file, source)
    return review(project, file, settings)
  }
  const before = findingsOf(text)
  const module = project.module(file)
  if (module === undefined) return []
  const tried = new Set<string>()
  return before.flatMap(finding =>
    finding.fixes.flatMap(fix => {
      const kind = `${finding.rule} ${fix.title} ${finding.message.replaceAll(finding.option?.name ?? '', '')}`
      if (tried.has(kind)) return []
      tried.add(kind)
      return problemsOf(python, text, applyFixes(module, text, withWords(fix.edits)), finding, fix, before, findingsOf)
    }),
  )
}

function problemsOf(
  python: PythonParser,
  text: string,
  fixed: string,
  finding: Finding,
  fix: Fix,
  before: readonly Finding[],
  findingsOf: (source: string) => readonly Finding[],
): string[] {
  const where = `${finding.file}: ${finding.option?.name ?? ''}: '${fix.title}' of ${finding.rule}`
  if (python.parseBare(fixed) && !python.parseBare(text)) return [`${where} breaks the Python`]
  const after = findingsOf(fixed)
  const known = new Set(before.map(keyOf))
  const own = (all: readonly Finding[]): number =>
    all.filter(one => one.rule === finding.rule && one.option?.id === finding.option?.id).length
  return [
    ...(own(after) < own(before) ? [] : [`${where} leaves its finding`]),
    // Whether words say enough is for their author to see.
    ...after
      .filter(one => !needsWords(fix) && !known.has(keyOf(one)))
      .map(one => `${where} makes another: ${one.rule}: ${one.message}`),
  ]
}

function needsWords({ edits }: Fix): boolean {
  return edits.some(({ blanks = [] }) => blanks.length > 0)
}

function keyOf({ rule, message, option }: Finding): string {
  return `${rule} ${option?.id ?? ''} ${message}`
}
