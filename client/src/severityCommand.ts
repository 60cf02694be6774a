import {
  ConfigurationTarget,
  TabInputCustom,
  Uri,
  window,
  workspace,
  type Extension,
  type WorkspaceFolder,
} from 'vscode'
import { ruleOfPage, settingsSection } from '../../server/src/protocol'
import { notice } from '../../server/src/safe/text'
import type { InventoryNode } from './inventoryNodes'
import { textOf } from './replaceFile'
import { ruleCatalogue } from './ruleCatalogue'
import { shownPath } from './shownPath'
import { tellFailure, writeTeamFile } from './teamFile'
import { teamSeverity, withSeverity } from './teamSeverity'

const teamFileName = '.nova-config-review/config.json'

/** Where a severity is written. */
type Place = ConfigurationTarget.Global | ConfigurationTarget.Workspace | WorkspaceFolder

/** Gives the rule of a page, or of a row's finding, another severity: for the person, the workspace or the team. */
export function changeSeverity(extension: Extension<unknown>) {
  return async (subject?: Uri | InventoryNode): Promise<void> => {
    const rule = ruleOf(subject)
    if (rule === undefined) return
    const usual = ruleCatalogue(extension).get(rule)?.severity
    const severity = await pickSeverity(rule, usual)
    if (severity === undefined) return
    const place = await pickPlace(`${rule}: ${severity}`, usual !== undefined)
    if (place === undefined) return
    if (typeof place === 'number') await setForPerson(rule, severity, place)
    else await setForTeam(rule, severity, place)
  }
}

function ruleOf(subject: Uri | InventoryNode | undefined): string | undefined {
  if (subject === undefined) {
    const input = window.tabGroups.activeTabGroup.activeTab?.input
    return input instanceof TabInputCustom ? ruleOfPage(input.uri.path) : undefined
  }
  if ('kind' in subject) return subject.kind === 'finding' ? subject.row.rule : undefined
  return ruleOfPage(subject.path)
}

async function pickSeverity(rule: string, usual: string | undefined): Promise<string | undefined> {
  const items = ['error', 'warning', 'information', 'hint', 'off'].map(label => ({
    label,
    description: label === usual ? 'unless set otherwise' : '',
  }))
  return (await window.showQuickPick(items, { title: `Change Severity of ${rule}`, ignoreFocusOut: true }))?.label
}

/** A team's policies are the team's to change. */
async function pickPlace(title: string, isCatalogued: boolean): Promise<Place | undefined> {
  const folders = workspace.workspaceFolders ?? []
  const items = [
    ...(isCatalogued
      ? [{ label: 'For Me', description: 'user settings', place: ConfigurationTarget.Global as Place }]
      : []),
    ...(isCatalogued && folders.length > 0
      ? [
          {
            label: 'In This Workspace',
            description: 'workspace settings',
            place: ConfigurationTarget.Workspace as Place,
          },
        ]
      : []),
    ...folders.map(folder => ({
      label: 'For the Team',
      description: shownPath(Uri.joinPath(folder.uri, teamFileName)),
      place: folder,
    })),
  ]
  return (await window.showQuickPick(items, { title, placeHolder: 'Whom is this for?', ignoreFocusOut: true }))?.place
}

async function setForPerson(
  rule: string,
  severity: string,
  target: ConfigurationTarget.Global | ConfigurationTarget.Workspace,
): Promise<void> {
  const settings = workspace.getConfiguration(settingsSection)
  const { globalValue, workspaceValue } = settings.inspect<Record<string, string>>('rules') ?? {}
  const before = target === ConfigurationTarget.Global ? globalValue : workspaceValue
  await settings.update('rules', { ...before, [rule]: severity }, target)
  for (const { uri } of workspace.workspaceFolders ?? []) {
    const file = Uri.joinPath(uri, teamFileName)
    const winning = teamSeverity(await textOf(workspace.fs, file).catch(() => null), rule)
    if (winning === undefined || winning === severity) continue
    const said = `${shownPath(file)} says ${winning} of ${rule}, and that wins.`
    void window.showWarningMessage(notice(said), 'Open').then(button => {
      if (button === 'Open') void window.showTextDocument(file)
    })
  }
}

async function setForTeam(rule: string, severity: string, { uri: folder }: WorkspaceFolder): Promise<void> {
  const file = Uri.joinPath(folder, teamFileName)
  try {
    const former = await textOf(workspace.fs, file)
    const text = withSeverity(former, rule, severity)
    if (text === undefined) return tellFailure(file, 'it is broken, please mend it first')
    const change = { uri: file.toString(), folder: folder.toString(), former, text }
    await writeTeamFile(change, `${shownPath(file)} says ${severity} of ${rule} now.`)
  } catch (error) {
    tellFailure(file, error instanceof Error ? error.message : String(error))
  }
}
