import { resolve } from 'node:path'
import { importedPackages } from '../engine/index'
import { reportHtml, reportInput, reportJson, reportMarkdown, reportOf } from '../report/index'
import { type CliHost, type Completeness, type ExitCode, exitCodeOf, ReadError, warn } from './host'
import { load } from './load'
import { reportDeployments } from './reportDeployments'
import { gather, isFolder, packageAround, sourcesAt } from './reportInput'
import { replaceFile } from './replaceFile'
import { RunReviews } from './reviews'
import { reviewAll } from './reviewResult'
import { reviewSarif } from './reviewSarif'
import { readRoots, scopeOf, type SettingsOptions } from './settings'
import { reasonOf } from './sources'

export interface ReportOptions extends Completeness, Pick<SettingsOptions, 'config'> {
  readonly format: 'md' | 'html' | 'json' | 'sarif'
  /** The file to write, instead of printing. */
  readonly output?: string
}

const writers = { md: reportMarkdown, html: reportHtml, json: reportJson }

/**
 * `report`: the review of a file or a folder to hand over, in seven parts. What lies in the package around it is read, too, for
 * the reads and registrations there.
 * @returns 2 when not everything was read, else 0: findings are what a report is about
 * @throws ReadError as `load` and `readRoots` do, and where the file cannot be written
 */
export async function reportCommand(path: string, options: ReportOptions, host: CliHost): Promise<ExitCode> {
  const python = await host.loadParser()
  const { cwd } = host
  const around = packageAround(path, cwd)
  const roots = await readRoots([around], cwd, options, python)
  const imported = new Set<string>()
  const loaded = load([around], host, python, scopeOf(roots), text => {
    for (const name of importedPackages(text)) imported.add(name)
  })
  const sources = sourcesAt(path, cwd, loaded.sources)
  if (sources.length === 0) throw new ReadError(`no Python files in ${path}`)
  const files = new Set(sources.map(({ file }) => file))
  const incomplete = loaded.incomplete.filter(({ file }) => files.has(file) || around === path)
  // What is quiet while somebody types belongs to the record of a review.
  const result = reviewAll(
    { ...loaded, sources, incomplete },
    { cwd, roots, minSeverity: 'hint', today: host.today() },
    line => {
      warn(host, line)
    },
  )
  const text = await written(options.format)
  if (options.output === undefined) host.out(text)
  else writeTo(options.output, text, cwd)
  return exitCodeOf(result.incomplete, 0, options)

  async function written(format: ReportOptions['format']): Promise<string> {
    if (format === 'sarif') return reviewSarif(result, roots, host)
    const gathered = gather(path, loaded, result, roots, python)
    const reviews = new RunReviews(loaded, roots, host.today())
    const deployments = isFolder(resolve(cwd, around)) ? await reportDeployments(around, loaded, imported, host) : []
    const isPart = around !== path
    return writers[format](reportOf(reportInput({ ...gathered, isPart, reviews, deployments })))
  }
}

function writeTo(output: string, text: string, cwd: string): void {
  try {
    replaceFile(resolve(cwd, output), text)
  } catch (error) {
    throw new ReadError(`cannot write ${output}: ${reasonOf(error)}`)
  }
}
