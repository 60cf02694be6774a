import type { Project } from '../engine/index'
import type { ReportFormat, ReportParams, ReportResult } from '../protocol'
import {
  importsOf,
  optionStateOf,
  reportHtml,
  reportInput,
  reportJson,
  reportMarkdown,
  reportOf,
} from '../report/index'
import type { Imports, ReportDeployment, ReportFinding } from '../report/index'
import { label } from '../safe/text'
import { settingsOfFile } from '../settings/folderSettings'
import { Breathing } from './breathing'
import type { Traffic } from './breathing'
import type { JudgedFiles } from './conf/deployments'
import type { ProjectFacts } from './facts'
import { fileLabel } from './scope'
import type { SettingsInForce } from './settingsInForce'
import type { Uses } from './uses'

export interface ReportWorld {
  readonly facts: ProjectFacts
  readonly project: Project
  readonly settings: SettingsInForce
  readonly uses: Uses
  readonly traffic: Traffic
  /** The files that could not be read wholly. */
  readonly unread: Iterable<string>
  judgedDeployments(): Promise<readonly JudgedFiles[]>
}

const writers = { md: reportMarkdown, html: reportHtml, json: reportJson } satisfies Record<ReportFormat, unknown>

/** Answers `novaConfigReview/report`: the same report as that of the command line. */
export async function makeReport({ uri, format }: ReportParams, world: ReportWorld): Promise<ReportResult> {
  const { facts, project, settings, uses, traffic } = world
  if (facts.indexing) return { state: 'reading' }
  const declaring = [...facts.modules()].map(({ file }) => file).sort()
  const files = uri === null ? declaring : declaring.filter(file => file === uri)
  if (files.length === 0) return { state: 'nothing' }
  const shown = (file: string): string => fileLabel(file, facts.folders)
  const breathing = new Breathing(traffic)
  const used = await uses.ofAll()
  const imports = new Map<string, Imports>()
  for (const [file, text] of uses.texts()) {
    imports.set(file, importsOf(text))
    await breathing.pause()
  }
  const findings: ReportFinding[] = []
  for (const file of files) {
    const found = facts.recordedFindings(file)
    findings.push(...found.map(finding => ({ finding, shown: shown(file) })))
    await breathing.pause()
  }
  const folders = facts.folders.map(folder => settings.ofFolder(folder))
  const workspace = facts.folders.map(({ name }) => name).join(', ') || 'the workspace'
  const unread = [...new Set(world.unread)].filter(file => uri === null || file === uri)
  const input = reportInput({
    subject: uri === null ? workspace : shown(uri),
    files,
    isPart: uri !== null,
    where: workspace,
    looked: uri === null ? imports.size : 1,
    imports,
    uses: used,
    findings,
    policies: folders.flatMap(({ policies }) => policies),
    severities: folders.map(folder => settingsOfFile(folder, '').rules),
    incomplete: unread.map(file => ({
      file: shown(file),
      reason: project.shortfall(file) ?? 'could not be read: the log says why',
    })),
    reviews: {
      kept: facts.folders.some(folder => settings.reviewsOf(folder).kept),
      stateOf: option => optionStateOf(facts.reviewOf(option)),
    },
    deployments: (await world.judgedDeployments()).map(one => deploymentOf(one, shown)),
    moduleOf: file => facts.module(file),
    moduleNameOf: file => project.moduleNames.nameOf(file),
    shown,
  })
  return { state: 'made', title: label(input.subject), text: writers[format](reportOf(input)) }
}

function deploymentOf({ id, files, results, fault }: JudgedFiles, shown: (uri: string) => string): ReportDeployment {
  return {
    label: shown(id) || 'the workspace',
    files: files.map(({ file }) => shown(file)),
    results,
    ...(fault && { fault: fault.message }),
    shown,
  }
}
