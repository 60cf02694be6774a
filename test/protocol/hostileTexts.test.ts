import assert from 'node:assert/strict'
import type { CodeAction, SymbolInformation } from 'vscode-languageserver-protocol'
import fc from 'fast-check'
import { lexer, walkTokens } from 'marked'
import type { InventoryResult } from '../../server/src/protocol'
import { declarations, hostileTexts, moduleWith, pieces } from './hostileTexts'
import type { OpenDocument } from './openDocument'
import { TestClient, root } from './testClient'

/** What must not be seen of a text: control characters, ends of lines, what turns or hides, halves of characters. */
const invisible = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u
/** The addresses of our own links. */
const ours = /^(nova-config-review:\/rules\/|https:\/\/)[\w./:#?=&%-]*$/

describe('A hostile text', () => {
  for (const [name, place] of Object.entries(declarations)) {
    it(`as ${name} breaks out of nothing`, async () => {
      const client = await TestClient.ready()
      const document = await client.open('nova/conf/x.py', 'from oslo_config import cfg\n')
      for (const text of hostileTexts) await lookEverywhere(client, document, moduleWith(place, text))
      const generated = fc.array(fc.constantFrom(...pieces), { minLength: 2, maxLength: 12 })
      await fc.assert(
        fc.asyncProperty(generated, async parts => lookEverywhere(client, document, moduleWith(place, parts.join('')))),
        { numRuns: 12 },
      )
      await client.stop()
    }).timeout(60_000)
  }

  it('in settings makes no link in a message, and no line of its own in the log', async () => {
    const config = '.nova-config-review/config.json'
    const client = await TestClient.ready({ settings: { rules: { '[x](command:y)\n\u202e': 'off' } } })
    assert.match(await client.ledger.takeShown(), /there is no rule "\[x\] \(command:y\)\\n\\u202e"/)
    client.files.set(`${root}/${config}`, JSON.stringify({ 'a\u202e\u2028': 1, policies: ['policies/\n\u001b.json'] }))
    await client.connection.sendNotification('novaConfigReview/settingsFilesChanged')
    const logged = [await client.ledger.takeLogged(), await client.ledger.takeLogged()]
    logged.forEach(checkVisible)
    assert.ok(
      logged.some(line => line.includes('"a\\u202e\\u2028" is not known here')),
      logged.join('\n'),
    )
    await client.ledger.until('the mistakes', () => client.ledger.published.length > 0)
    for (const { diagnostics } of client.ledger.published)
      checkLabels(
        diagnostics.map(each => text(each.message)),
        500,
      )
    await client.stop()
  })

  it('of a policy is shown as text', async () => {
    const policy = { name: 'p'.repeat(5000), message: `![](http://evil.example)\n\u202e{name}${'m'.repeat(5000)}`, url: 'https://x/)](\ud800\n' } // prettier-ignore
    const config = JSON.stringify({ policies: [policy] })
    const client = await TestClient.ready({ files: { '.nova-config-review/config.json': config } })
    const document = await client.open('x.py', 'from oslo_config import cfg\nx = cfg.StrOpt("a", help="It is.")\n')
    assert.ok((await document.codes()).some(code => String(code).startsWith('policy/')))
    await checkFindings(document)
    checkMarkdown((await document.hover('StrOpt')) ?? '')
    await client.stop()
  })
})

async function lookEverywhere(client: TestClient, document: OpenDocument, module: string): Promise<void> {
  const end = { line: document.text.split('\n').length, character: 0 }
  await document.change([{ range: { start: { line: 0, character: 0 }, end }, newText: module }])
  const { sections } = await inventoryOf(client)
  const row = sections[0]?.options[0]
  assert.ok(row, 'the option is there')
  const params = { uri: document.uri, id: row.id }
  const callee = /cfg\.\w+Opt\(/.exec(module)?.[0] ?? ''
  const hover = (await document.hover(callee)) ?? ''
  assert.notEqual(hover, '')
  const tooltip = await client.connection.sendRequest<string>('novaConfigReview/describeOption', params)
  for (const markdown of [hover, tooltip]) checkMarkdown(markdown)
  for (const { label, options } of sections) {
    checkLabels([label, ...options.flatMap(each => [each.name, each.qualifiedName, each.description])])
  }
  await checkFindings(document)
  for (const { name: text, detail } of await document.symbols()) checkLabels([text, detail ?? ''])
  const found = await client.connection.sendRequest<SymbolInformation[]>('workspace/symbol', { query: '' })
  assert.ok(found.length > 0)
  for (const { name: text, containerName } of found) checkLabels([text, containerName ?? ''])
  checkConfLine(await client.connection.sendRequest<string>('novaConfigReview/confLine', params))
}

function inventoryOf(client: TestClient): Promise<InventoryResult> {
  const params = { groupBy: 'group', findingsOnly: false, securityRelevantOnly: false }
  return client.connection.sendRequest('novaConfigReview/inventory', params)
}

/** As VS Code renders it: no link, picture or HTML but our own, nothing that is not a part of what we say, and not much. */
function checkMarkdown(markdown: string): void {
  assert.ok(markdown.length <= 10_500, `${markdown.length} characters`)
  for (const line of markdown.split('\n')) checkVisible(line)
  void walkTokens(lexer(markdown, { gfm: true, breaks: true }), token => {
    assert.ok(
      !['image', 'html', 'heading', 'table', 'def', 'blockquote', 'del', 'checkbox'].includes(token.type),
      markdown,
    )
    if (token.type === 'code') assert.match(token.raw, /^`{3,}ini\n/)
    if (token.type === 'link') assert.match((token as { href: string }).href, ours, markdown)
    if (token.type === 'link') assert.doesNotMatch((token as { href: string }).href, /evil/, markdown)
  })
}

async function checkFindings(document: OpenDocument): Promise<void> {
  const diagnostics = await document.diagnostics()
  for (const { message, relatedInformation = [] } of diagnostics) {
    checkLabels([text(message), ...relatedInformation.map(related => related.message)], 600)
  }
  const actions: CodeAction[] = await document.actions(diagnostics)
  checkLabels(actions.map(({ title }) => title))
}

/** Servers may send Markdown there; ours sends text. */
function text(message: string | { value: string }): string {
  return typeof message === 'string' ? message : message.value
}

function checkLabels(texts: readonly string[], most = 210): void {
  for (const text of texts) {
    checkVisible(text)
    assert.ok(text.length <= most, `${text.length} characters`)
  }
}

function checkVisible(text: string): void {
  assert.doesNotMatch(text, invisible, JSON.stringify(text))
}

/** One setting in one group as oslo.config reads it, or comments. */
function checkConfLine(line: string): void {
  const lines = line.split('\n')
  lines.forEach(checkVisible)
  const head = /^(# )?\[.*\]$/.test(lines[0] ?? '') ? lines[0] : undefined
  const settings = head === undefined ? lines : lines.slice(1)
  const keys = settings.filter(each => !/^\s/.test(each)).map(each => /^(?:# )?(.+?) =/.exec(each)?.[1])
  assert.equal(new Set(keys).size, 1, line)
  assert.ok(keys[0] !== undefined && settings.every(each => each.startsWith('#') || each.trim() !== ''), line)
  if (head?.startsWith('#') === true)
    assert.ok(
      settings.every(each => each.startsWith('# ')),
      line,
    )
}
