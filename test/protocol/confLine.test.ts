import assert from 'node:assert/strict'
import type { InventoryResult } from '../../server/src/protocol'
import { TestClient } from './testClient'

/** Declarations, and how they stand in the file below their group. */
const lines: [string, string][] = [
  ["cfg.StrOpt('dashed-name', default='kvm')", 'dashed_name = kvm'],
  ["cfg.BoolOpt('switch', default=False)", 'switch = false'],
  ["cfg.IntOpt('port', default=2 ** 16)", 'port = 65536'],
  ["cfg.FloatOpt('ratio', default=1.0)", 'ratio = 1.0'],
  ["cfg.ListOpt('names', default=['a', 'b'])", 'names = a,b'],
  ["cfg.DictOpt('pairs', default={'a': 'b'})", 'pairs = a:b'],
  ["cfg.MultiStrOpt('several', default=['a', 'b'])", 'several = a\nseveral = b'],
  ["cfg.MultiStrOpt('none_yet', default=[])", '# none_yet ='],
  ["cfg.StrOpt('unset')", '# unset = <None>'],
  ["cfg.StrOpt('nothing', default=None)", '# nothing = <None>'],
  ["cfg.StrOpt('empty', default='')", 'empty ='],
  ["cfg.StrOpt('long', default='first\\nsecond')", 'long = first\n    second'],
  ["cfg.StrOpt('host', default=socket.gethostname())", '# host = <socket.gethostname()>'],
  ["cfg.StrOpt('two', default='a\\n\\n[b]')", "# two = <'a\\n\\n[b]'>"],
  ["cfg.StrOpt('bell', default='\\a')", "# bell = <'\\x07'>"],
  ["cfg.StrOpt('turned', default='\\u202e')", "# turned = <'\\u202e'>"],
  ["cfg.StrOpt('a\\n[b]\\nc', default=1)", '# a\\n[b]\\nc = <1>'],
  ["cfg.StrOpt('#a', default=1)", '# #a = <1>'],
]

describe('the line of nova.conf', () => {
  for (const [declaration, line] of lines) {
    it(`of ${declaration} is ${JSON.stringify(line)}`, async () => {
      const client = await TestClient.ready()
      const opts = `opts = [${declaration}]\ndef register_opts(conf):\n    conf.register_opts(opts, 'api')\n`
      const document = await client.open('untitled:1', `import socket\nfrom oslo_config import cfg\n${opts}`)
      const params = { groupBy: 'group', findingsOnly: false, securityRelevantOnly: false }
      const { sections } = await client.connection.sendRequest<InventoryResult>('novaConfigReview/inventory', params)
      const id = sections[0]?.options[0]?.id ?? ''
      const found = await client.connection.sendRequest('novaConfigReview/confLine', { uri: document.uri, id })
      assert.equal(found, `[api]\n${line}`)
      await client.stop()
    })
  }
})
