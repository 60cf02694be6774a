/** What reads and writes of options are written with. */
const telling = String.raw`\bcfg\b|\b\w{0,40}(?:conf|CONF)\b|\b_*configuration\b|\b(?:oslo_config|config_fixture)\b|\w{0,40}fixture\.config\s{0,9}\(`
const words = new RegExp(
  String.raw`${telling}|\b_?config\.\w|\bflags\s{0,9}\(|\bsafe_get\b|\b(?:set|clear)_(?:override|default)\b|\bimport_opt\b|\boverride_config\b`,
  'g',
)
/** A name that is given something with such a word. */
const assignment = new RegExp(
  String.raw`^[ \t]{0,99}(?:self\.|cls\.)?(\w{1,80})(?:[ \t]{0,9}:[^=\n]{1,80})?[ \t]{0,9}=[^=\n][^\n]{0,200}?(?:${telling})`,
  'gm',
)
/** A name that such a thing is imported by. */
const alias = /\b(?:cfg|\w{0,40}conf|\w{0,40}CONF)[ \t]{1,9}as[ \t]{1,9}(\w{1,80})/g

/** Where a text may read or write options, in ascending order; empty when it does not. */
export function placesOf(text: string): readonly number[] {
  const places = [...text.matchAll(words)].map(match => match.index)
  if (places.length === 0) return places
  const names = new Set<string>()
  for (const pattern of [assignment, alias]) for (const [, name] of text.matchAll(pattern)) names.add(name!)
  if (names.size > 0) {
    const uses = new RegExp(`\\b(?:${[...names].join('|')})\\b`, 'g')
    for (const match of text.matchAll(uses)) places.push(match.index)
  }
  return places.sort((a, b) => a - b)
}
