import assert from 'node:assert/strict'
import { moduleState } from './moduleState'
import { textOf, typescriptBelow } from './tree'

describe('Modules of the engine and the language server', () => {
  it('keep no state', () => {
    const files = typescriptBelow('server/src/engine', 'server/src/lsp')
    assert.ok(files.length > 20)
    assert.deepEqual(
      files.flatMap(file => moduleState(file, textOf(file))),
      [],
    )
  })

  const stateful = [
    'let count = 0',
    'export let count',
    'const cache = new Map<string, string>()',
    'const seen: string[] = []',
    'const settings = {} as Settings',
    'const names = new Set([1])\nfunction f() { names.add(2) }',
    'const settings = { on: true }\nfunction f() { settings.on = false }',
    'const word = /a/g\nfunction f(text: string) { return word.exec(text) }',
    'class Registry { static instance = new Registry() }',
  ]
  for (const text of stateful) {
    it(`would not pass with: ${text.replaceAll('\n', '; ')}`, () => {
      assert.equal(moduleState('x.ts', text).length, 1)
    })
  }

  const stateless = [
    'const names = new Set([1, 2])\nexport const has = (n: number) => names.has(n)',
    "const word = /a/g\nexport const strip = (text: string) => text.replace(word, '')",
    'function f() { let count = 0; const all = []; all.push(count); return all }',
    'const copy = [1]\nexport const f = (copy: number[]) => copy.reverse()',
    'class Kinds { static readonly all = [1] }',
  ]
  for (const text of stateless) {
    it(`pass with: ${text.replaceAll('\n', '; ')}`, () => {
      assert.deepEqual(moduleState('x.ts', text), [])
    })
  }
})
