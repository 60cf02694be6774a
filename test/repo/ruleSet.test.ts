import assert from 'node:assert/strict'
import { basename } from 'node:path'
import { rules } from '../../server/src/engine/index'
import { manifest, repositoryFiles, textOf } from './tree'

/** Rules are named in words-with-dashes; what they share is in camelCase files beside them. */
const ruleName = /^[a-z]+(-[a-z]+)+$/

describe('Rules, their files, pages and settings', () => {
  const names = rules.map(rule => rule.name).sort()

  it('have names with dashes, each once', () => {
    assert.deepEqual(
      names.filter(name => !ruleName.test(name)),
      [],
    )
    assert.equal(new Set(names).size, names.length)
    assert.ok(names.length >= 12)
  })

  it('are the same set in the index and as files', () => {
    assert.deepEqual(namesIn('server/src/engine/rules/', '.ts'), names)
  })

  it('are the same set in the index and as pages', () => {
    assert.deepEqual(namesIn('docs/rules/', '.md'), names)
  })

  it('have pages that bear their name as title', () => {
    for (const name of names) assert.match(textOf(`docs/rules/${name}.md`), new RegExp(`^# ${name}\\r?\\n`))
  })

  it('are the same set in the index and in the settings, with the same severities', () => {
    const properties = manifest().contributes.configuration.properties['novaConfigReview.rules']?.properties ?? {}
    assert.deepEqual(Object.keys(properties).sort(), names)
    for (const rule of rules) {
      assert.deepEqual(properties[rule.name]?.enum, ['error', 'warning', 'information', 'hint', 'off'], rule.name)
      const said = properties[rule.name]?.default
      assert.ok(said === undefined || said === rule.severity, `${rule.name}: ${said}`)
    }
  })
})

function namesIn(folder: string, extension: string): string[] {
  return repositoryFiles()
    .filter(file => file.startsWith(folder) && file.endsWith(extension))
    .map(file => basename(file, extension))
    .filter(name => ruleName.test(name))
    .sort()
}
