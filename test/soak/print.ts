import { format } from 'prettier'
import type { Past } from './compare'
import type { Found } from './soak'

/** What was found, as text for people: where the answers part, and a test that shows it. */
export async function printFound({ burst, differences, past }: Found): Promise<string> {
  const parts = [`Burst ${burst}: ${differences.length} answers are not a fresh server's.`, ...differences.slice(0, 4)]
  parts.push(past === undefined ? 'Played again, the latest bursts do not lead to it.' : await printTest(past))
  return parts.join('\n')
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
