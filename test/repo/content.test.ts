import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { repositoryFiles, textOf, top } from './tree'

const texts = repositoryFiles().filter(file =>
  /\.(ts|mjs|js|json|md|py|ya?ml|svg|css|html|sh|tsv|txt)$|(^|\/)\.?[\w-]+$/.test(file),
)

describe('The repository', () => {
  it('speaks of no machine of its makers', () => {
    // Written in pieces, so that this file is not its own finding.
    const places = ['/work' + '/main', '/work' + '/shared', '/tmp' + '/corpus', '/root' + '/', '/opt' + '/pypi']
    assert.deepEqual(holding(places), [])
  })

  it('names no package registry, but for the one that the corpus tests fetch sources from', () => {
    const hosts = ['registry.npm' + 'js.org', 'files.python' + 'hosted.org', 'pypi' + '.org', 'deb.' + 'debian.org']
    assert.deepEqual(
      holding(hosts).filter(found => !found.startsWith('test/corpus/pypi.ts: pypi')),
      [],
    )
  })

  it('leads from its pages to pages that are there', () => {
    const pages = repositoryFiles().filter(file => /^(README|SECURITY|ARCHITECTURE|docs\/[\w-]+)\.md$/.test(file))
    assert.ok(pages.includes('SECURITY.md') && textOf('README.md').includes('](SECURITY.md)'))
    const lost = pages.flatMap(file =>
      [...textOf(file).matchAll(/\]\((?!https?:)([^)#\s]+)/g)]
        .map(([, to = '']) => to)
        .filter(to => !existsSync(join(top, dirname(file), to)))
        .map(to => `${file}: ${to}`),
    )
    assert.deepEqual(lost, [])
  })

  it("leaves the place of every package to the user's own registry", () => {
    assert.ok(!textOf('package-lock.json').includes('"resolved"'))
  })

  it('ends its texts with a line end and has no tabs or trailing blanks in code', () => {
    const code = repositoryFiles().filter(file => /\.(ts|mjs)$/.test(file))
    assert.deepEqual(
      code.filter(file => !textOf(file).endsWith('\n') || /[ \t]$|^\t/m.test(textOf(file))),
      [],
    )
  })
})

function holding(words: readonly string[]): string[] {
  return texts.flatMap(file => {
    const text = textOf(file)
    return words.filter(word => text.includes(word)).map(word => `${file}: ${word}`)
  })
}
