import { novaCommit } from '../knowledge/references'
import { isAnchored } from '../knowledge/patterns'
import type { Option } from '../oslo/option'
import { renderPython } from '../python/render'
import { isGoing, placeOf } from './places'
import { defineRule } from './rule'
import type { Fix } from './rule'

export const regexNotAnchored = defineRule({
  name: 'regex-not-anchored',
  summary: 'Regular expression that matches part of a value',
  severity: 'information',
  category: 'other',
  cwe: [777, 625],
  references: [novaCommit('9cb825b014')],
  messages: {
    open: "'{name}' accepts any value with a match: its regex is not anchored at {where}",
  },
  *check(option) {
    if (option.regex.kind !== 'known' || option.regex.value === '' || isGoing(option)) return
    const { start, end } = isAnchored(option.regex.value)
    if (start && end) return
    const where = start ? 'its end' : end ? 'its start' : 'its start and end'
    const at = placeOf(option, option.regex)
    yield { at, message: 'open', args: { name: option.displayName, where }, fixes: anchor(option, option.regex.value) }
  },
})

/** Only where the pattern is written out at the declaration, so that flags and shared constants stay untouched. */
function anchor({ regex, call }: Option, pattern: string): readonly Fix[] {
  const range = regex.kind === 'known' ? regex.range : undefined
  if (range === undefined || call.broken || range.start.line !== range.end.line) return []
  const quotes = range.end.character - range.start.character - pattern.length
  if (quotes !== 2 && quotes !== 3) return []
  const newText = raw(`^(?:${pattern})$`)
  // Values that were accepted before may be refused then.
  return [{ title: 'Anchor the regex at both ends', edits: [{ range, newText }], safe: false }]
}

/** As a raw string where that says the same, as people write patterns. */
function raw(pattern: string): string {
  if (!pattern.includes("'") && !/\n|\\$/.test(pattern)) return `r'${pattern}'`
  if (!pattern.includes('"') && !/\n|\\$/.test(pattern)) return `r"${pattern}"`
  return renderPython(pattern)
}
