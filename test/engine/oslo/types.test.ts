import { strict as assert } from 'node:assert'
import { renderPython } from '../../../server/src/engine/index'
import type { Choice, ValueType } from '../../../server/src/engine/index'
import { check as evaluates, optionOf, told } from '../engine'

/** The type of an option's values, in a line: `List(item_type=Integer(min=0))`. */
function describeType(type: ValueType): string {
  const limits = [
    type.choices.kind === 'known'
      ? `choices=${choices(type.choices.value)}`
      : type.choices.kind === 'unknown'
        ? 'choices=?'
        : '',
    ...(['min', 'max', 'regex', 'ignoreCase', 'quotes', 'maxLength', 'version', 'bounds'] as const).map(limit =>
      type[limit].kind === 'absent' ? '' : `${limit}=${type[limit].kind === 'unknown' ? '?' : told(type[limit])}`,
    ),
    type.schemes.kind === 'known' ? `schemes=${type.schemes.value.join('|')}` : '',
    type.itemType.kind === 'known' ? `of ${describeType(type.itemType.value)}` : '',
  ]
  return `${type.type}(${limits.filter(limit => limit !== '').join(' ')})`
}

const choices = (all: readonly Choice[]): string =>
  all
    .map(({ value, description }) => {
      const text = typeof value === 'string' ? value : renderPython(value)
      return description === undefined ? text : `${text}:${description}`
    })
    .join('|')

/** Asserts the type of the option that each declaration makes. */
async function check(expectations: Readonly<Record<string, string>>, statements = ''): Promise<void> {
  const actual: Record<string, string> = {}
  for (const source of Object.keys(expectations)) {
    const { valueType } = await optionOf(`from oslo_config import cfg, types\nimport re\n${statements}\ncfg.${source}`)
    actual[source] = valueType.kind === 'known' ? describeType(valueType.value) : valueType.kind
  }
  assert.deepEqual(actual, expectations)
}

describe('The values of an option', () => {
  it('are what its class says', () =>
    check({
      "Opt('a')": 'String()',
      "StrOpt('a')": 'String()',
      "BoolOpt('a')": 'Boolean()',
      "IntOpt('a', min=1, max=5)": 'Integer(min=1 max=5)',
      "IntOpt('a', 1, 5, [2, 3])": 'Integer(choices=2|3 min=1 max=5)',
      "FloatOpt('a', min=0.5)": 'Float(min=0.5)',
      "PortOpt('a')": 'Port(min=0 max=65535)',
      "PortOpt('a', min=1024, choices=[80, 8080])": 'Port(choices=80|8080 min=1024 max=65535)',
      "IPOpt('a', version=4)": 'IPAddress(version=4)',
      "HostAddressOpt('a', 6)": 'HostAddress(version=6)',
      "URIOpt('a', schemes=['http', 'https'], max_length=9)": 'URI(maxLength=9 schemes=http|https)',
      "ListOpt('a', item_type=types.Integer(min=0), bounds=True)": 'List(bounds=True of Integer(min=0))',
      "DictOpt('a')": 'Dict()',
      "MultiStrOpt('a')": 'MultiString()',
      "StrOpt('a', regex='^x$', ignore_case=True, quotes=True, max_length=3)":
        "String(regex='^x$' ignoreCase=True quotes=True maxLength=3)",
      "StrOpt('a', regex=re.compile(r'\\d'))": "String(regex='\\\\d')",
    }))

  it('are what type= or item_type= says, by position or keyword', () =>
    check(
      {
        "Opt('a', types.Integer(1, 5))": 'Integer(min=1 max=5)',
        "Opt('a', type=types.String(choices=['x'], max_length=3))": 'String(choices=x maxLength=3)',
        "Opt('a', type=cfg.types.Range(min=1))": 'Range(min=1)',
        "MultiOpt('a', item_type=types.Dict())": 'Dict()',
        "ListOpt('a', item_type=int)": 'List(of Integer())',
        "ListOpt('a', types.List(types.Port()))": 'List(of List(of Port(min=0 max=65535)))',
        "Opt('a', type=TYPE)": 'Float(max=2)',
        "Opt('a', type=unknown_thing)": 'unknown',
        "Opt('a', type=convert)": 'unknown',
      },
      'TYPE = types.Float(max=2)\ndef convert(value): return value',
    ))

  it('are among choices that are values, described values or a mapping', () =>
    check(
      {
        "StrOpt('a', choices=('x', 'y'))": 'String(choices=x|y)',
        "StrOpt('a', choices=[('x', 'the x'), ('y', 'the y')])": 'String(choices=x:the x|y:the y)',
        "StrOpt('a', choices={'x': 'the x', 'y': None})": 'String(choices=x|y)',
        "IntOpt('a', min=1)": 'Integer(min=1)',
        "StrOpt('a', choices=['x'] + MORE)": 'String(choices=x|m)',
        "StrOpt('a', choices=[k for k in TABLE])": 'String(choices=t)',
        "StrOpt('a', choices=list(TABLE))": 'String(choices=t)',
        "StrOpt('a', choices=unknown_thing)": 'String(choices=?)',
        "StrOpt('a', choices={'x', 'y'})": 'String(choices=?)',
        "StrOpt('a', choices=None)": 'String()',
      },
      "MORE = ['m']\nTABLE = {'t': 1}",
    ))

  it('have limits that are computed, also from other constants', async () => {
    await check(
      {
        "IntOpt('a', min=LOW, max=2 ** 10)": 'Integer(min=-1 max=1024)',
        "IntOpt('a', max=unknown_thing)": 'Integer(max=?)',
      },
      'LOW = -1',
    )
    await evaluates({ 'cfg.IntOpt("x", min=3).type': 'unknown' })
  })
})
