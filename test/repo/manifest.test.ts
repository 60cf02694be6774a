import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import * as protocol from '../../server/src/protocol'
import { manifest, nodesOf, parse, repositoryFiles, textOf, top } from './tree'

const { contributes, ...main } = manifest()
const contributed = contributes.commands.map(({ command }) => command).sort()

describe('The manifest', () => {
  it('contributes the commands that the client handles, and no others', () => {
    assert.deepEqual(contributed, handledCommands())
  })

  it('names in menus and welcome texts only commands of its own or of VS Code', () => {
    const inMenus = Object.values(contributes.menus).flatMap(items => items.flatMap(({ command }) => command ?? []))
    const inTexts = contributes.viewsWelcome.flatMap(({ contents }) =>
      [...contents.matchAll(/\(command:([\w.]+)/g)].map(match => match[1] ?? ''),
    )
    const ours = [...inMenus, ...inTexts].filter(command => command.startsWith('novaConfigReview.'))
    assert.deepEqual(
      ours.filter(command => !contributed.includes(command)),
      [],
    )
  })

  it('speaks in its welcome texts of views that it has', () => {
    const views = Object.values(contributes.views).flatMap(list => list.map(({ id }) => id))
    assert.deepEqual(
      contributes.viewsWelcome.filter(({ view }) => !views.includes(view)),
      [],
    )
  })

  it('declares every setting that the code asks for, and the code knows every setting', () => {
    const code = repositoryFiles()
      .filter(file => /^(client|server)\/src\/.*\.ts$/.test(file))
      .map(textOf)
      .join('\n')
    const unknown = Object.keys(contributes.configuration.properties)
      .map(name => name.replace('novaConfigReview.', ''))
      .filter(name => !code.includes(name.split('.').at(-1) ?? name))
    assert.deepEqual(unknown, [])
  })

  it('starts with every language of the kinds of files that are reviewed', () => {
    const languages = protocol.fileKinds.flatMap(({ language }) => language ?? [])
    assert.deepEqual(
      main.activationEvents.filter(event => event.startsWith('onLanguage:')),
      languages.map(language => `onLanguage:${language}`),
    )
  })

  it('points to pictures that are there', () => {
    const icons = Object.values(contributes.views).flatMap(list => list.flatMap(({ icon }) => icon ?? []))
    assert.deepEqual(
      icons.filter(icon => !icon.startsWith('$(') && !existsSync(join(top, icon))),
      [],
    )
  })

  it('gives name, licence, hosts and engines as promised', () => {
    assert.equal(main.name, 'nova-config-review')
    assert.equal(main.license, 'Apache-2.0')
    assert.match(main.version, /^\d+\.\d+\.\d+$/)
    assert.equal(main.bin['nova-config-review'], './dist/cli.js')
    assert.ok(main.main.startsWith('./dist/') && main.browser.startsWith('./dist/browser/'))
    assert.equal(main.engines.vscode, '^1.91.0')
    assert.equal(main.engines.node, '>=20')
  })

  it('takes the types of the oldest VS Code that it runs in', () => {
    const types = JSON.parse(textOf('node_modules/@types/vscode/package.json')) as { version: string }
    const [major, minor] = types.version.split('.').map(Number)
    const [, oldest] = main.engines.vscode.replace('^', '').split('.').map(Number)
    assert.equal(major, 1)
    assert.ok((minor ?? Infinity) <= (oldest ?? 0), `@types/vscode ${types.version} for ${main.engines.vscode}`)
  })
})

/** The keys of the table in client/src/commands.ts; a computed one is a constant of the protocol. */
function handledCommands(): string[] {
  const source = parse('commands.ts', textOf('client/src/commands.ts'))
  const constants: Readonly<Record<string, unknown>> = { ...protocol }
  const keys = [...nodesOf(source)].filter(ts.isPropertyAssignment).flatMap(({ name }) => {
    if (ts.isStringLiteral(name)) return [name.text]
    if (!ts.isComputedPropertyName(name)) return []
    return [String(constants[name.expression.getText().replace(/^protocol\./, '')])]
  })
  return keys.sort()
}
