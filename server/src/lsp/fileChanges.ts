import type { Traffic } from './breathing'

/** Gathers what a client tells of its files until it pauses: of many changes of one file, the last one counts. */
export class FileChanges {
  private gathered = new Map<string, 'changed' | 'deleted'>()
  private isWaiting = false

  constructor(
    private readonly traffic: Traffic,
    private readonly take: (changed: readonly string[], deleted: readonly string[]) => void,
  ) {}

  async add(changed: readonly string[], deleted: readonly string[]): Promise<void> {
    for (const uri of deleted) this.gathered.set(uri, 'deleted')
    for (const uri of changed) this.gathered.set(uri, 'changed')
    if (this.isWaiting) return
    this.isWaiting = true
    await this.traffic.ebb()
    this.isWaiting = false
    // An announcement of no files is one, too: its client waits to hear what holds now.
    if (this.gathered.size === 0) this.take([], [])
    else this.flush()
  }

  /** Takes what was gathered, now. */
  flush(): void {
    const { gathered } = this
    this.gathered = new Map()
    const all = (kind: string): string[] => [...gathered].filter(([, what]) => what === kind).map(([uri]) => uri)
    if (gathered.size > 0) this.take(all('changed'), all('deleted'))
  }
}
