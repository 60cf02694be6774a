/** What reads and writes of options are written with; in the first group what tells nothing about a name that is given it. */
const words =
  /(?:\bcfg|conf|CONF|\b_*configuration|\boslo_config|config_fixture)\b|fixture\.config\s{0,9}\(|(\b_?config\.\w|\bflags\s{0,9}\(|\bsafe_get\b|\b(?:set|clear)_(?:override|default)\b|\bimport_opt\b|\boverride_config\b)/g
/** The beginning of a line that gives something to a name, or to an attribute of the instance or class. */
const assignment = /^[ \t]{0,99}(?:self\.|cls\.)?(\w{1,80})(?:[ \t]{0,9}:[^=]{1,80})?[ \t]{0,9}=[^=]/
const longestBeginning = 300
/** A name that such a thing is imported by. */
const alias = /(?:\bcfg|conf|CONF)[ \t]{1,9}as[ \t]{1,9}(\w{1,80})/g

/** What tests call many things that are no oslo.config. */
const otherOfTests = /^cfg(?:\.[^A-Z]|[ \t]*=)/
const longestOther = 20

/** Where a text may read or write options, in ascending order; empty when it does not. */
export function placesOf(text: string, isTest: boolean): readonly number[] {
  const places: number[] = []
  const names = new Set<string>()
  for (const match of text.matchAll(words)) {
    if (isTest && otherOfTests.test(text.slice(match.index, match.index + longestOther))) continue
    places.push(match.index)
    if (match[1] !== undefined) continue
    const from = Math.max(0, match.index - longestBeginning)
    const beginning = text.slice(from, match.index)
    const name = assignment.exec(beginning.slice(beginning.lastIndexOf('\n') + 1))?.[1]
    if (name !== undefined) names.add(name)
  }
  if (places.length === 0) return places
  for (const [, name] of text.matchAll(alias)) names.add(name!)
  if (names.size > 0) {
    const uses = new RegExp(`\\b(?:${[...names].join('|')})\\b`, 'g')
    for (const match of text.matchAll(uses)) places.push(match.index)
  }
  return places.sort((a, b) => a - b)
}
