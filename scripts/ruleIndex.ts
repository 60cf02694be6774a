/**
 * Writes what the rules' pages share with the rules themselves: `docs/rules/README.md`, and on each page the line of facts
 * below the title and the evidence at the end. `tsx scripts/ruleIndex.ts`, or `npm run docs`.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { rules } from '../server/src/engine/index'
import type { Rule } from '../server/src/engine/index'

/** The index of all rules, as Markdown. */
export function ruleIndex(all: readonly Rule[]): string {
  const rows = all.map(
    rule => `| [\`${rule.name}\`](${rule.name}.md) | ${rule.summary} | ${titled(rule.severity)} | ${rule.category} |`,
  )
  return [
    '# Rules',
    '',
    'What Nova Config Review says of a declaration, rule by rule. Each page tells what the rule finds and what it lets',
    'pass, why it matters, how to mend it and what the rule cannot see. The examples on the pages are run as tests.',
    '',
    'To waive a finding, write `# nova-review: ignore[rule] -- reason` behind the declaration’s first line, or on a line',
    'of its own above it.',
    '',
    '| Rule | Finds | Severity | About |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n')
}

/** A rule's page with its line of facts and its evidence as the rule itself has them. */
export function pageWithFacts(page: string, rule: Rule): string {
  const body = page
    .replace(/^# .*\n+(\*\*.*\n+)?/, '')
    .replace(/\n+## Evidence\n[^]*$/, '')
    .trim()
  const references = [...rule.references, ...rule.cwe.map(weakness)]
  const evidence = references.map(({ label, url }) => `- [${label}](${url})`)
  return [
    `# ${rule.name}`,
    '',
    `**${titled(rule.severity)}** · ${rule.category} · ${rule.summary}.`,
    '',
    body,
    '',
    '## Evidence',
    '',
    ...(evidence.length > 0 ? evidence : ['The rule rests on nothing but the text at hand.']),
    '',
  ].join('\n')
}

function titled(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}

function weakness(number: number): { label: string; url: string } {
  return { label: `CWE-${number}`, url: `https://cwe.mitre.org/data/definitions/${number}.html` }
}

if (process.argv[1] === import.meta.filename) {
  const folder = join(import.meta.dirname, '..', 'docs', 'rules')
  writeFileSync(join(folder, 'README.md'), ruleIndex(rules))
  for (const rule of rules) {
    const file = join(folder, `${rule.name}.md`)
    writeFileSync(file, pageWithFacts(readFileSync(file, 'utf8'), rule))
  }
}
