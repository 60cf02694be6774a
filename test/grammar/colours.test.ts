import { deepStrictEqual, ok } from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { createRegistry } from 'vscode-tmgrammar-test/dist/common/index.js'

const root = join(import.meta.dirname, '..', '..')
interface Grammar {
  path: string
  scopeName: string
  injectTo?: string[]
}
const python: Grammar = {
  path: join(root, 'node_modules/tm-grammars/grammars/python.json'),
  scopeName: 'source.python',
}
const ours: Grammar = {
  path: join(root, 'syntaxes/oslo-config.injection.tmLanguage.json'),
  scopeName: 'source.python.oslo-config',
  injectTo: ['source.python'],
}
const sources = [
  ...readdirSync(join(root, 'samples'), { recursive: true, encoding: 'utf8' }).map(name => join('samples', name)),
  join('test', 'grammar', 'options.py'),
].filter(name => name.endsWith('.py'))

function registryOf(grammars: readonly Grammar[]): ReturnType<typeof createRegistry> {
  return createRegistry(grammars.map(grammar => ({ language: '', injectTo: [], ...grammar })))
}

/** Each character's scopes, without those that only we give. */
async function colours(grammars: readonly Grammar[], text: string): Promise<string[]> {
  const grammar = await registryOf(grammars).loadGrammar('source.python')
  ok(grammar)
  const seen: string[] = []
  let state: Parameters<typeof grammar.tokenizeLine>[1] = null
  for (const line of text.split('\n')) {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state)
    state = ruleStack
    for (const { startIndex, endIndex, scopes } of tokens) {
      const theirs = scopes.flatMap(scope => scope.split(' ')).filter(scope => !scope.includes('.oslo-config'))
      for (const character of line.slice(startIndex, endIndex)) seen.push(`${character} ${theirs.join(' ')}`)
    }
  }
  return seen
}

describe('The grammar for options', () => {
  ok(sources.length > 5)
  for (const name of sources) {
    it(`leaves every colour of Python as it is in ${name}`, async () => {
      const text = readFileSync(join(root, name), 'utf8')
      deepStrictEqual(await colours([python, ours], text), await colours([python], text))
    })
  }

  it('adds scopes to the samples', async () => {
    const text = readFileSync(join(root, 'test/grammar/options.py'), 'utf8')
    const registry = createRegistry([
      { injectTo: [], language: '', ...ours },
      { injectTo: [], language: '', ...python },
    ])
    const grammar = await registry.loadGrammar('source.python')
    const scopes = text
      .split('\n')
      .flatMap(line => grammar?.tokenizeLine(line, null).tokens ?? [])
      .flatMap(token => token.scopes)
    ok(scopes.some(scope => scope.includes('support.class.option.oslo-config')))
  })
})
