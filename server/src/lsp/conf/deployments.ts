import { Values, judgePosture, renderConfValue } from '../../engine/index'
import type { ConfFile, FileMode, Knowledge, PostureResult } from '../../engine/index'
import type { CheckRow, CheckState, Deployment } from '../../protocol'
import { checkStates } from '../../protocol'
import { label, message } from '../../safe/text'
import { toRange } from '../convert'

/**
 * The files of Nova that are read together, by the folder that they lie in: `nova.conf` first, then its like, then those
 * of a folder `nova.conf.d`, as the packages of distributions start Nova.
 */
export function byDeployment(uris: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>()
  for (const uri of uris) {
    const home = uri.slice(0, uri.lastIndexOf('/')).replace(/\/[^/]*\.conf\.d$/, '')
    groups.set(home, [...(groups.get(home) ?? []), uri])
  }
  const rank = (uri: string): number => (uri.endsWith('/nova.conf') ? 0 : uri.includes('.conf.d/') ? 2 : 1)
  for (const files of groups.values()) files.sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
  return groups
}

/** What the checks say of files that are read together; `nameOf` is what people call a file. */
export function judgeDeployment(
  id: string,
  files: readonly ConfFile[],
  knowledge: Knowledge,
  modes: readonly FileMode[],
  nameOf: (uri: string) => string,
): Deployment {
  const about = { id, label: label(nameOf(id)), files: files.map(({ file }) => label(nameOf(file))) }
  const broken = files.find(({ faults }) => faults.length > 0)
  const [fault] = broken?.faults ?? []
  if (broken !== undefined && fault !== undefined) {
    const place = { uri: broken.file, range: toRange(fault.range) }
    return { ...about, sections: [], fault: { message: message(fault.message), place } }
  }
  const values = new Values(knowledge.declarations, files)
  const rows = judgePosture(knowledge.declarations, values, modes).map(result => rowOf(id, result, files, nameOf))
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
