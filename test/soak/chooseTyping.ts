import type { OpenText, Operation } from './operation'
import type { Random } from './random'

/** What people type and paste, and what breaks a file until the next key. */
const lines = [
  "cfg.CONF.register_opts([cfg.StrOpt('pasted_password', help='It.')], group='pasted')\n",
  "cfg.CONF.register_opt(cfg.PortOpt('pasted_port', default=80))\n",
  "    cfg.StrOpt('pasted_token', secret=True, help='A token.'),\n",
  "    cfg.IntOpt('workers', default=4),\n",
  "    cfg.BoolOpt('verify_ssl', default=False, help='Checks certificates.'),\n",
  '    # nova-review: ignore[secret-not-marked] -- only a test\n',
  '# a comment\n',
  'from oslo_config import cfg\n',
  'if unknown():\n',
  'ALL_OPTS.append(ALL_OPTS[0])\n',
  '\n',
]
const pieces = [
  'a',
  'b',
  '_',
  '7',
  ' ',
  '\n',
  '(',
  ')',
  '[',
  ']',
  "'",
  '"',
  '"""',
  ',',
  '=',
  '#',
  '\\',
  ':',
  '\t',
  '😀',
  'é',
]

/** A key, a deletion or something pasted in an open document; opens one where none is. */
export function chooseTyping(random: Random, document: OpenText | undefined): Operation {
  if (document === undefined) return { do: 'open', uri: 'untitled:Untitled-0', text: "opts = [cfg.StrOpt('first')]\n" }
  const { uri, text } = document
  const at = random.below(text.length + 1)
  // What has grown too much goes back to what is saved.
  if (text.length > 60_000) return { do: 'revert', uri }
  return random.weighted<() => Operation>([
    [8, () => ({ do: 'type', uri, at, remove: 0, insert: random.oneOf(pieces) ?? '' })],
    [4, () => ({ do: 'type', uri, at: insideName(random, text), remove: 0, insert: random.oneOf(pieces) ?? '' })],
    [4, () => ({ do: 'type', uri, at: lineStart(text, at), remove: 0, insert: random.oneOf(lines) ?? '' })],
    [3, () => ({ do: 'type', uri, at, remove: 1 + random.below(3), insert: '' })],
    [1, () => ({ do: 'type', uri, at, remove: random.below(300), insert: '' })],
    [1, () => ({ do: 'type', uri, at: 0, remove: text.length, insert: '' })],
  ])()
}

function lineStart(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1
}

/** Behind a quote that opens the name of some option; anywhere else where there is none. */
function insideName(random: Random, text: string): number {
  const quotes = [...text.matchAll(/Opt\('/g)].map(match => match.index + match[0].length)
  return random.oneOf(quotes) ?? 0
}
