import type { PythonParser } from '../engine/index'
import { describeError } from './guard'

/** A parser that never throws: a text that `python` throws on is left out, alone, and says so. */
export function carefulParser(python: PythonParser): PythonParser {
  type Read = ReturnType<PythonParser['parse']>
  const carefully = (read: () => Read): Read => {
    try {
      return read()
    } catch (error) {
      const shortfall = `is left out: the parser failed on it: ${describeError(error)}`
      return { body: [], comments: [], hasErrors: true, shortfall }
    }
  }
  const parse = (text: string): Read => carefully(() => python.parse(text))
  return {
    grammar: python.grammar,
    parse,
    parseAround: (text, places, onlyLines) => carefully(() => python.parseAround(text, places, onlyLines)),
    parseAgain: (before, text) => {
      try {
        return python.parseAgain(before, text)
      } catch {
        return parse(text)
      }
    },
    parseBare: text => python.parseBare(text),
  }
}
