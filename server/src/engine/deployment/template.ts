/** `string.Template` as oslo.config uses it: a name may hold dots, and any case of letters. */
const placeholder = /\$(?:(\$)|([_a-zİıſK][._a-z0-9İıſK]*)|\{([_a-zİıſK][._a-z0-9İıſK]*)\})?/gi

/** A name in a text that stands for another option's value. */
export interface Reference {
  readonly name: string
  /** Where `$name` or `${name}` stands in the text. */
  readonly start: number
  readonly end: number
}

/** The text with each reference replaced; `valueOf` gives undefined for one that stays as it is. */
export function substitute(text: string, valueOf: (name: string) => string | undefined): string {
  return text.replaceAll('\\$', '$$$$').replace(placeholder, (whole, escaped, plain, braced) => {
    if (escaped !== undefined) return '$'
    const name = (plain ?? braced) as string | undefined
    return name === undefined ? whole : (valueOf(name) ?? whole)
  })
}

/** The references in a text. */
export function referencesIn(text: string): Reference[] {
  const found: Reference[] = []
  for (const match of text.replaceAll('\\$', '$$$$').matchAll(placeholder)) {
    const name = match[2] ?? match[3]
    if (name !== undefined) found.push({ name, start: match.index, end: match.index + match[0].length })
  }
  return found
}
