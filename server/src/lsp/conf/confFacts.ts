import type { TextDocument } from 'vscode-languageserver-textdocument'
import { Values, exposedSecrets, faultFindings, judgeConf, readConf } from '../../engine/index'
import type { ConfFile, ConfFinding, FileAccess, Knowledge } from '../../engine/index'
import { confFiles, kindOfLanguage } from '../../fileKinds'
import type { Documents } from '../documents'
import type { ServiceKnowledge } from './serviceKnowledge'

/** An open configuration file, read and judged. */
export interface JudgedConf {
  readonly document: TextDocument
  readonly file: ConfFile
  /** undefined while nothing is known of its options; then only what cannot be read is found. */
  readonly knowledge: Knowledge | undefined
  readonly values: Values | undefined
  /** What holds where no file sets anything. */
  readonly unset: Values | undefined
  readonly findings: readonly ConfFinding[]
}

/** What the features answer from in configuration files: each is read and judged when asked, and again when it changes. */
export class ConfFacts {
  /** Of documents that are closed it is let go with them. */
  private readonly judged = new WeakMap<TextDocument, JudgedConf & { readonly stamp: string }>()

  /** It holds for all files that are judged by the same. */
  private readonly unset = new WeakMap<Knowledge, Values>()

  /** Who may read open files, as they were seen last. */
  private readonly access = new Map<string, FileAccess>()

  constructor(
    private readonly open: () => Documents,
    private readonly services: ServiceKnowledge,
  ) {}

  /** Whether an open document is such a file. */
  has(uri: string): boolean {
    return this.get(uri) !== undefined
  }

  all(): readonly TextDocument[] {
    return this.open().all().filter(isConf)
  }

  private get(uri: string): TextDocument | undefined {
    const document = this.open().get(uri)
    return document !== undefined && isConf(document) ? document : undefined
  }

  /** Changes whenever what is said of the file may be something else. */
  stamp(uri: string): string {
    const { mode, isTracked } = this.access.get(uri) ?? {}
    return `${String(this.get(uri)?.version)} ${this.services.stamp(uri)} ${String(mode)} ${String(isTracked)}`
  }

  /** Takes in who may read files; of those that are closed it is let go. */
  see(seen: readonly FileAccess[]): void {
    for (const each of seen) this.access.set(each.file, each)
    for (const uri of this.access.keys()) if (!this.has(uri)) this.access.delete(uri)
  }

  of(uri: string): JudgedConf | undefined {
    const document = this.get(uri)
    if (document === undefined) return undefined
    const stamp = this.stamp(uri)
    const known = this.judged.get(document)
    if (known?.stamp === stamp) return known
    const made = { stamp, ...this.judge(document) }
    this.judged.set(document, made)
    return made
  }

  private judge(document: TextDocument): JudgedConf {
    const file = readConf(document.uri, document.getText())
    const knowledge = this.services.of(file)
    if (knowledge === undefined) {
      return { document, file, knowledge, values: undefined, unset: undefined, findings: faultFindings(file) }
    }
    const values = new Values(knowledge.declarations, [file])
    const unset = this.unset.get(knowledge) ?? new Values(knowledge.declarations, [])
    this.unset.set(knowledge, unset)
    // Somebody who is still typing sees what is wrong elsewhere, too.
    const faults = faultFindings(file)
    const access = this.access.get(document.uri)
    const findings = [
      ...faults,
      ...judgeConf([{ ...file, faults: [] }], values, knowledge),
      ...(access === undefined ? [] : exposedSecrets(file, knowledge.declarations, access)),
    ]
    return { document, file, knowledge, values, unset, findings }
  }
}

function isConf({ languageId }: TextDocument): boolean {
  return kindOfLanguage(languageId) === confFiles
}
