import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { format } from 'prettier'
import type { Past } from './compare'
import type { Texts } from './operation'
import type { Found } from './soak'

/** What was found, as text for people: where the answers part, and a test that shows it. */
export async function printFound({ burst, differences, texts, past }: Found): Promise<string> {
  const parts = [`Burst ${burst}: ${differences.length} answers are not a fresh server's.`, ...differences.slice(0, 4)]
  parts.push(past === undefined ? await keepTexts(texts) : await printTest(past))
  return parts.join('\n')
}

/** What cannot be played again is looked for in its texts. */
async function keepTexts(texts: Texts): Promise<string> {
  const file = join(await mkdtemp(join(tmpdir(), 'soak-')), 'texts.json')
  await writeFile(file, JSON.stringify(texts, undefined, 2))
  return `Played again, the latest bursts do not lead to it. The texts are in ${file}`
}

/** A test that can be pasted into test/soak/found.test.ts. */
function printTest({ kind, texts, operations }: Past): Promise<string> {
  const past = `{ kind: '${kind}', texts: ${JSON.stringify(texts)}, operations: ${JSON.stringify(operations)} }`
  const call = `assert.deepEqual(await differencesAfter(${past}, loadForTests()), [])`
  return format(`it('answers as a fresh server does', async () => { ${call} })`, {
    parser: 'typescript',
    semi: false,
    singleQuote: true,
    printWidth: 120,
  })
}
