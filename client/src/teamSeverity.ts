import { applyEdits, modify, parse, type ParseError } from 'jsonc-parser'

const options = { allowTrailingComma: true }
const formattingOptions = { insertSpaces: true, tabSize: 2, eol: '\n' }

/**
 * A team's `config.json` with another severity for a rule, all else as it was, comments too; undefined where the text is
 * broken, so that nobody can tell what it means to say. No text stands for no file.
 */
export function withSeverity(text: string | null, rule: string, severity: string): string | undefined {
  if (text !== null && read(text) === undefined) return undefined
  const before = text ?? '{}\n'
  return applyEdits(before, modify(before, ['rules', rule], severity, { formattingOptions }))
}

/** What a team's file says of a rule; undefined when nothing. */
export function teamSeverity(text: string | null, rule: string): string | undefined {
  const severity = read(text ?? '{}')?.rules?.[rule]
  return typeof severity === 'string' ? severity : undefined
}

function read(text: string): { rules?: Record<string, unknown> } | undefined {
  const errors: ParseError[] = []
  const value: unknown = parse(text, errors, options)
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
  return errors.length === 0 && isObject ? value : undefined
}
