import { createColors } from 'picocolors'
import { rules } from '../engine/index'
import { type CliHost, ReadError } from './host'

/**
 * `rules`: prints the catalogue, a rule a line; `rules NAME`: that rule's page.
 * @throws ReadError for a name that is no rule's, and for a page that is not there
 */
export function rulesCommand(name: string | undefined, host: CliHost): void {
  if (name === undefined) {
    host.out(catalogue(host.colors))
    return
  }
  if (!rules.some(rule => rule.name === name)) throw new ReadError(`no rule is called '${name}'`)
  const page = host.readRulePage(name)
  if (page === undefined) throw new ReadError(`the page of '${name}' is missing from this installation`)
  host.out(page)
}

function catalogue(colors: boolean): string {
  const paint = createColors(colors)
  const nameWidth = Math.max(0, ...rules.map(rule => rule.name.length))
  return rules
    .map(
      rule =>
        `${paint.bold(rule.name.padEnd(nameWidth))}  ${rule.severity.padEnd('information'.length)}  ${rule.summary}\n`,
    )
    .join('')
}
