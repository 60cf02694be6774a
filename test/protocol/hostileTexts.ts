/** Ways to break out of the place where a text is shown, as it would be written into a file by somebody who means harm. */
const escapes = [
  '](http://evil.example)',
  '[a](http://evil.example "t")',
  '![](http://evil.example/i.png)',
  '![a][b]\n\n[b]: http://evil.example',
  '<img src=http://evil.example>',
  '<a href="command:x">',
  '</code></pre><b>',
  '<!-- -->',
  '<http://evil.example>',
  'http://evil.example',
  'www.evil.example',
  'a@evil.example',
  '[x](javascript:alert(1))',
  '[x](command:workbench.action.quit)',
  '[x](<http://evil.example>)',
  '| a | b |\n|---|---|\n| c | d |',
  '# heading',
  'text\n====',
  '> quote',
  '    code',
  '- [x] task',
  '~~~\n[a](http://evil.example)\n~~~',
  '**bold** _em_ ~~gone~~',
  '&lt;b&gt; &#60;b&#62; &nbsp;',
  '$(alert) ${x}',
  '::error::evil',
  '\\',
  '\\`',
]
const breaks = ['\n', '\r', '\r\n', '\n\n', '\u000b', '\f', '\u0085', '\u2028', '\u2029']
const controls = [
  '\u0000',
  '\u0007',
  '\b',
  '\u001b[31m',
  '\u001b]8;;http://evil.example\u0007',
  '\u007f',
  '\u009b2J',
  '\t',
]
const hidden = ['\u202e', '\u202a', '\u2066', '\u2069', '\u200e', '\u200f', '\u061c', '\u200b', '\u200d', '\u2060', '\ufeff', '\u00ad', '\u3164', '\ufe0f'] // prettier-ignore
const halves = ['\ud83d', '\ude00', '\u{e0041}', '\ufffe']
const fences = [1, 2, 3, 4, 7, 40].map(length => '`'.repeat(length))

export const pieces = [...escapes, ...breaks, ...controls, ...hidden, ...halves, ...fences, ' ', 'name', '[evil]', '=']

/** Texts that broke out, or would of a careless place, and every piece behind a fence that a control splits. */
export const hostileTexts = [
  '``\u0001`\n```\n\n![](http://evil.example/i.png) [a](command:x)',
  'a\n[evil]\nkey = 1',
  '` ** [x](http://evil.example) \\` **',
  ...pieces.map(piece => `\`\`\u0000\`\n${piece}`),
  'x'.repeat(15_000),
  '`'.repeat(15_000),
  '\u202e'.repeat(15_000),
  '](http://evil.example)'.repeat(800),
  `${'a'.repeat(199)}😀${'`'.repeat(300)}`,
]

/** A Python string that is this text: written as it is, but for what would end the string or the line. */
export function pythonString(text: string): string {
  const escaped = text.replace(/[\\'\n\r\f\0]/g, character => {
    const code = character.charCodeAt(0)
    return `\\x${code.toString(16).padStart(2, '0')}`
  })
  return `'${escaped}'`
}

/** Where a text can stand in a declaration that is registered in group `g`, unless it stands in the group. */
export const declarations: Readonly<Record<string, (text: string) => string>> = {
  name: text => `register(cfg.StrOpt(${text}, default=1))`,
  'name of a secret': text => `register(cfg.StrOpt(${text} + '_password', deprecated_for_removal=True))`,
  help: text => `register(cfg.StrOpt('a', help=${text}))`,
  default: text => `register(cfg.StrOpt('admin_password', default=${text}, sample_default=${text}))`,
  'several defaults': text => `register(cfg.MultiStrOpt('a', default=[${text}, ${text}]))`,
  'default of a dict': text => `register(cfg.DictOpt('a', default={${text}: ${text}}))`,
  'default not known': text => `register(cfg.StrOpt('a', default=unknown(${text}, '''\n''')))`,
  choices: text => `register(cfg.StrOpt('tls_mode', default=${text}, choices=[(${text}, ${text}), 'none']))`,
  regex: text => `register(cfg.StrOpt('a', regex=${text}))`,
  schemes: text => `register(cfg.URIOpt('a', schemes=[${text}]))`,
  group: text => `CONF.register_opt(cfg.StrOpt('admin_password', default='x'), group=${text})`,
  'group with a title': text => `g = cfg.OptGroup(${text}, title=${text})\nCONF.register_opt(cfg.StrOpt('a'), g)`,
  'old names': text =>
    `register(cfg.StrOpt('a', deprecated_name=${text}, deprecated_group=${text}, deprecated_opts=[cfg.DeprecatedOpt(${text})] * 50))`,
  deprecation: text =>
    `register(cfg.StrOpt('a', deprecated_for_removal=True, deprecated_since=${text}, deprecated_reason=${text}))`,
  others: text => `register(cfg.StrOpt('a', metavar=${text}, dest=${text}, short=${text}, secret=unknown(${text})))`,
  'changed default': text => `register(cfg.StrOpt('a'))\nCONF.set_default('a', ${text}, group='g')`,
}

/** A module with the text in one place. */
export function moduleWith(place: (text: string) => string, text: string): string {
  const start = 'from oslo_config import cfg\nfrom x import unknown\n\nCONF = cfg.CONF\ndef register(opt):\n'
  return `${start}    CONF.register_opt(opt, group='g')\n\n\n${place(pythonString(text))}\n`
}
