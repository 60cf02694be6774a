import { mentionsOsloConfig } from '../engine/index'
import type { Module, Project } from '../engine/index'
import type { Log } from './host'
import type { Reader } from './readers'

/**
 * Decides which texts reach the project: those that mention oslo.config and those that the project asked for.
 */
export class Sources implements Reader {
  private readonly given = new Set<string>()
  /** Files that the project has understood once: asking for their facts takes no longer than one file does. */
  private readonly ready = new Set<string>()
  private readonly asked = new Set<string>()
  /** What the log last said about a file of which not all is known. */
  private readonly reported = new Map<string, string>()

  constructor(
    private readonly project: Project,
    private readonly log: Log,
  ) {}

  /** Whether the project has a text of the file. */
  has(uri: string): boolean {
    return this.given.has(uri)
  }

  /** Says that a file exists, so that imports find it. */
  exists(uri: string): void {
    this.project.addPath(uri)
  }

  /** Files that the project wants to read and has not got; they are let through from now on. */
  wanted(): readonly string[] {
    const wanted = this.project.wanted()
    for (const uri of wanted) this.asked.add(uri)
    return wanted
  }

  /** The files whose texts were handed in, packages last: they import the others, which are then understood already. */
  inOrder(): readonly string[] {
    const isPackage = (uri: string): boolean => uri.endsWith('/__init__.py')
    const files = [...this.given]
    return [...files.filter(uri => !isPackage(uri)), ...files.filter(isPackage)]
  }

  /** Makes the project understand one file now. */
  prepare(uri: string): void {
    this.project.prepare(uri)
    this.ready.add(uri)
    if (this.given.has(uri)) this.report(uri, this.project.shortfall(uri))
  }

  /** All files with facts; while the workspace is being read, those that nobody has to wait for. */
  *modules(): Iterable<Module> {
    if (this.project.complete) yield* this.project.modules()
    else for (const uri of [...this.ready]) yield* this.moduleOf(uri)
  }

  private *moduleOf(uri: string): Iterable<Module> {
    const module = this.project.module(uri)
    if (module !== undefined) yield module
  }

  /** Files of which not all is known, though they were read. */
  partlyKnown(): readonly string[] {
    const leftOut = [...this.reported.keys()].filter(uri => !this.given.has(uri))
    return [...leftOut, ...[...this.given].filter(uri => this.project.shortfall(uri) !== undefined)]
  }

  /** Hands a file's text in, or takes the file's facts back when there can be none in it. */
  put(uri: string, text: string): void {
    const relevant = this.asked.has(uri) || mentionsOsloConfig(text)
    const isBinary = text.includes('\0')
    if (relevant && isBinary) this.report(uri, 'is left out: it is binary')
    else if (!relevant) this.reported.delete(uri)
    if (relevant && !isBinary) {
      this.give(uri, text)
    } else if (this.given.has(uri) || this.asked.has(uri)) {
      this.give(uri, '')
      this.given.delete(uri)
    } else {
      this.project.addPath(uri)
    }
  }

  /** Forgets a file that is no more. */
  remove(uri: string): void {
    this.project.remove(uri)
    this.asked.delete(uri)
    this.given.delete(uri)
    this.ready.delete(uri)
    this.reported.delete(uri)
  }

  private give(uri: string, text: string): void {
    this.project.setText(uri, text)
    this.given.add(uri)
  }

  /** One line in the log for a file of which not all can be known, and not again until that changes. */
  private report(uri: string, shortfall: string | undefined): void {
    if (shortfall === this.reported.get(uri)) return
    if (shortfall === undefined) this.reported.delete(uri)
    else {
      this.reported.set(uri, shortfall)
      this.log.warn(`${uri} ${shortfall}`)
    }
  }
}
