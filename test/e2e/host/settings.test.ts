import * as assert from 'node:assert/strict'
import { languages, Uri, workspace } from 'vscode'
import { until } from '../until'
import { open, ours, squigglesAre } from './documents'

const vaultSquiggles = ['9 secret-not-marked', '14 secret-not-marked', '19 port-without-portopt']

describe('Settings', () => {
  const change = (name: string, value: unknown) =>
    workspace.getConfiguration('novaConfigReview').update(name, value, false)

  afterEach(async () => {
    await change('rules', undefined)
    await change('minimumSeverity', undefined)
  })

  it('turn a rule off and on again without a reload', async () => {
    const { document } = await open('nova/conf/vault.py')
    await squigglesAre(document.uri, vaultSquiggles)
    await change('rules', { 'secret-not-marked': 'off' })
    await squigglesAre(document.uri, ['19 port-without-portopt'])
    await change('rules', undefined)
    await squigglesAre(document.uri, vaultSquiggles)
  })

  it('hide what is less severe', async () => {
    const { document } = await open('nova/conf/vault.py')
    await change('minimumSeverity', 'warning')
    await squigglesAre(document.uri, ['9 secret-not-marked', '14 secret-not-marked'])
  })
})

describe('The files of a team', () => {
  const file = (name: string): Uri => {
    const [folder] = workspace.workspaceFolders ?? []
    assert.ok(folder)
    return Uri.joinPath(folder.uri, '.nova-config-review', name)
  }
  const write = (name: string, text: string) => workspace.fs.writeFile(file(name), new TextEncoder().encode(text))

  afterEach(async () => {
    await workspace.fs.delete(file(''), { recursive: true })
    const { document } = await open('nova/conf/vault.py')
    await squigglesAre(document.uri, vaultSquiggles)
  })

  it('hold as soon as they are written, and have their mistakes underlined', async () => {
    const { document } = await open('nova/conf/vault.py')
    await squigglesAre(document.uri, vaultSquiggles)
    await write('config.json', '{ "rules": { "secret-not-marked": "off" }, // the word of the team\n"rulse": {} }')
    await squigglesAre(document.uri, ['19 port-without-portopt'])
    await until(() =>
      assert.deepEqual(
        ours(file('config.json')).map(({ message }) => message),
        ['"rulse" is not known here. Did you mean "rules"?'],
      ),
    )
  })

  it('are checked by VS Code itself while they are written', async () => {
    await write('config.json', '{ "rules": { "secret-not-marked": "loud" }, /* fine */ }')
    const { document } = await open('.nova-config-review/config.json')
    assert.equal(document.languageId, 'jsonc')
    const theirs = () => languages.getDiagnostics(document.uri).filter(({ source }) => source !== 'nova-config-review')
    await until(() =>
      assert.match(
        theirs()
          .map(({ message }) => message)
          .join(),
        /"warning", "information", "hint", "off"/,
      ),
    )
  })
})
