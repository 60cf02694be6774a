import { strict as assert } from 'node:assert'
import { Project } from '../../server/src/engine/index'
import type { Module, Option, PythonParser, PyValue, Value } from '../../server/src/engine/index'
import { renderPython } from '../../server/src/engine/index'
import { loadParser } from '../rules/engine'

let parser: Promise<PythonParser> | undefined

/** The real parser, loaded once for all engine tests. */
export function python(): Promise<PythonParser> {
  return (parser ??= loadParser())
}

/** The name of the file when a test has a single one. */
export const file = 'proj/conf.py'

/** A whole project by file names; `from oslo_config import cfg, types` stands before texts that do not import it. */
export async function projectOf(files: Readonly<Record<string, string>> | string): Promise<Project> {
  const project = new Project(await python())
  for (const [name, text] of Object.entries(typeof files === 'string' ? { [file]: files } : files)) {
    project.setText(name, withImports(text))
  }
  project.complete = true
  return project
}

function withImports(text: string): string {
  return /\boslo[._]config\b|^#!bare/.test(text) || !/\bcfg\b/.test(text)
    ? text
    : `from oslo_config import cfg, types\n${text}`
}

/** The facts of a file of the project, once all files have been followed. */
export function moduleIn(project: Project, name = file): Module {
  const all = [...project.modules()]
  const module = all.find(each => each.file === name)
  assert.ok(module, `no facts of ${name} among ${all.map(each => each.file).join(' ')}`)
  return module
}

/** The options of a single file, or of one file of several. */
export async function optionsOf(
  files: Readonly<Record<string, string>> | string,
  name = file,
): Promise<readonly Option[]> {
  return moduleIn(await projectOf(files), name).options
}

/** The only option that a source declares. */
export async function optionOf(files: Readonly<Record<string, string>> | string, name = file): Promise<Option> {
  const options = await optionsOf(files, name)
  assert.equal(options.length, 1, `options: ${options.map(option => option.displayName).join(', ')}`)
  return options[0]!
}

/** A fact in a word: its value as Python writes it, `absent`, `unknown`, or `unknown: reason`. */
export function told(value: Value): string {
  if (value.kind === 'known') return renderPython(value.value)
  return value.kind === 'unknown' && value.reason !== undefined ? `unknown: ${value.reason}` : value.kind
}

/**
 * What the engine makes of an expression, told as `told` does, when it is the default of an option that stands behind
 * the statements; other files may be imported by them.
 */
export async function evaluate(
  expression: string,
  statements = '',
  files: Readonly<Record<string, string>> = {},
): Promise<string> {
  const text = `${statements}\ncfg.Opt('evaluated', default=${expression})\n`
  const options = await optionsOf({ ...files, [file]: text })
  const option = options.find(each => each.displayName === 'evaluated')
  assert.ok(option, `no option found in ${text}`)
  return told(option.default)
}

/** Asserts what each expression evaluates to behind the statements. Expectations are in the words of `told`. */
export async function check(
  expectations: Readonly<Record<string, string>>,
  statements = '',
  files: Readonly<Record<string, string>> = {},
): Promise<void> {
  const actual: Record<string, string> = {}
  for (const expression of Object.keys(expectations)) actual[expression] = await evaluate(expression, statements, files)
  assert.deepEqual(actual, expectations)
}

/** Whether a value is one of Python's that we hold as plain data of that sort. */
export function isPy<Sort extends string>(value: PyValue, sort: Sort): value is Extract<PyValue, { py: Sort }> {
  return typeof value === 'object' && value !== null && value.py === sort
}
