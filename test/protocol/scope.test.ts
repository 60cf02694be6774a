import assert from 'node:assert/strict'
import { fileLabel, scopeOf } from '../../server/src/lsp/scope'
import { usualSettings } from '../../server/src/settings/usualSettings'

const nova = { uri: 'file:///src/nova', name: 'nova' }
const tests = { uri: 'file:///src/nova/tests', name: 'tests' }
const remote = { uri: 'vscode-vfs://github/openstack/heat', name: 'heat' }

describe('the scope of the globs', () => {
  it('is relative to the innermost folder of the workspace', () => {
    const lets = scopeOf(() => ({ ...usualSettings, exclude: ['tests/**'] }), [nova, tests, remote])
    assert.ok(lets('file:///src/nova/conf/api.py'))
    assert.ok(lets('file:///src/nova/tests/unit.py'))
    assert.ok(!lets('vscode-vfs://github/openstack/heat/tests/unit.py'))
    assert.ok(!scopeOf(() => ({ ...usualSettings, exclude: ['tests/**'] }), [nova])('file:///src/nova/tests/unit.py'))
  })

  it('leaves hidden folders and environments out by default, and files outside of the workspace in', () => {
    const lets = scopeOf(() => usualSettings, [nova])
    for (const path of ['.tox/py3/x.py', 'a/node_modules/x.py', 'venv/x.py', 'lib/site-packages/x.py', 'x.txt']) {
      assert.ok(!lets(`file:///src/nova/${path}`), path)
    }
    for (const uri of ['file:///src/nova2/.x/a.py', 'untitled:Untitled-1', 'file:///src/nova/a%20b.py']) {
      assert.ok(lets(uri), uri)
    }
  })

  it('lets nothing through that no include names', () => {
    assert.ok(!scopeOf(() => ({ ...usualSettings, include: ['**/conf/*.py'] }), [nova])('file:///src/nova/api.py'))
    assert.ok(!scopeOf(() => ({ ...usualSettings, include: [] }), [nova])('file:///src/nova/api.py'))
  })
})

describe('the name of a file', () => {
  it('starts at its folder, which is named when there are several', () => {
    assert.equal(fileLabel('file:///src/nova/conf/a%20b.py', [nova]), 'conf/a b.py')
    assert.equal(fileLabel('file:///src/nova/conf/api.py', [nova, remote]), 'nova/conf/api.py')
    assert.equal(fileLabel('file:///elsewhere/api.py', [nova]), '/elsewhere/api.py')
    assert.equal(fileLabel('file:///c%3A/elsewhere/api.py', [nova]), 'c:/elsewhere/api.py')
    assert.equal(fileLabel('untitled:Untitled-1', []), 'Untitled-1')
  })
})
