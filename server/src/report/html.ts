import { label, visible } from '../safe/text'

/** Text as HTML that shows it and nothing else; invisible characters are written out. */
export function escaped(text: string, limit = 20_000): string {
  return label(text, limit).replace(/[&<>"']/g, mark => `&#${String(mark.charCodeAt(0))};`)
}

/** An address that a link may lead to: the web only. */
export function webAddress(url: string): string | undefined {
  const shown = visible(url)
  return /^https?:\/\//i.test(shown) && URL.canParse(shown) ? escaped(new URL(shown).href) : undefined
}
