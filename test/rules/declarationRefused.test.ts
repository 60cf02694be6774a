import assert from 'node:assert/strict'
import { defaultReviewSettings, review } from '../../server/src/engine/index'
import { projectOf } from '../engine/engine'

async function refusals(text: string, file = '/shop/conf.py') {
  const project = await projectOf({ [file]: text })
  return review(project, file, defaultReviewSettings).filter(finding => finding.rule === 'declaration-refused')
}

describe('A declaration that oslo.config refuses', () => {
  it('is told at the argument that is at fault, in 90 characters at most', async () => {
    const long = 'a_very_long_name_that_nobody_should_ever_want_to_write_down'
    const lines = [
      "cfg.IntOpt('a', default='three')",
      `cfg.URIOpt('${long}', default='${'x'.repeat(300)}')`,
      `cfg.StrOpt('b', ${long}=1)`,
    ]
    const found = await refusals(lines.join('\n'))
    const underlined = found.map(({ range }, at) => lines[at]?.slice(range.start.character, range.end.character))
    assert.deepEqual(underlined, ["'three'", `'${'x'.repeat(300)}'`, '1'])
    assert.ok(found.every(({ message }) => message.length <= 90))
    assert.equal(
      found[0]!.message,
      "'a' refuses its own default 'three': invalid literal for int() with base 10: 'three'",
    )
  })

  it('is a hint in a test, where somebody may want the exception', async () => {
    const [found] = await refusals("cfg.IntOpt('a', default='three')", '/shop/test_conf.py')
    assert.equal(found?.severity, 'hint')
  })

  it('is none while it is being typed', async () => {
    assert.deepEqual(await refusals("cfg.IntOpt('a', min=3, max="), [])
  })

  it('is judged as it is made, not as it is changed afterwards', async () => {
    assert.deepEqual(await refusals("opt = cfg.IntOpt('a', default=3)\nopt.default = 'three'"), [])
    assert.equal((await refusals("opt = cfg.IntOpt('a', default='three')\nopt.default = 3")).length, 1)
  })

  it('is told where a class or a function of the project makes it', async () => {
    const own = `
class Count(cfg.IntOpt):
    def __init__(self, name, **kwargs):
        super().__init__(name, min=1, **kwargs)
def count(name, default):
    return cfg.IntOpt(name, default=default, min=1)
opts = [Count('a', default=0), Count('b', default=1)]`
    assert.equal((await refusals(own)).length, 1)
    assert.equal((await refusals(`${own}\nmore = [count('c', 0), count('d', 1)]`)).length, 2)
  })

  it('is none where anything is left open', async () => {
    const open = [
      "cfg.IntOpt('a', default=limit)",
      "cfg.IntOpt('a', default=5, min=lowest)",
      "cfg.StrOpt('a', default='x', choices=known())",
      "cfg.StrOpt('a', default='x', **more)",
      "cfg.Opt('a', type=parse, default='x')",
      "cfg.ListOpt('a', item_type=types.Integer, default=['x'])",
      "cfg.StrOpt('a', regex='^(?=b)', default='x')",
    ]
    assert.deepEqual(await refusals(open.join('\n')), [])
  })
})
