import { followModule, offerModule } from '../oslo/follow'
import { declaresOptions, mentionsOsloConfig } from '../oslo/mentions'
import { Records } from '../oslo/records'
import type { ModuleObj } from '../python/object'
import type { World } from '../python/run'
import { NameScope } from '../python/scope'
import type { SyntaxModule } from '../syntax/ast'
import type { PythonParser } from '../syntax/parser'
import { LineIndex } from '../text'
import { importsAhead, type WrittenImport } from './importsAhead'

/** One text of one file, and what following it has brought to light. Another text makes another state. */
export class FileState {
  readonly mentionsOslo: boolean
  readonly records = new Records()
  /** Files that were looked up while following this one, whether or not their text was at hand. */
  readonly uses = new Set<string>()
  /** Files whose options this one declares, registers or changes. */
  readonly touches = new Set<string>()
  status: 'new' | 'following' | 'followed' = 'new'
  private parsed: { syntax: SyntaxModule; module: ModuleObj } | undefined
  private index: LineIndex | undefined
  private lookedAhead = false

  constructor(
    readonly file: string,
    readonly text: string,
    /** Whether it belongs to a test suite: what tests register or set counts for tests alone. */
    readonly isTest: boolean,
    private readonly python: PythonParser,
    /** The file's text before, while it is being edited. */
    private before?: FileState,
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

  /** The imports of a text with options, told once and only until it has been followed. */
  *lookAhead(): Generator<WrittenImport> {
    if (this.lookedAhead || this.status !== 'new' || !this.mentionsOslo) return
    this.lookedAhead = true
    yield* importsAhead(this.text)
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
    else offerModule(this.module, world)
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
      delete this.before
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
    scope: new NameScope('module', undefined, () => module),
  }
  return module
}
