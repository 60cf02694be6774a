import type { PyValue } from './value'

/** A value as Python source text that evaluates to it, in the spelling of Python's own `repr`. */
export function renderPython(value: PyValue): string {
  if (value === null) return 'None'
  if (typeof value === 'boolean') return value ? 'True' : 'False'
  if (typeof value === 'string') return quote(value, false)
  if (typeof value !== 'object') return String(value)
  switch (value.py) {
    case 'float':
      return renderFloat(value.value)
    case 'bytes':
      return `b${quote(value.value, true)}`
    case 'list':
      return `[${value.items.map(renderPython).join(', ')}]`
    case 'tuple':
      return `(${value.items.map(renderPython).join(', ')}${value.items.length === 1 ? ',' : ''})`
    case 'set':
      return value.items.length === 0 ? 'set()' : `{${value.items.map(renderPython).join(', ')}}`
    case 'dict':
      return `{${value.entries.map(([key, item]) => `${renderPython(key)}: ${renderPython(item)}`).join(', ')}}`
  }
}

function renderFloat(value: number): string {
  if (Number.isNaN(value)) return "float('nan')"
  if (!Number.isFinite(value)) return value > 0 ? "float('inf')" : "float('-inf')"
  const size = Math.abs(value)
  if (size !== 0 && (size < 1e-4 || size >= 1e16)) {
    // Python writes at least two digits of exponent, JavaScript does not pad.
    return value.toExponential().replace(/e([+-])(\d)$/, 'e$10$2')
  }
  return Number.isInteger(value) ? `${Object.is(value, -0) ? '-0' : String(value)}.0` : String(value)
}

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' }

function quote(text: string, bytes: boolean): string {
  const mark = text.includes("'") && !text.includes('"') ? '"' : "'"
  let out = ''
  for (const character of text) out += character === mark ? `\\${mark}` : escapeCharacter(character, bytes)
  return mark + out + mark
}

function escapeCharacter(character: string, bytes: boolean): string {
  const known = escapes[character]
  if (known !== undefined) return known
  const code = character.codePointAt(0) ?? 0
  if (code < 0x20 || code === 0x7f || (code > 0x7f && (bytes || code < 0xa1))) {
    return `\\x${code.toString(16).padStart(2, '0')}`
  }
  // Half a surrogate pair is no character of its own; Python writes it as an escape, too.
  if (code >= 0xd800 && code <= 0xdfff) return `\\u${code.toString(16)}`
  return character
}
