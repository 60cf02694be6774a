/** Strings as Python counts them: by characters, of which some are two UTF-16 units. */

const halves = /[\ud800-\udfff]/

/** Whether some of a text's characters are two UTF-16 units. */
export function hasHalves(text: string): boolean {
  return halves.test(text)
}

/** All characters of a text. */
export function charactersOf(text: string): string[] {
  return hasHalves(text) ? [...text] : text.split('')
}

/** `text[from:to]` of Python. */
export function sliceCharacters(text: string, from: number | undefined, to: number | undefined): string {
  return hasHalves(text) ? [...text].slice(from, to).join('') : text.slice(from, to)
}
