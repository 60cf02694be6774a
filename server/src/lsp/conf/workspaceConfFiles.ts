import { readConf } from '../../engine/index'
import type { ConfFile } from '../../engine/index'
import type { Reader } from '../readers'

/** The configuration files of the workspace, and those that are open: the open ones as they are typed. */
export class WorkspaceConfFiles implements Reader {
  private readonly texts = new Map<string, string>()
  private readonly read = new Map<string, ConfFile>()
  /** Counts changes of any of them. */
  epoch = 0

  put(uri: string, text: string): void {
    if ((this.texts.get(uri) ?? '') === text) return
    if (text === '') this.texts.delete(uri)
    else this.texts.set(uri, text)
    this.read.delete(uri)
    this.epoch += 1
  }

  remove(uri: string): void {
    this.put(uri, '')
  }

  uris(): readonly string[] {
    return [...this.texts.keys()].sort()
  }

  get(uri: string): ConfFile | undefined {
    const text = this.texts.get(uri)
    if (text === undefined) return undefined
    const known = this.read.get(uri)
    if (known !== undefined) return known
    const file = readConf(uri, text)
    this.read.set(uri, file)
    return file
  }
}
