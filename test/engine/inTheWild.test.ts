import { strict as assert } from 'node:assert'
import { check, optionOf, optionsOf } from './engine'

describe('Styles of OpenStack projects', () => {
  it('knows the name of a module, which keystone makes the name of its group', async () => {
    const files = {
      'keystone/__init__.py': '',
      'keystone/conf/__init__.py': '',
      'keystone/conf/totp.py': `
GROUP_NAME = __name__.split('.')[-1]
ALL_OPTS = [cfg.IntOpt('windows')]

def register_opts(conf):
    conf.register_opts(ALL_OPTS, group=GROUP_NAME)

def list_opts():
    return {GROUP_NAME: ALL_OPTS}
`,
    }
    const option = await optionOf(files, 'keystone/conf/totp.py')
    assert.deepEqual(option.membership.groups, ['totp'])
    await check({ __name__: "'proj.conf'" }, '', { 'proj/__init__.py': '' })
    await check({ __name__: "'conf'" })
  })

  it('leaves open whether a module is the one that is run', async () => {
    const options = await optionsOf(`
default = 1
if __name__ == '__main__':
    default = 2
cfg.IntOpt('run', default=default)
`)
    assert.equal(options[0]?.default.kind, 'unknown')
  })

  it('goes by what importing a module registers before functions that nobody was seen to call', async () => {
    const options = await optionsOf(`
fabric_opts = [cfg.StrOpt('address')]
zone_opts = [cfg.StrOpt('zone')]
CONF = cfg.CONF
CONF.register_opts(fabric_opts, group='EXAMPLE')

def load(names):
    CONF.register_opts(fabric_opts, group='shared')
    CONF.register_opts(zone_opts, group='shared')
`)
    assert.deepEqual(
      options.map(option => option.membership.groups),
      [['EXAMPLE'], ['shared']],
    )
  })
})
