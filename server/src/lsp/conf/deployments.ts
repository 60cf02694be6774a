import { Values, judgePosture, renderConfValue } from '../../engine/index'
import type { ConfFile, FileAccess, Knowledge, PostureResult, Range } from '../../engine/index'
import type { CheckRow, CheckState, Deployment } from '../../protocol'
import { checkStates } from '../../protocol'
import { label, message } from '../../safe/text'
import { toRange } from '../convert'

/** Files that are read together, and what the checks say of them, or what is wrong with one: nothing is read then. */
export interface JudgedFiles {
  /** The folder that they lie in. */
  readonly id: string
  readonly files: readonly ConfFile[]
  readonly results: readonly PostureResult[]
  readonly fault?: { readonly uri: string; readonly range: Range; readonly message: string }
}

/** Asks the checks. */
export function judgeFiles(
  id: string,
  files: readonly ConfFile[],
  { declarations }: Knowledge,
  access: readonly FileAccess[],
): JudgedFiles {
  const broken = files.find(({ faults }) => faults.length > 0)
  const [fault] = broken?.faults ?? []
  if (broken !== undefined && fault !== undefined)
    return { id, files, results: [], fault: { uri: broken.file, ...fault } }
  return { id, files, results: judgePosture(declarations, new Values(declarations, files), access) }
}

/** What the Deployment view shows of them; `nameOf` is what people call a file. */
export function deploymentOf({ id, files, results, fault }: JudgedFiles, nameOf: (uri: string) => string): Deployment {
  const about = { id, label: label(nameOf(id)), files: files.map(({ file }) => label(nameOf(file))) }
  if (fault !== undefined) {
    const place = { uri: fault.uri, range: toRange(fault.range) }
    return { ...about, sections: [], fault: { message: message(fault.message), place } }
  }
  const rows = results.map(result => rowOf(id, result, files, nameOf))
  const sections = checkStates
    .map(state => ({ state, checks: rows.filter(row => row.state === state) }))
    .filter(({ checks }) => checks.length > 0)
  return { ...about, sections }
}

function rowOf(
  id: string,
  result: PostureResult,
  files: readonly ConfFile[],
  nameOf: (uri: string) => string,
): CheckRow {
  const { check, value } = result
  const [group = '', name = ''] = check.about?.split('/') ?? []
  const setting = value?.settings.at(-1)
  const home = files.flatMap(file =>
    file.sections
      .filter(section => section.name.toLowerCase() === group.toLowerCase())
      .map(section => ({ file, section })),
  )[0]
  const top = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }
  const place = setting ?? { file: home?.file.file ?? files[0]!.file, range: home?.section.range ?? top }
  return {
    id: `${id} ${check.id}`,
    check: check.id,
    title: message(check.title),
    state: stateOf(result),
    option: check.about === undefined ? '' : label(`[${group}] ${name}`),
    value: valueOf(result),
    from: setting === undefined ? 'default' : `${label(nameOf(setting.file))}:${String(setting.range.start.line + 1)}`,
    uri: place.file,
    range: toRange(place.range),
    evidence: check.evidence.map(each => label(each)),
    ...(check.safer === undefined ? {} : { safer: check.safer }),
  }
}

function stateOf({ verdict, value }: PostureResult): CheckState {
  return verdict === 'pass' && value?.from === 'default' ? 'default' : verdict
}

function valueOf({ value }: PostureResult): string {
  if (value === undefined || value.outcome.kind === 'unknown') return ''
  if (value.outcome.kind === 'error') return 'refused'
  if (value.option.secret && value.from !== 'default') return '***'
  return label(renderConfValue(value.outcome.value), 80)
}
