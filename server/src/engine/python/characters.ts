/** Strings as Python counts them: by characters, of which some are two UTF-16 units. */

const halves = /[\ud800-\udfff]/

/** All characters of a text. */
export function charactersOf(text: string): string[] {
  return halves.test(text) ? [...text] : text.split('')
}

/** `text[from:to]` of Python. */
export function sliceCharacters(text: string, from: number | undefined, to: number | undefined): string {
  return halves.test(text) ? [...text].slice(from, to).join('') : text.slice(from, to)
}
