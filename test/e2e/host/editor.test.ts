import * as assert from 'node:assert/strict'
import {
  commands,
  extensions,
  MarkdownString,
  Range,
  workspace,
  type CodeAction,
  type Hover,
  type TextEditor,
} from 'vscode'
import { until } from '../until'
import { find, open, ours, squigglesAre } from './documents'

const vault = 'nova/conf/vault.py'
const vaultSquiggles = ['9 secret-not-marked', '14 secret-not-marked', '19 port-without-portopt']

describe('A Nova conf file in the editor', () => {
  afterEach(async () => {
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor')
  })

  it('wakes the extension', async () => {
    const extension = extensions.getExtension('nova-config-review.nova-config-review')
    assert.ok(extension)
    await open(vault)
    await until(() => assert.ok(extension.isActive))
  })

  it('is in Restricted Mode where the window does not ask for trust', () => {
    assert.equal(workspace.isTrusted, process.env['E2E_TRUSTED'] === 'true')
  })

  it('has the expected squiggles, each with its rule and a link to the page', async () => {
    const { document } = await open(vault)
    await squigglesAre(document.uri, vaultSquiggles)
    const [first] = ours(document.uri)
    assert.equal(document.getText(first?.range), "'admin_password'")
    assert.match(first?.message ?? '', /admin_password/)
    const code = first?.code
    assert.equal(typeof code === 'object' && code.target.toString(), 'nova-config-review:/rules/secret-not-marked.md')
  })

  it('has no squiggles where nothing is wrong', async () => {
    const clean = await open('nova/version.py')
    const console = await open('nova/conf/console.py')
    await squigglesAre(console.document.uri, ['7 bind-all-interfaces'])
    assert.deepEqual(ours(clean.document.uri), [])
  })

  it('explains an option on hover', async () => {
    const editor = await open(vault)
    await until(async () => {
      const text = await hoverAt(editor.document.uri, find(editor, "'api_port'").translate(0, 2))
      assert.match(text, /\[vault\] api_port/)
      assert.match(text, /8200/)
      assert.match(text, /Port that the vault listens on/)
    })
  })

  it('loses a squiggle by its quick fix', async () => {
    const editor = await open(vault)
    await squigglesAre(editor.document.uri, vaultSquiggles)
    const actions = await codeActions(editor, 'quickfix', ours(editor.document.uri)[0]?.range)
    await apply(actions.find(({ isPreferred }) => isPreferred))
    await squigglesAre(editor.document.uri, ['15 secret-not-marked', '20 port-without-portopt'])
    assert.match(editor.document.getText(), /'admin_password',\n {15}secret=True,\n {15}help=/)
  })

  it('is fixed as a whole by fix all', async () => {
    const editor = await open(vault)
    await squigglesAre(editor.document.uri, vaultSquiggles)
    const actions = await codeActions(editor, 'source.fixAll.novaConfigReview')
    assert.equal(actions.length, 1)
    await apply(actions[0])
    assert.equal(editor.document.getText().match(/secret=True/g)?.length, 2)
    await until(() => assert.ok(ours(editor.document.uri).every(({ message }) => !message.includes('password'))))
  })

  it('shows a squiggle for a bad option while it is typed, saved or not', async () => {
    const editor = await open(vault)
    await squigglesAre(editor.document.uri, vaultSquiggles)
    await editor.edit(edit => edit.insert(find(editor, '    cfg.BoolOpt'), "    cfg.StrOpt('unseal_token'),\n"))
    await squigglesAre(editor.document.uri, [...vaultSquiggles, '25 secret-not-marked'])
    assert.ok(editor.document.isDirty)
  })

  it('is reviewed in an untitled document too', async () => {
    const content = "from oslo_config import cfg\n\ncfg.StrOpt('admin_password')\n"
    const document = await workspace.openTextDocument({ language: 'python', content })
    await squigglesAre(document.uri, ['3 secret-not-marked'])
  })
})

/** What the editor offers at a place, by default for the whole file, with the edits. */
async function codeActions({ document }: TextEditor, kind: string, at?: Range): Promise<CodeAction[]> {
  const range = at ?? new Range(0, 0, document.lineCount, 0)
  const limit = 20
  return commands.executeCommand('vscode.executeCodeActionProvider', document.uri, range, kind, limit)
}

async function apply(action: CodeAction | undefined): Promise<void> {
  assert.ok(action?.edit)
  assert.ok(await workspace.applyEdit(action.edit))
}

async function hoverAt(...where: unknown[]): Promise<string> {
  const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', ...where)
  const contents = hovers.flatMap(hover => hover.contents)
  return contents.map(content => (content instanceof MarkdownString ? content.value : '')).join('\n')
}
