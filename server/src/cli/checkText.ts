import { createColors } from 'picocolors'
import { label, message } from '../safe/text'
import { counted } from './counted'
import type { Deployment } from './deployment'
import { shownPath } from './host'

const paints = { error: 'red', warning: 'yellow', information: 'cyan', hint: 'dim' } as const

/** A check for people: `file:line: severity: message (rule)`, then a count. */
export function checkText({ paths, findings }: Deployment, colors: boolean): string {
  const paint = createColors(colors)
  const lines = findings.map(({ rule, severity, file, line, message: text }) => {
    const place = file === undefined ? '' : `${shownPath(file)}:${line === undefined ? '' : `${line + 1}:`} `
    return `${paint.dim(place)}${paint[paints[severity]](severity)}: ${message(text)} ${paint.dim(`(${label(rule)})`)}\n`
  })
  return `${lines.join('')}${counted(findings.length, 'finding')} in ${counted(paths.length, 'file')}.\n`
}
