import fc from 'fast-check'
import type { Parts } from './parts'
import { text, one, content, plainString, small, index, spec, conversions } from './pieces'

/** Strings: literals, formatting, methods. */
export function strings({ int, str, any, bool, dict, iterable, items, limited }: Parts) {
  return {
    str: fc.oneof(
      limited,
      fc.oneof({ weight: 4, arbitrary: plainString }, { weight: 3, arbitrary: one('s', 't') }),
      text(plainString, one(' ', '\n  ', ' \\\n'), plainString).map(both => `(${both})`),
      text('(', str, ' + ', str, ')'),
      text('(', str, ' * ', small, ')'),
      fc
        .tuple(fc.array(fc.tuple(conversions, content), { maxLength: 3 }), items, fc.boolean())
        .map(([format, values, single]) => {
          const written = format.map(([conversion, between]) => conversion + between).join('')
          return `('${written.replace(/(?<!\\)'/g, '')}' % ${single && values[0] !== undefined ? values[0] : `(${values.map(value => value + ',').join(' ')})`})`
        }),
      text("('%(a)s-%(b)r %(a)5s' % ", fc.oneof(dict, text("{'a': ", any, ", 'b': ", any, '}')), ')'),
      fc
        .tuple(fc.array(fc.tuple(one('{', '{', '{0', '{1', '{a'), spec), { maxLength: 3 }), items, any)
        .map(
          ([fields, values, named]) =>
            `'${fields.map(([open, rest]) => `${open}${rest}}`).join(' {{x}} ')}'.format(${[...values, `a=${named}`].join(', ')})`,
        ),
      fc
        .tuple(
          one('f', 'F', 'rf', 'fr'),
          fc.array(
            fc.tuple(
              one('', 'p', '{{', '}}', '\\n', '%', '\\x41'),
              fc.oneof(
                one('i', 's', 'l', 'x', 'd["k"]', 'i + 1', 'u', 'b', ' s ', 's.upper()', '(lambda: i)()', '{1: 2}'),
                int.filter(written => !/["\\#\n]/.test(written) && !written.includes("'")),
              ),
              fc.oneof(spec, one('=', '= !r', ':{i}', ':>{i}')),
            ),
            { maxLength: 3 },
          ),
        )
        .map(
          ([prefix, parts]) =>
            `${prefix}'''${parts.map(([before, value, rest]) => `${before}{${value}${rest}}`).join('')}'''`,
        ),
      text(
        str,
        one(
          '.upper()',
          '.lower()',
          '.title()',
          '.capitalize()',
          '.strip()',
          '.lstrip()',
          '.rstrip()',
          ".strip('ab ')",
          '.replace("a", "zz")',
          '.replace("a", "b", 1)',
          '.replace("", "-")',
          ".lstrip('A')",
          '.rstrip(" 1")',
          '.swapcase()',
          '.center(9)',
          '.zfill(5)',
          '.encode()',
          '.removeprefix("A")',
          '.removesuffix("b")',
          '.expandtabs()',
          '.casefold()',
        ),
      ),
      text(str, '.join(', iterable, ')'),
      text(one('"/".join', '"".join'), '(', text('[', str, ', ', str, ']'), ')'),
      text(str, '[', index, ']'),
      text(str, '[', one('', '1', '-2', '0'), ':', one('', '2', '-1', '9'), one('', '', ':1', ':2', ':-1'), ']'),
      text(one('str', 'repr'), '(', any, ')'),
      text('(', str, ' if ', bool, ' else ', str, ')'),
      text('_(', str, ')'),
      text(
        'textwrap.dedent(',
        fc.oneof(
          str,
          one('"""\n    a\n      b\n\n   \n    c"""', '"\\ta\\n\\t b"', '"""  x\n y\n"""', '"  a\\r\\n  b"'),
        ),
        ')',
      ),
      text('os.path.join(', str, ', ', str, ')'),
      text('g(', any, ', t=', str, ')'),
      one('A.s', 'outside.text()', 's or t', 'f.__name__', 'h(s, k=t)', 'h(*l)', 'h(**d)', 'A.E', "str(b'x')", 'str()'),
    ),
  }
}
