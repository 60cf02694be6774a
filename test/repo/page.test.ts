import * as assert from 'node:assert/strict'
import { extensionPage, pageProblems } from '../../scripts/package/page'

const page = (readme: string, documents: Record<string, string> = {}) =>
  extensionPage(readme, new Map(Object.entries(documents)))

describe("The extension's page", () => {
  it('leaves out pictures, which VS Code would not show', () => {
    assert.equal(page('# Title\n\n![View](media/view.png)\n\nText\n'), '# Title\n\nText\n')
  })

  it('carries the documents that it links to, one level down', () => {
    const readme = '# Title\n\nSee [all](docs/all.md).\n'
    const document = '# All of it\n\n```sh\n# no title\n```\n\n## More\n\n[Elsewhere](../else.md)\n'
    assert.equal(
      page(readme, { 'docs/all.md': document }),
      '# Title\n\nSee [all](#all-of-it).\n\n## All of it\n\n```sh\n# no title\n```\n\n### More\n\nElsewhere\n',
    )
  })

  it('leaves links of the web alone, and makes words of links to other files', () => {
    const readme = '[web](https://www.python.org) and [map](ARCHITECTURE.md)\n'
    assert.equal(page(readme), '[web](https://www.python.org) and map\n')
  })

  it('leaves out how to work on the sources', () => {
    assert.equal(page('# Title\n\n## Try it\n\nBuild\n\n## Privacy\n\nYours\n'), '# Title\n\n## Privacy\n\nYours\n')
  })

  it('is refused with a link or a picture that would be broken', () => {
    const [problem, ...others] = pageProblems('![a](media/a.svg) `[x](y)` [b](#b) [c](https://a.org)\n')
    assert.match(problem ?? '', /leads to media\/a\.svg/)
    assert.deepEqual(others, [])
  })
})
