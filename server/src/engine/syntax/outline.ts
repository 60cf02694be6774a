import { lineIn, type Line } from './logicalLines'
import type { Move } from './moved'
import { endOf, matchesAt, stringEnd } from './tokens'

const definition = /(?:async[ \t]+)?def\b/y
/** Lines that others hang on: without them the text were no Python. */
const compound =
  /(?:@|async[ \t]|(?:def|class|if|elif|else|for|while|with|try|except|finally|match|case|global|nonlocal|import|from)\b)/y
/** The lines that others hang on and that give a name something. */
const loop = /(?:async[ \t]+)?for\b/y
/** What a line gives something to: names, or an attribute of one. */
const assigned = /(?:\w+\.)?\w+(?:[ \t]*,[ \t]*(?:\w+\.)?\w+){0,9}(?=[ \t]*(?:[-+*/|&%]|:[^=\n]{1,80})?=[^=])/y

/** How a text begins whose value nobody needs. */
const opening = /[rRuU]?("""|'''|"|')/y

/** A text without some functions' bodies, and the way back to where its characters stood. */
export interface Outline {
  readonly text: string
  readonly back: Move
}

/** What stands for what is left out. */
export const leftOutBody = 'pass'

/**
 * A text without what holds none of `places` (offsets in ascending order), for what is left out costs the parser nothing: functions'
 * bodies are left out, and texts that stand alone as documentation does. With `onlyLines`, also those functions' headers, and the
 * statements of the other bodies that hold none of the places and give nothing to a name that is used where one is.
 */
export function outlineOf(text: string, places: readonly number[], onlyLines = false): Outline {
  const outline = new Cut(text)
  let place = 0
  const has = (start: number, end: number): boolean => {
    while (place < places.length && places[place]! < start) place++
    return place < places.length && places[place]! < end
  }
  /** Where the function begins whose body may come next, where nothing of interest stands there. */
  let header: Line | undefined
  for (const block of blocksOf(text)) {
    const places = block.lines.filter(line => {
      const isIn = has(line.start, line.end)
      return isIn && !isText(text, line)
    })
    if (block.isBody && places.length === 0) {
      outline.leaveOut((header ?? block.lines[0]!).start, block.lines.at(-1)!.end)
    } else {
      const kept = block.isBody && onlyLines ? neededFor(places, block.lines, text) : undefined
      leaveOutLines(block.lines, line => isText(text, line) || kept?.has(line) === false, outline)
    }
    header = onlyLines ? headerOf(block.lines, text) : undefined
    if (header && (places.at(-1)?.end ?? 0) > header.start) header = undefined
  }
  return outline.done()
}

/** The line at the end of `lines` that begins a function, or the first of its decorators. */
function headerOf(lines: readonly Line[], text: string): Line | undefined {
  let header = lines.at(-1)
  if (header === undefined || !isHeader(text, header)) return undefined
  for (let at = lines.length - 2; at >= 0; at--) {
    const line = lines[at]!
    if (text[line.start] !== '@' || line.column !== header.column) break
    header = line
  }
  return header
}

/** Leaves lines out, those that follow each other at the same column as one. */
function leaveOutLines(lines: readonly Line[], isOut: (line: Line) => boolean, outline: Cut): void {
  for (let at = 0; at < lines.length; at++) {
    const first = lines[at]!
    if (!isOut(first)) continue
    let last = first
    for (let next = lines[at + 1]; next?.column === first.column && isOut(next); next = lines[at + 1]) {
      last = next
      at++
    }
    outline.leaveOut(first.start, last.end)
  }
}

/** The lines that others hang on, and those that give something to what the lines with places use. */
function neededFor(withPlaces: readonly Line[], lines: readonly Line[], text: string): ReadonlySet<Line> {
  const giving = new Map<string, Line[]>()
  const needed = new Set(withPlaces)
  const headers: Line[] = []
  for (const line of lines) {
    if (matchesAt(compound, text, line.start)) headers.push(line)
    else {
      const targets = text.slice(line.start, endOf(assigned, text, line.start) ?? line.start)
      for (const target of targets.split(',')) {
        const name = target.trim().replace(/^.*\./, '')
        const known = giving.get(name)
        if (known) known.push(line)
        else giving.set(name, [line])
      }
    }
  }
  for (const line of headers) if (matchesAt(loop, text, line.start)) needed.add(line)
  for (const { start, end } of needed) {
    for (const [name] of text.slice(start, end).matchAll(/[A-Za-z_]\w*/g)) {
      const lines = giving.get(name)
      if (!lines) continue
      giving.delete(name)
      for (const line of lines) needed.add(line)
    }
  }
  for (const line of headers) needed.add(line)
  return needed
}

/** Whether a line is nothing but a text. */
function isText(text: string, { start, end }: Line): boolean {
  const inside = endOf(opening, text, start)
  if (inside === undefined) return false
  return stringEnd(text, inside, text.slice(start, inside).replace(/^[rRuU]/, '')) === end
}

/** A run of logical lines: the body of a function that is not within another, or what stands between two such. */
interface Block {
  readonly isBody: boolean
  readonly lines: Line[]
}

function* blocksOf(text: string): Generator<Block> {
  let block: Block = { isBody: false, lines: [] }
  let column = 0
  for (let line = lineIn(text, 0); line; line = lineIn(text, line.next)) {
    const previous = block.lines.at(-1)
    if (block.isBody ? line.column <= column : previous && line.column > column && isHeader(text, previous)) {
      yield block
      block = { isBody: !block.isBody, lines: [] }
    }
    block.lines.push(line)
    if (!block.isBody) column = line.column
  }
  if (block.lines.length > 0) yield block
}

function isHeader(text: string, { start }: Line): boolean {
  return matchesAt(definition, text, start)
}

/** Takes pieces out of a text, from its start to its end. */
class Cut {
  private readonly pieces: string[] = []
  /** Where the text goes on behind each gap: there, and in the whole text. */
  private readonly shifts: { readonly at: number; readonly by: number }[] = []
  private from = 0
  private length = 0

  constructor(private readonly text: string) {}

  leaveOut(start: number, end: number): void {
    const piece = this.text.slice(this.from, start) + leftOutBody
    this.pieces.push(piece)
    this.length += piece.length
    this.from = end
    this.shifts.push({ at: this.length, by: end - this.length })
  }

  done(): Outline {
    const { shifts } = this
    this.pieces.push(this.text.slice(this.from))
    return {
      text: this.pieces.join(''),
      back: { from: shifts[0]?.at ?? Infinity, offset: at => at + shiftAt(shifts, at) },
    }
  }
}

function shiftAt(shifts: readonly { readonly at: number; readonly by: number }[], offset: number): number {
  let low = 0
  let high = shifts.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (shifts[middle]!.at <= offset) low = middle + 1
    else high = middle
  }
  return shifts[low - 1]?.by ?? 0
}
