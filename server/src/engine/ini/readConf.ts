import { strip, stripEnd, stripStart } from '../python/operations/strings'
import type { Position, Range } from '../text'
import type { ConfFault, ConfFile, Section, Setting } from './confFile'

/** Reads the text of a configuration file as oslo.config's parser does. Never fails: what cannot be read is a fault. */
export function readConf(file: string, text: string): ConfFile {
  const reader = new Reader(file)
  const lines = text.split(/\r\n|\r|\n/)
  // Python counts no line behind the last line end.
  if (lines.at(-1) === '') lines.pop()
  for (const line of lines) reader.take(line)
  return reader.end()
}

/** The assignment whose lines are still coming in. */
interface Pending {
  readonly key: string
  readonly keyRange: Range
  readonly value: string[]
  readonly valueStart: Position
  end: Position
}

class Reader {
  /** The number of the line that is being read. */
  private line = -1
  private lineEnd: Position = { line: 0, character: 0 }
  private section: string | undefined
  private pending: Pending | undefined
  private readonly sections: Section[] = []
  private readonly settings: Setting[] = []
  private readonly faults: ConfFault[] = []

  constructor(private readonly file: string) {}

  take(written: string): void {
    this.line += 1
    const line = stripEnd(written)
    this.lineEnd = this.at(line.length)
    const continues = line.startsWith(' ') || line.startsWith('\t')
    if (line !== '' && continues) {
      this.continueValue(line)
      return
    }
    this.finish()
    if (line === '' || line.startsWith('#') || line.startsWith(';')) return
    if (line.startsWith('[')) this.startSection(line)
    else this.startValue(line)
  }

  end(): ConfFile {
    this.finish()
    this.closeSection()
    return { file: this.file, sections: this.sections, settings: this.settings, faults: this.faults }
  }

  private continueValue(line: string): void {
    const text = stripStart(line)
    if (this.pending === undefined) {
      this.fault('Unexpected continuation line', line, this.span(line.length - text.length, line.length))
      return
    }
    this.pending.value.push(text)
    this.pending.end = this.lineEnd
  }

  private startSection(line: string): void {
    const whole = this.span(0, line.length)
    if (!line.endsWith(']')) this.fault('Invalid section (must end with ])', line, whole)
    else if (line.length <= 2) this.fault('Empty section name', line, whole)
    // What stands below is meant to be in it, closed or not.
    const close = line.endsWith(']') ? line.length - 1 : line.indexOf(']')
    const end = close < 0 ? line.length : close
    this.closeSection()
    this.section = line.slice(1, end)
    this.sections.push({ name: this.section, range: whole, nameRange: this.span(1, end), end: this.lineEnd })
  }

  private startValue(line: string): void {
    const sign = line.search(/[:=]/)
    if (sign < 0) {
      this.fault("No ':' or '=' found in assignment", line, this.span(0, line.length))
      return
    }
    const key = strip(line.slice(0, sign))
    if (key === '') {
      this.fault('Key cannot be empty', line, this.span(0, line.length))
      return
    }
    const value = stripStart(line.slice(sign + 1))
    const start = line.indexOf(key)
    this.pending = {
      key,
      keyRange: this.span(start, start + key.length),
      value: [withoutQuotes(value)],
      valueStart: this.at(line.length - value.length),
      end: this.lineEnd,
    }
  }

  /** Ends the assignment, if there is one: oslo.config finds out only now that it has no section. */
  private finish(): void {
    if (this.pending === undefined) return
    const { key, keyRange, value, valueStart, end } = this.pending
    this.pending = undefined
    if (this.section === undefined) this.fault('Section must be started before assignment', undefined, keyRange)
    // A header without a name is a fault already.
    if (this.section === undefined || this.section === '') return
    this.settings.push({
      file: this.file,
      section: this.section,
      key,
      value: value.join('\n'),
      range: { start: keyRange.start, end },
      keyRange,
      valueRange: { start: valueStart, end },
    })
  }

  private closeSection(): void {
    const open = this.sections.at(-1)
    const last = this.settings.at(-1)
    if (open === undefined || last === undefined || last.range.end.line < open.range.start.line) return
    this.sections[this.sections.length - 1] = { ...open, end: last.range.end }
  }

  private fault(message: string, source: string | undefined, range: Range): void {
    this.faults.push({ message, line: this.line, source, range })
  }

  private at(character: number): Position {
    return { line: this.line, character }
  }

  private span(start: number, end: number): Range {
    return { start: this.at(start), end: this.at(end) }
  }
}

/** Quotes around the whole of a first line are none of its value; one alone is both. */
function withoutQuotes(value: string): string {
  const isQuoted = /^["']/.test(value) && value.endsWith(value[0]!)
  return isQuoted ? value.slice(1, -1) : value
}
