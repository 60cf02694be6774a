import { compilePythonRegex } from '../../patterns/pythonRegex'
import { knownValue, type PyValue } from '../../python/value'
import type { ValueType } from '../option'
import { settled } from './arguments'
import { choicesOf } from './choices'
import { isLess, lacks, repr, str, truthOf } from './pythonValue'
import { accepted, refused, undecided, type Refused, type Undecided, type Verdict } from './verdict'

/** What `types.String(...)` says of its arguments; undefined where it takes them. */
export function stringFault(type: ValueType): Refused | Undecided | undefined {
  const [choices, ignoreCase] = [settled(type, 'choices'), settled(type, 'ignore_case')]
  const regex = type.given['regex'] ?? { kind: 'absent' }
  if (choices === undefined || regex.kind === 'unknown') return undecided
  const given = regex.kind === 'known' ? regex.value : null
  if (truthOf(choices) && truthOf(given)) return refused('ValueError', "'choices' and 'regex' cannot both be specified")
  const values = choicesOf(choices)
  if (values && 'kind' in values) return values
  if (values && ignoreCase !== undefined && truthOf(ignoreCase)) {
    const other = values.find(value => typeof value !== 'string')
    if (other !== undefined) return lacks(other, 'lower')
  }
  if (given === null) return undefined
  if (typeof given !== 'string') return lacks(given, 'pattern')
  const compiled = compilePythonRegex(given, false)
  return compiled.kind === 'broken' ? refused('error', compiled.problem) : undefined
}

/** `types.String(...)(value)`. */
export function toText(type: ValueType, value: PyValue): Verdict {
  const quotes = settled(type, 'quotes')
  let text = str(value)
  if (quotes === undefined) return undecided
  if (truthOf(quotes) && /^["']/.test(text)) {
    if (text.length === 1 || !text.endsWith(text[0]!)) return refused('ValueError', `Non-closed quote: ${text}`)
    text = text.slice(1, -1)
  }
  const verdicts = [checkLength(type, text), checkRegex(type, text), checkChoices(type, text)]
  // A certain refusal counts whatever the other checks would say.
  return verdicts.find(verdict => verdict?.kind === 'refused') ?? verdicts.find(Boolean) ?? accepted(text)
}

function checkLength(type: ValueType, text: string): Refused | Undecided | undefined {
  const most = settled(type, 'max_length')
  if (most === undefined) return undecided
  if (!truthOf(most)) return undefined
  const isLimit = isLess(0, most)
  if (typeof isLimit === 'object') return isLimit
  const isLonger = isLess(most, [...text].length)
  if (typeof isLonger === 'object') return isLonger
  if (!isLimit || !isLonger) return undefined
  return refused('ValueError', `Value ${repr(text)} exceeds maximum length ${str(most)}`)
}

const longestSearch = 1_000_000

function checkRegex(type: ValueType, text: string): Refused | Undecided | undefined {
  const regex = type.given['regex']
  const ignoreCase = settled(type, 'ignore_case')
  if (regex === undefined || regex.kind === 'absent' || (regex.kind === 'known' && regex.value === '')) return undefined
  const pattern = knownValue(regex)
  if (typeof pattern !== 'string' || ignoreCase === undefined) return undecided
  // The time of a search grows with both.
  if (pattern.length * text.length > longestSearch) return undecided
  const compiled = compilePythonRegex(pattern, truthOf(ignoreCase))
  const isFound = compiled.kind === 'compiled' ? compiled.search(text) : undefined
  if (isFound === undefined) return undecided
  return isFound ? undefined : refused('ValueError', `Value ${repr(text)} doesn't match regex ${repr(pattern)}`)
}

function checkChoices(type: ValueType, text: string): Refused | Undecided | undefined {
  const choices = settled(type, 'choices')
  const ignoreCase = settled(type, 'ignore_case')
  if (choices === undefined || ignoreCase === undefined) return undecided
  const values = choicesOf(choices)
  if (values === undefined) return undefined
  if ('kind' in values) return values
  const known = truthOf(ignoreCase)
    ? values.some(value => typeof value === 'string' && value.toLowerCase() === text.toLowerCase())
    : values.includes(text)
  if (known) return undefined
  return refused('ValueError', `Valid values are [${values.map(str).join(', ')}], but found ${repr(text)}`)
}
