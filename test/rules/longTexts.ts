/** Where a long text can stand in a declaration: Python source around it, given as a Python expression. */
export const places: Readonly<Record<string, (text: string) => string>> = {
  name: text => `cfg.StrOpt(${text})`,
  'name of a secret': text => `cfg.StrOpt(${text} + '_password')`,
  default: text => `cfg.StrOpt('auth_url', default=${text})`,
  'default of a secret': text => `cfg.StrOpt('admin_password', secret=True, default=${text})`,
  'item of a default': text => `cfg.ListOpt('allowed_hosts', default=[${text}, ${text}])`,
  'sample default': text => `cfg.StrOpt('admin_password', secret=True, sample_default=${text})`,
  help: text => `cfg.StrOpt('host', help=${text})`,
  'help below a headline': text => `cfg.IntOpt('max_retries', help='Possible values:\\n\\n* ' + ${text})`,
  choices: text => `cfg.StrOpt('driver', choices=[${text}, 'b'])`,
  regex: text => `cfg.StrOpt('user_name', regex=${text})`,
  'deprecated name': text => `cfg.StrOpt('state_path', deprecated_name=${text}, deprecated_reason=${text})`,
  group: text => `CONF.register_opt(cfg.BoolOpt('insecure'), group=${text})`,
  metavar: text => `cfg.StrOpt('access_key', metavar=${text})`,
  class: text => `cfg.${text.replace(/\W/g, '') || 'X'}Opt('x')`,
}

/** Pieces that repeated make a hard text for one pattern or another. */
export const pieces = [
  'a', 'aA', 'a_', 'a-', '_', '-', '.', 'word ', ' ', '\\n', '\\n* ', '* `a`\\n', '0', '00.', 'http://a:', '://@', 'a.a', ',',
  ', and ', '(', '((', '[', '\\\\', '(a+)', '$', '${', '%(', '``', '"', 'key', 'token', 'valid values are ', 'Related options:\\n',
  'path to ', 'the ', '\\u2028', '\\t ', '#', 'é', '\\U0001f600',
] // prettier-ignore

/** A module that has the text in one place: written out, or as a short text that is multiplied. */
export function moduleWith(place: (text: string) => string, piece: string, length: number, written: boolean): string {
  const times = Math.ceil(length / piece.length)
  const text = written ? `'${piece.repeat(times)}'` : `('${piece}' * ${times})`
  return `from oslo_config import cfg\n\nCONF = cfg.CONF\nopts = [\n    ${place(text)},\n]\n`
}
