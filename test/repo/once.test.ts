import * as assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { once } from '../../scripts/vscode/npm'

describe('An installation', () => {
  let folder: string
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'once-'))))
  afterEach(() => rmSync(folder, { recursive: true }))

  it('says when it begins and ends, and is not done twice', async () => {
    const lines: string[] = []
    const install = () =>
      once(
        join(folder, 'done'),
        'VS Code',
        line => lines.push(line),
        () => Promise.resolve(),
      )
    await install()
    assert.deepEqual(lines, ['Installing VS Code', '  done in 0 s'])
    await install()
    assert.equal(lines.length, 2)
  })

  it('is tried again after a failure', async () => {
    const broken = () => Promise.reject(new Error('no network'))
    await assert.rejects(
      once(join(folder, 'done'), 'VS Code', () => undefined, broken),
      /no network/,
    )
    let tried = false
    await once(
      join(folder, 'done'),
      'VS Code',
      () => undefined,
      () => {
        tried = true
        return Promise.resolve()
      },
    )
    assert.ok(tried)
  })
})
