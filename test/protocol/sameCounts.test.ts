import assert from 'node:assert/strict'
import type { Summary } from '../../server/src/protocol'
import { inFolder } from '../cli/folder'
import { runCli } from '../cli/runCli'
import { apiModule, twoPasswords } from './samples'
import { TestClient } from './testClient'

const files = {
  'nova/conf/api.py': apiModule,
  'nova/conf/two.py': twoPasswords,
  // Two rules at two places of one option, and a switch whose help says nothing.
  'nova/conf/url.py': `from oslo_config import cfg
opts = [
    cfg.StrOpt('transport_url', default='rabbit://guest:swordfish@broker/', help='Where the broker is.'),
    cfg.BoolOpt('x'),
]
cfg.CONF.register_opts(opts)
`,
}

const severities = ['error', 'warning', 'information', 'hint'] as const

describe('problems', () => {
  for (const minimum of severities) {
    it(`at or above ${minimum} are as many in the editor, the inventory and the command line`, async () => {
      const client = await TestClient.ready({ files, settings: { minimumSeverity: minimum } })
      const { summary } = await client.connection.sendRequest<{ summary: Summary }>('novaConfigReview/inventory', {
        groupBy: 'file',
        findingsOnly: false,
        hideKnown: false,
        securityRelevantOnly: false,
      })
      const shown = await Promise.all(
        Object.entries(files).map(async ([path, text]) => (await client.open(path, text)).diagnostics()),
      )
      const underlined = (severity: number): number => shown.flat().filter(one => one.severity === severity).length
      await inFolder(files, async folder => {
        const { out } = await runCli(['review', '.', '--min-severity', minimum, '--format', 'json'], folder)
        const printed = (JSON.parse(out) as { summary: Record<string, number> }).summary
        for (const [index, severity] of severities.entries()) {
          const counts = [underlined(index + 1), summary[severity], printed[severity]]
          assert.equal(new Set(counts).size, 1, `${severity}: ${counts.join(', ')}`)
        }
      })
      await client.stop()
    })
  }
})
