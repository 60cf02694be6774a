import assert from 'node:assert/strict'
import { Project, keyText, optionKey } from '../../../server/src/engine/index'
import { python } from '../engine'

describe('The key of an option', () => {
  it('is the same for dashes and underscores, and for groups that differ in case', () => {
    const keys = [optionKey('SRIOV_driver', 'dev-name'), optionKey('sriov_driver', 'dev_name')].map(keyText)
    assert.equal(keys[0], keys[1])
  })

  it('tells names by case, and [DEFAULT] from [default]', () => {
    assert.notEqual(keyText(optionKey('a', 'Name')), keyText(optionKey('a', 'name')))
    assert.notEqual(keyText(optionKey('DEFAULT', 'name')), keyText(optionKey('default', 'name')))
  })

  it('finds an option in the project however it is written', async () => {
    const project = new Project(await python())
    const text = "from oslo_config import cfg\ncfg.CONF.register_opts([cfg.StrOpt('dev-name')], group='SRIOV_driver')\n"
    project.setText('nova/conf/a.py', text)
    project.complete = true
    project.module('nova/conf/a.py')
    assert.deepEqual(
      project.optionsNamed('sriov_driver', 'dev_name').map(option => option.displayName),
      ['dev-name'],
    )
  })
})
