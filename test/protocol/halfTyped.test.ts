import assert from 'node:assert/strict'
import type { DocumentSymbol } from 'vscode-languageserver-protocol'
import { apiModule } from './samples'
import { TestClient } from './testClient'

const before = "    cfg.IntOpt('workers'"

/** The options under each group in the outline, that apart which is being typed. */
function others(symbols: readonly DocumentSymbol[]): string {
  return symbols
    .map(({ name, children = [] }) => `${name}: ${children.map(child => child.name).join(', ')}`)
    .join('; ')
    .replace(/(?<=, )(?!admin_password|workers|old_switch)[^,;]*, /, '')
}

describe('a list of options', () => {
  it('keeps its other options in their group at each key of a new one', async () => {
    const client = await TestClient.ready()
    const document = await client.open('api.py', apiModule)
    const whole = others(await document.symbols())
    assert.equal(whole, '[api]: admin_password, workers, old_switch')
    await document.replace(before, `\n${before}`)
    const option =
      "    cfg.StrOpt('a_token', choices=['a', 'b'],\n        default=f'{it!r}', help=('One '\n        'two.')),"
    for (const key of option) {
      await document.replace(`\n${before}`, `${key}\n${before}`)
      assert.equal(others(await document.symbols()), whole, document.text)
    }
    await client.stop()
  })
})
