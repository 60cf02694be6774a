import assert from 'node:assert/strict'
import { Project, ReadIndex } from '../../../server/src/engine/index'
import { python } from '../engine'

const head = 'from oslo_config import cfg\nCONF = cfg.CONF\n'

/** Texts in which names lead to each other, or much has to be looked through for each read. */
const texts: Readonly<Record<string, string>> = {
  'a name bound to itself': `${head}def f():\n${'    x = x\n'.repeat(2000)}    x = CONF\n    return x.a\n`,
  'names bound to each other': `${head}def f():\n${'    x = y\n    y = x\n'.repeat(1000)}    return x.a, CONF[x]\n`,
  'a loop over itself': `${head}def f():\n${'    for x in x: pass\n'.repeat(500)}    return CONF[x]\n`,
  'attributes that are each other': `${head}class A:\n    def f(self):\n${'        self.conf_a = self.conf_b\n        self.conf_b = self.conf_a\n'.repeat(200)}        return self.conf_a.x\n`,
  'many parts of a name': `${head}def f(a):\n    k = 'a' if a else 'b'\n    return CONF[${Array(60).fill('k').join(' + ')}]\n`,
  'many reads in one function': `${head}def f():\n${'    print(CONF.a, CONF.b)\n'.repeat(20_000)}`,
  'many declarations': `${head}opts = [\n${"    cfg.StrOpt('a', default=cfg.CONF.b),\n".repeat(20_000)}]\n`,
}

describe('The uses of options', function () {
  this.timeout(120_000)

  for (const [kind, text] of Object.entries(texts)) {
    it(`are found in bounded time in ${kind}`, async () => {
      const parser = await python()
      parser.parse(text)
      const bare = timed(() => parser.parseBare(text))
      const index = new ReadIndex(new Project(parser).moduleNames)
      const taken = timed(() => {
        index.setText('shop/conf.py', text, parser)
        index.usesIn('shop/conf.py')
      })
      assert.ok(taken < 200 * bare + 2000, `${taken} ms, ${bare} ms to parse`)
    })
  }
})

function timed(work: () => unknown): number {
  const start = performance.now()
  work()
  return performance.now() - start
}
