import { defaultReviewSettings } from '../../server/src/engine/index'
import type { Finding, PythonParser, Range, ReviewSettings, Rule } from '../../server/src/engine/index'
import { applyFixes, preamble, reviewText, withWords } from './engine'
import type { Reviewed } from './engine'
import { readPage } from './page'
import type { Block, Expectation } from './page'

const preambleLines = preamble.split('\n').length - 1

/**
 * Runs a rule's page and says what is wrong with it, a sentence each: examples that do not come out as remarked, fixes
 * that leave their finding, make another or break the Python, and pages that leave out what a page owes its readers.
 */
export function checkPage(python: PythonParser, rule: Rule, markdown: string): string[] {
  const page = readPage(markdown)
  const problems: string[] = []
  if (page.title !== rule.name) problems.push(`the title is '${page.title}', not '${rule.name}'`)
  let seen = { findings: 0, silences: 0, fixes: 0, fixed: 0 }
  for (const [index, block] of page.blocks.entries()) {
    const place = (problem: string): string => `line ${block.line}: ${problem}`
    if (block.kind === 'fixed') {
      const before = page.blocks[index - 1]
      if (before?.kind !== 'examples') problems.push(place('no examples stand before this fixed block'))
      else problems.push(...checkFixed(python, rule, before, block).map(place))
      seen = { ...seen, fixed: seen.fixed + 1 }
      continue
    }
    const reviewed = reviewText(python, preamble + block.code, settingsOf(rule))
    problems.push(...checkExamples(rule, block, reviewed).map(place))
    const own = reviewed.findings.filter(finding => finding.rule === rule.name)
    problems.push(
      ...own.flatMap(finding => checkFixes(python, rule, preamble + block.code, finding, reviewed)).map(place),
    )
    seen.findings += own.length
    seen.silences += block.expectations.filter(one => one.finding === undefined).length
    seen.fixes += own.filter(one => one.fixes.length > 0).length
  }
  // A rule that is no more than a name so far has nothing to show.
  const finds = 'check' in rule || 'checkModule' in rule || 'checkRead' in rule || rule.name.startsWith('suppression-')
  if (seen.findings === 0 && finds) problems.push('no example is found by the rule')
  if (seen.silences === 0) problems.push('no example shows where the rule is silent')
  if (seen.fixes > 0 && seen.fixed === 0) problems.push('the rule offers a fix, but no block shows what becomes of it')
  if (seen.fixes === 0 && seen.fixed > 0) problems.push('a block shows a fix, but the rule offers none')
  return problems
}

/** A rule that is off unless asked for is asked for on its page. */
function settingsOf({ name, severity, optIn }: Rule): ReviewSettings {
  return optIn === true ? { ...defaultReviewSettings, rules: { [name]: severity } } : defaultReviewSettings
}

/** Every remark holds, and every declaration bears one. */
function checkExamples(rule: Rule, block: Block, { module, findings }: Reviewed): string[] {
  const problems: string[] = []
  const unexplained = new Set(findings.filter(finding => finding.rule === rule.name))
  for (const { line, finding: wanted } of block.expectations) {
    const here = findings.filter(finding => lineSpan(finding, module).includes(line + preambleLines))
    if (wanted === undefined) {
      const loud = here.find(finding => finding.rule === rule.name)
      if (loud !== undefined) problems.push(`line ${line} of the block is said to be ok, but: ${loud.message}`)
      continue
    }
    const found = here.find(one => one.rule === wanted.rule && one.message.includes(wanted.text))
    if (found === undefined) problems.push(`line ${line} of the block: no ${wanted.rule} "${wanted.text}"`)
    else if (wanted.severity !== undefined && wanted.severity !== found.severity) {
      problems.push(`line ${line} of the block: ${wanted.rule} is ${found.severity}, not ${wanted.severity}`)
    } else unexplained.delete(found)
  }
  for (const finding of unexplained) problems.push(`not remarked: ${finding.message}`)
  for (const { range, displayName } of module.options) {
    if (!block.expectations.some(one => touchesLine(range, one))) problems.push(`nothing is said of ${displayName}`)
  }
  return problems
}

function touchesLine(range: Range, { line }: Expectation): boolean {
  return range.start.line <= line + preambleLines && line + preambleLines <= range.end.line
}

/** The lines on which a remark about a finding may stand: its declaration's, or its own. */
function lineSpan(finding: Finding, module: Reviewed['module']): readonly number[] {
  const { start, end } = module.options.find(one => one.id === finding.option?.id)?.range ?? finding.range
  return Array.from({ length: end.line - start.line + 1 }, (_, index) => start.line + index)
}

/** Each fix by itself takes its finding away, brings no other, and leaves Python. */
function checkFixes(python: PythonParser, rule: Rule, text: string, finding: Finding, before: Reviewed): string[] {
  return finding.fixes.flatMap(fix => {
    const fixed = applyFixes(before.module, text, withWords(fix.edits))
    if (python.parseBare(fixed)) return [`'${fix.title}' breaks the Python: ${fixed}`]
    const after = reviewText(python, fixed, settingsOf(rule))
    const known = new Set(before.findings.map(one => `${one.rule}: ${one.message}`))
    const made = after.findings.filter(one => !known.has(`${one.rule}: ${one.message}`))
    const count = (all: readonly Finding[]): number => all.filter(one => one.rule === rule.name).length
    return [
      ...(count(after.findings) < count(before.findings) ? [] : [`'${fix.title}' leaves its finding`]),
      ...made.map(one => `'${fix.title}' makes another finding: ${one.message}`),
    ]
  })
}

/** The block is what the examples before it become when the first fix of every finding is made. */
function checkFixed(python: PythonParser, rule: Rule, before: Block, fixed: Block): string[] {
  const text = preamble + before.code
  const { module, findings } = reviewText(python, text, settingsOf(rule))
  const edits = findings.filter(one => one.rule === rule.name).flatMap(one => one.fixes[0]?.edits ?? [])
  const got = applyFixes(module, text, edits).slice(preamble.length)
  return got === fixed.code ? [] : [`the fixes make of the examples:\n${got}`]
}
