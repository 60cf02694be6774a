import { deepStrictEqual, strictEqual } from 'node:assert/strict'
import { readConf } from '../../../server/src/engine/index'

function settings(text: string): string[] {
  return readConf('nova.conf', text).settings.map(({ section, key, value }) => `[${section}] ${key}=${value}`)
}

function faults(text: string): string[] {
  return readConf('nova.conf', text).faults.map(({ line, message }) => `${line + 1}: ${message}`)
}

describe('The text of a configuration file', () => {
  it('is cut at the first colon or equals sign, and loses the quotes around a value', () => {
    deepStrictEqual(settings('[api]\na = b:c\nd: "e = f"\ng = "h", "i"\nj = \'\n'), [
      '[api] a=b:c',
      '[api] d=e = f',
      '[api] g=h", "i',
      '[api] j=',
    ])
  })

  it('continues a value on indented lines, be they comments or headers', () => {
    deepStrictEqual(settings('[api]\na = 1\n  # 2\n\t[b]\n'), ['[api] a=1\n# 2\n[b]'])
  })

  it('has no comments behind a value', () => {
    deepStrictEqual(settings('[api]\na = 1 # one\n# b = 2\n; c = 3\n'), ['[api] a=1 # one'])
  })

  it('ends lines at a lone carriage return, and not at a line separator', () => {
    deepStrictEqual(settings('[api]\ra = 1\rb = 2\u2028c = 3\r\n'), ['[api] a=1', '[api] b=2\u2028c = 3'])
  })

  it('is told where it is broken, in the words of oslo.config', () => {
    deepStrictEqual(faults('a = 1\n\nb = 2'), [
      '2: Section must be started before assignment',
      '3: Section must be started before assignment',
    ])
    deepStrictEqual(faults('[api\n[]\n[api] # c\nwords\n= 1\n'), [
      '1: Invalid section (must end with ])',
      '2: Empty section name',
      '3: Invalid section (must end with ])',
      "4: No ':' or '=' found in assignment",
      '5: Key cannot be empty',
    ])
    deepStrictEqual(faults('[api]\n  a = 1\n'), ['2: Unexpected continuation line'])
    deepStrictEqual(faults('\ufeff[api]\na = 1\n')[0], "1: No ':' or '=' found in assignment")
  })

  it('is read on behind what is broken', () => {
    deepStrictEqual(settings('[api] # c\na = 1\nwords\nb = 2\n'), ['[api] a=1', '[api] b=2'])
  })

  it('knows the places of its keys and values', () => {
    const { settings: all, sections } = readConf('nova.conf', '[api]\nkey = "one"\n  two  \nempty =\n[vnc]\n')
    const [first, second] = all
    deepStrictEqual(first?.keyRange, { start: { line: 1, character: 0 }, end: { line: 1, character: 3 } })
    deepStrictEqual(first?.valueRange, { start: { line: 1, character: 6 }, end: { line: 2, character: 5 } })
    deepStrictEqual(second?.valueRange, { start: { line: 3, character: 7 }, end: { line: 3, character: 7 } })
    deepStrictEqual(
      sections.map(({ name, end }) => [name, end.line]),
      [
        ['api', 3],
        ['vnc', 4],
      ],
    )
  })

  it('of any size is read in time', () => {
    const text = `[api]\n${'key = value\n'.repeat(100_000)}`
    strictEqual(readConf('nova.conf', text).settings.length, 100_000)
  })
})
