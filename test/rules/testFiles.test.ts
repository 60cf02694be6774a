import assert from 'node:assert/strict'
import { Project, defaultReviewSettings, review } from '../../server/src/engine/index'
import { loadParser } from './engine'

const text = "from oslo_config import cfg\nopt = cfg.StrOpt('admin_password', help='The password.')\n"

describe('What a test declares', () => {
  async function severities(file: string, rules = {}) {
    const project = new Project(await loadParser())
    for (const each of ['/tests/nova/__init__.py', '/tests/nova/tests/__init__.py', file]) project.addPath(each)
    project.setText(file, text)
    const found = review(project, file, { ...defaultReviewSettings, rules })
    return found.filter(finding => finding.rule === 'secret-not-marked').map(finding => finding.severity)
  }

  it('is worth a hint at most', async () => {
    assert.deepEqual(await severities('/tests/nova/tests/conf_fixture.py'), ['hint'])
    assert.deepEqual(await severities('/tests/nova/test_conf.py'), ['hint'])
  })

  it('lies in a package or folder of tests, be it a package or not', async () => {
    for (const file of [
      'conftest.py',
      'x/tests/conf.py',
      'x/tests/unit/conf.py',
      'x/shoptests/conf.py',
      'shop2tests/conf.py',
      'shop_tempest_plugin/config.py',
      'x/functional/a.py',
      'x/bench/conf.py',
    ])
      assert.deepEqual(await severities(`/tests/${file}`), ['hint'], file)
    for (const file of [
      'latest/conf.py',
      'nova/contests.py',
      'shop/requests/conf.py',
      'nova/attest/conf.py',
      'x/conf.py',
    ])
      assert.deepEqual(await severities(`/src/${file}`), ['warning'], file)
  })

  it('lies below tests although a folder in between is no package', async () => {
    const project = new Project(await loadParser())
    const file = '/src/nova/tests/unit/deep/chain/base.py'
    for (const each of ['/src/nova/__init__.py', '/src/nova/tests/unit/deep/chain/__init__.py', file])
      project.addPath(each)
    project.setText(file, text)
    assert.deepEqual(
      review(project, file, defaultReviewSettings).map(({ severity }) => severity),
      ['hint', 'hint'],
    )
  })

  it('has the severity that a person sets', async () => {
    const rules = { 'secret-not-marked': 'information' }
    assert.deepEqual(await severities('/tests/nova/tests/conf_fixture.py', rules), ['information'])
  })

  it('is told by the module, not by a folder above the project', async () => {
    assert.deepEqual(await severities('/tests/nova/conf.py'), ['warning'])
  })
})
