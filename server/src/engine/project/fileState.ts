import { followImport, followModule } from '../oslo/follow'
import { declaresOptions, mentionsOsloConfig } from '../oslo/mentions'
import { Records } from '../oslo/records'
import type { ModuleObj } from '../python/values/object'
import type { World } from '../python/run/run'
import { Scope } from '../python/run/scope'
import type { SyntaxModule } from '../syntax/ast'
import type { PythonParser } from '../syntax/parser'
import { LineIndex } from '../text'
import { importsAhead, type ModuleName } from './importsAhead'
import { writtenImports, type WrittenImport } from './writtenImports'

/** What was known of a file when it was last followed. */
export interface Former {
  readonly uses: ReadonlySet<string>
  readonly touches: ReadonlySet<string>
  /** Names of the options that it gave other defaults. */
  readonly changesByName: ReadonlySet<string>
  /** Whether it gave options other defaults. */
  readonly changesDefaults: boolean
}

/** One text of one file, and what following it has brought to light. Another text makes another state. */
export class FileState {
  readonly mentionsOslo: boolean
  readonly records = new Records()
  /** Files that were looked up while following this one, whether or not their text was at hand. */
  readonly uses = new Set<string>()
  /** Files whose options this one declares, registers or changes. */
  readonly touches = new Set<string>()
  status: 'new' | 'following' | 'followed' = 'new'
  /** Files with which this one was followed in a circle. */
  circle: readonly string[] = []
  /** What was known before; undefined where the file was never followed. */
  former: Former | undefined
  /** Whether this very text was followed before, and only what it rests on is another now. */
  isKnown = false
  /** The file's text before, while it is being edited. */
  private before: FileState | undefined
  /** The outline of the text before; undefined where that was not followed. */
  private outlineBefore: string | undefined
  private written: readonly WrittenImport[] | undefined
  private parsed: { syntax: SyntaxModule; module: ModuleObj } | undefined
  private index: LineIndex | undefined
  private lookedAhead = false

  constructor(
    readonly file: string,
    readonly text: string,
    /** Whether it belongs to a test suite: what tests register or set counts for tests alone. */
    readonly isTest: boolean,
    private readonly python: PythonParser,
  ) {
    this.mentionsOslo = isTest ? declaresOptions(text) : mentionsOsloConfig(text)
  }

  /** The latest state of the file whose tree is at hand. */
  get base(): FileState | undefined {
    return this.parsed ? this : this.before
  }

  get lines(): LineIndex {
    return (this.index ??= new LineIndex(this.text))
  }

  get syntax(): SyntaxModule {
    return this.parse().syntax
  }

  get module(): ModuleObj {
    return this.parse().module
  }

  /** All imports that are written in the text. */
  get imports(): readonly WrittenImport[] {
    return (this.written ??= [...writtenImports(this.text)])
  }

  /** Whether the text, once followed, may say other things of other files' options than the one before did. */
  get saysOther(): boolean {
    return !this.isKnown && (this.outlineBefore === undefined || this.outlineBefore !== this.outline)
  }

  private get asFormer(): Former {
    const { uses, touches, changesByName, changesDefaults } = this
    return { uses, touches, changesByName, changesDefaults }
  }

  /** Names under which others may change the defaults of options that are declared here. */
  get optionNames(): ReadonlySet<string> {
    const names = this.records.options.flatMap(({ parameters }) => [parameters.get('name'), parameters.get('dest')])
    return new Set(names.flatMap(name => (typeof name === 'string' ? name.replace(/-/g, '_') : [])))
  }

  /** Names of options that get other defaults here. */
  private get changesByName(): ReadonlySet<string> {
    return new Set(this.records.defaultChanges.flatMap(({ name }) => (typeof name === 'string' ? name : [])))
  }

  get changesDefaults(): boolean {
    return this.records.defaultChanges.length > 0
  }

  /**
   * The text without comments, without the calls that declare options and without the space between two of them: while
   * this stays the same, and the options' names do, other files find the same here.
   */
  private get outline(): string {
    const { module, records } = this
    const calls = records.options.filter(({ site }) => site.module === module).map(({ site }) => site.node)
    const left: string[] = []
    let end = 0
    for (const span of [...this.syntax.comments, ...calls].sort((a, b) => a.start - b.start)) {
      if (span.start >= end) left.push(this.text.slice(end, span.start).replace(/^\s*,\s*$/, ','))
      end = Math.max(end, span.end)
    }
    return [...left, this.text.slice(end)].join('\0')
  }

  /** Takes over from the file's text before what can be known of this one. Returns whether its imports are the same. */
  typeOver(before: FileState): boolean {
    this.before = before.base
    this.former = before.status === 'followed' ? before.asFormer : before.former
    if (this.mentionsOslo && before.mentionsOslo)
      this.outlineBefore = before.status === 'followed' ? before.outline : before.outlineBefore
    const same = JSON.stringify(this.imports) === JSON.stringify(before.imports)
    if (same) this.written = before.imports
    return same
  }

  /** The imports of a text with options, told once and only until it has been followed. */
  *lookAhead(): Generator<ModuleName> {
    if (this.lookedAhead || this.status !== 'new' || !this.mentionsOslo) return
    this.lookedAhead = true
    yield* importsAhead(this.imports)
  }

  /** What is not known of the file, once it has been followed, to be put behind its name; undefined when all is known. */
  get shortfall(): string | undefined {
    if (this.status !== 'followed') return undefined
    return this.records.cutShort
      ? 'is read in part: following its statements would take too long'
      : this.syntax.shortfall
  }

  /** Follows the module, once. */
  follow(world: World): void {
    if (this.status !== 'new') return
    this.status = 'following'
    if (this.mentionsOslo) followModule(this.module, world, this.records)
    else followImport(this.module, world)
    this.status = 'followed'
    for (const option of this.records.options) this.touches.add(option.site.module.file)
    for (const registration of this.records.registrations) {
      for (const option of registration.options) this.touches.add(option.site.module.file)
    }
  }

  /** Forgets what was followed, keeps what was parsed. */
  again(): FileState {
    const fresh = new FileState(this.file, this.text, this.isTest, this.python)
    fresh.index = this.index
    fresh.written = this.written
    fresh.former = this.asFormer
    fresh.isKnown = true
    fresh.lookedAhead = this.lookedAhead
    if (this.parsed)
      fresh.parsed = { syntax: this.parsed.syntax, module: moduleOf(this.file, this.text, this.parsed.syntax) }
    return fresh
  }

  private parse(): { syntax: SyntaxModule; module: ModuleObj } {
    if (!this.parsed) {
      const { before } = this
      const syntax = before?.parsed
        ? this.python.parseAgain({ text: before.text, syntax: before.parsed.syntax }, this.text)
        : this.python.parse(this.text)
      // One text back is enough.
      this.before = undefined
      this.parsed = { syntax, module: moduleOf(this.file, this.text, syntax) }
    }
    return this.parsed
  }
}

function moduleOf(file: string, text: string, syntax: SyntaxModule): ModuleObj {
  const module: ModuleObj = {
    kind: 'module',
    file,
    text,
    body: syntax.body,
    scope: new Scope('module', undefined, () => module),
  }
  return module
}
