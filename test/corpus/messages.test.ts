import assert from 'node:assert/strict'
import { join } from 'node:path'
import { runCli } from '../cli/runCli'
import { cacheFolder } from './sources'
import { projects } from './truth'

interface Document {
  readonly findings: readonly { readonly rule: string; readonly message: string }[]
}

describe('The messages over real OpenStack source', () => {
  it('have at most 80 characters in the middle, and 120 at most', async () => {
    const messages: string[] = []
    for (const project of projects) {
      const { out } = await runCli(['review', '--format', 'json', '--min-severity', 'hint', join(cacheFolder, project)])
      messages.push(...(JSON.parse(out) as Document).findings.map(({ message }) => message))
    }
    const lengths = messages.map(message => message.length).sort((a, b) => a - b)
    assert.ok((lengths[lengths.length >> 1] ?? 0) <= 80)
    assert.deepEqual(
      messages.filter(message => message.length > 120),
      [],
    )
  })
})
