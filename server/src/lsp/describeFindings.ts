import { evidenceOf } from '../engine/index'
import type { Finding, Reference } from '../engine/index'
import { hasPage, pageUri } from '../protocol'
import { escapeMarkdown, firstOf, link } from '../safe/markdown'

/** The findings, each on a line with its rule and its reason; without the reason where `isTold` says that it is read beside. */
export function describeFindings(findings: readonly Finding[], isTold: (finding: Finding) => boolean): string {
  const lines = findings.map(finding => {
    const rule = hasPage(finding.rule) ? link(finding.rule, pageUri(finding.rule)) : escapeMarkdown(finding.rule)
    const known = finding.known === true ? ' *(known)*' : ''
    const head = `**${finding.severity}**${known}`
    const told = isTold(finding) ? `${head} ${rule}` : `${head} ${escapeMarkdown(finding.message)} (${rule})`
    return finding.consequence === undefined ? told : `${told}  \n${escapeMarkdown(finding.consequence)}`
  })
  return lines.length === 0 ? '' : firstOf(lines, '  \n', 10)
}

/** Where more is known: a sentence for each source, and at the end those that speak for themselves. */
export function describeEvidence(references: readonly Reference[]): string {
  const sources = [...new Map(references.map(reference => [reference.url, reference])).values()]
  const told = sources.flatMap(source => {
    const clause = evidenceOf(source)
    return clause === undefined ? [] : [`- ${link(source.label, source.url)}: ${escapeMarkdown(clause)}`]
  })
  const others = sources.filter(source => evidenceOf(source) === undefined)
  const rest = others.length === 0 ? [] : [`- ${others.map(({ label, url }) => link(label, url)).join(' · ')}`]
  const lines = [...told, ...rest]
  return lines.length === 0 ? '' : `Evidence:\n\n${firstOf(lines, '\n', 12)}`
}
