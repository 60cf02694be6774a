/** Words that say that a list is not all there is. */
const openEnd =
  /\bany\b|for example|e\.g\.|such as|out[- ]of[- ]tree|custom|and so on|\betc\b|may also|or a |other (values|drivers|filters)|plug-?in|entry ?point|regex|path|file|format|comma|<|=|\bclass\b|version/i

/**
 * The values that a help text lists as all there are: bullets of backquoted words below `Possible values`, or a sentence
 * `Valid options for x are a, b, and c`. Undefined when there is no such list or it may be open. `folded` is the help with
 * its white space folded.
 */
export function listedValues(help: string, folded: string): readonly string[] | undefined {
  // What a text in JSON may hold is the business of its fields.
  if (inJson.test(folded) || /["'`]\w+["'`]\s*:(?!:)/.test(folded)) return undefined
  if (
    !/\b(valid|possible|allowed|supported|available|accepted|one of|either|options|choices|supports|strategy|mode|method|type|mechanism|policy|level)\b|\w\|\w/i.test(
      folded,
    )
  )
    return undefined
  const text = bare(folded)
  return sentenceList(text) ?? otherWords(text) ?? bulletList(help)
}

/**
 * The values of a help that says of each what it does, `If set to x, ... If set to y, ...`, or that names them behind what
 * they are of, `mechanism (per_user or single_user)`. They are all there are only if the default is one of them.
 */
export function valuesByTheWay(folded: string): readonly string[] | undefined {
  const each = [...folded.matchAll(/\b(?:if|when) set to ["'`]*([\w-]+)/gi)].map(([, value = '']) => value)
  if (each.length >= 3 && isValueList(each)) return each
  const told = [...folded.matchAll(/["'`]([\w.-]+)["'`] (?:for|to|if|when) /g)].map(([, value = '']) => value)
  if (told.length >= 2 && /\b(specify|use|set (this |it )?to|either) ["'`]/i.test(folded) && isValueList(told))
    return told
  const said =
    /(?:^(?!.*\b(?:example|e\.g|note)\b)[^.;:]{1,40}:|\b(?:can|may|must|should) be) ([\w-]+(?:, [\w-]+)*,? or [\w-]+)(?=[.;)]|$)/i.exec(
      folded,
    )?.[1]
  if (said !== undefined) return splitList(said)
  const behind = /\b(?:type|mode|mechanism|method|strategy|policy|level) \(([\w-]+(?: or |\/|\|)[\w-]+)\)/i.exec(
    folded,
  )?.[1]
  return behind?.split(/ or |[/|]/)
}

/** The numbers of a help that lists them in parentheses, `grain size (8/32/64)`; all there are if the default is one. */
export function listedNumbers(folded: string): readonly number[] | undefined {
  const said = /\((\d+(?:(?:\/|, ?(?:or )?| or |\|)\d+){2,})\)/.exec(folded)?.[1]
  return said?.split(/\/|, ?(?:or )?| or |\|/).map(Number)
}

const inJson =
  /\b(in|as|a|of) json\b|\bjson (objects?|strings?|documents?|dicts?|lists?|format|values?|blob|array)\b|^json\b/i

/** What explains a value in parentheses is no other value: `"CES" (Ganesha) or "KNFS" (kernel)`. */
function bare(text: string): string {
  return text.replace(/(["'`]) \([^()]{0,60}\)/g, '$1')
}

function sentenceList(text: string): readonly string[] | undefined {
  const lists = [
    ...text.matchAll(
      /\b(?:valid|possible|allowed|supported|available|accepted|acceptable|legal) (?:options|values|choices|settings)(?: (?:for|of) [\w`' -]{1,30}?)?\s?(?: are| include|:)\s*:?\s*([^.;]*)/gi,
    ),
  ]
  const said = lists[0]
  // Two such lists are of parts of the value, and more may come where they say so.
  if (lists.length > 1 || /may (also )?be available|depend(s|ing) on/i.test(text)) return undefined
  // What stands behind a value in parentheses says what it does.
  const values = said?.[1]?.replace(/ \([^()]*\)/g, '').split(')')[0]
  if (values === undefined || openEnd.test(values)) return undefined
  const words = splitList(values)
  return isValueList(words) ? words : undefined
}

/**
 * The same in other words: `one of 'a', 'b' or 'c'`, `either a or b`, `(a|b|c)`, `Supports a and b`. Words without quotes count
 * where they are all that the sentence or the parenthesis holds.
 */
function otherWords(text: string): readonly string[] | undefined {
  const said =
    /\b(?:must be|can be|should be|may be|is|are|set to|values?:?) (?:one of|either)(?: of)?:? ?(?:the (?:following|values)(?: values)?:? ?)?([^.;()]*)/i.exec(
      text,
    )?.[1] ??
    /(?:^|[.;(] ?)(?:one of|either|(?:the )?options(?: are)?|(?:the )?choices(?: are)?|supports|(?:supported|allowed|accepted)(?: ones)? are)\b:? ?([^.;()]*)/i.exec(
      text,
    )?.[1] ??
    /\(([\w-]+(?: ?\| ?[\w-]+)+)\)/.exec(text)?.[1] ??
    /\b(?:strategy|mode|method|type|mechanism|policy|level)\b[^:.;()]{0,30}: ([\w-]+(?:, [\w-]+)*,? or [\w-]+)(?=[.;]|$)/i.exec(
      text,
    )?.[1]
  if (said === undefined || openEnd.test(said) || /depend(s|ing) on/i.test(text)) return undefined
  const words = splitList(
    /^[\w-]+(\/[\w-]+)+$/.test(said.trim()) ? said.replaceAll('/', ',') : said.replaceAll('|', ','),
  )
  return isValueList(words) ? words : undefined
}

function splitList(text: string): readonly string[] {
  return text.split(/ ?, ?(?:and |or )?| (?:and|or) /).map(word => word.trim().replace(/^["'`]{1,3}|["'`]{1,3}$/g, ''))
}

function bulletList(help: string): readonly string[] | undefined {
  const [, list] = /^[ \t]*(?:possible|valid|allowed) (?:values|options)[^\n]*:[ \t]*\n([^]*)/im.exec(help) ?? []
  if (list === undefined) return undefined
  const end = /\n[ \t]*\n[ \t]*[^\s*+-]/.exec(list)?.index ?? list.length
  const part = list.slice(0, end)
  const bullets = part.split(/^[ \t]*[*+-]\s+/m).slice(1)
  const words = bullets.map(bullet => /^(``|"|')([\w.-]+)\1(?=\s*($|[:.(-]))/.exec(bullet.trim())?.[2])
  if (words.some(word => word === undefined) || openEnd.test(part.replace(/``[^`]*``/g, ''))) return undefined
  const values = words.flatMap(word => word ?? [])
  return isValueList(values) ? values : undefined
}

function isValueList(words: readonly string[]): boolean {
  return words.length >= 2 && new Set(words).size === words.length && words.every(word => /^[\w.-]+$/.test(word))
}
