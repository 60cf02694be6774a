import type { Value } from '../python/value'

/** An option's name and help as words: what vocabularies are matched against. Each form is made once, when asked for. */
export class OptionWords {
  private words: readonly string[] | undefined
  private joined: string | undefined
  private folded: string | undefined
  private first: string | undefined

  constructor(
    private readonly name: Value<string>,
    private readonly help: Value<string>,
  ) {}

  /** The words of the name, in lower case; none when the name is unknown, so that no vocabulary matches. */
  get ofName(): readonly string[] {
    return (this.words ??= this.name.kind === 'known' ? wordsOf(this.name.value) : [])
  }

  /** The name with its words joined by `_`, for patterns; empty when the name is unknown. */
  get plainName(): string {
    return (this.joined ??= this.ofName.join('_'))
  }

  /** What can be read of the help; empty when nothing is written. */
  get readableHelp(): string {
    return (this.folded ??= readableText(this.help))
  }

  /** The first sentence of the help, in lower case: what the option is, before all the rest. */
  get headline(): string {
    return (this.first ??= this.firstSentence())
  }

  private firstSentence(): string {
    if (this.help.kind !== 'known') return sentence(this.readableHelp)
    const text = this.help.value.trimStart()
    const paragraph = text.slice(0, /\n[ \t]*\n/.exec(text)?.index ?? text.length)
    return sentence(fold(paragraph))
  }
}

/** The words of a name, in lower case: `vncserver-listen` gives vncserver, listen. Numbers at the end are dropped. */
export function wordsOf(name: string): readonly string[] {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(word => word !== '')
  while (words.length > 1 && /^\d+$/.test(words.at(-1) ?? '')) words.pop()
  return words
}

/**
 * What can be read of a text, white space folded: the text, or, of an expression that is not evaluated, its source,
 * whose literal parts still tell what the option is about. Empty when nothing is written.
 */
export function readableText(help: Value<string>): string {
  if (help.kind === 'absent') return ''
  const text = help.kind === 'known' ? help.value : help.source.replace(/^[\w.]+\(/, '').replace(/\\n|["']/g, ' ')
  return fold(text).trim()
}

function sentence(text: string): string {
  return (/^.*?[.:;!?](?=\s|$)/.exec(text)?.[0] ?? text).toLowerCase()
}

/** Every stretch of white space as one space. Single spaces, the most of them, are not worth a replacement. */
function fold(text: string): string {
  return text.replace(/(?:[^\S ]| (?=\s))\s*/g, ' ')
}
