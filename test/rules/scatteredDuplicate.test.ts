import assert from 'node:assert/strict'
import { Project, defaultReviewSettings, review } from '../../server/src/engine/index'
import { loadParser } from './engine'

const registering = (help: string, register = 'CONF.register_opts(opts)', conf = 'CONF = cfg.CONF'): string =>
  `from oslo_config import cfg\n${conf}\nopts = [cfg.StrOpt('centre', help='${help}')]\n${register}\n`

describe('One option in two modules', () => {
  async function clashes(files: Readonly<Record<string, string>>): Promise<string[]> {
    const project = new Project(await loadParser())
    for (const [file, text] of Object.entries(files)) project.setText(file, text)
    project.complete = true
    // Whoever reviews has followed all files before.
    assert.equal([...project.modules()].length, Object.values(files).filter(text => text !== '').length)
    return Object.keys(files).filter(file =>
      review(project, file, defaultReviewSettings).some(finding => finding.rule === 'duplicate-option'),
    )
  }

  it('clashes where importing both registers it, in whatever folders', async () => {
    const files = { '/shop/api/one.py': registering('One.'), '/shop/work/two.py': registering('Two.') }
    assert.deepEqual(await clashes(files), Object.keys(files))
    const direct = registering('Three.', 'cfg.CONF.register_opts(opts)', '')
    assert.deepEqual((await clashes({ ...files, '/shop/three.py': direct })).length, 3)
  })

  it('is one option where both say the same, and none where the groups differ', async () => {
    const one = registering('One.')
    assert.deepEqual(await clashes({ '/shop/api/one.py': one, '/shop/work/two.py': one }), [])
    const grouped = registering('Two.', "CONF.register_opts(opts, 'work')")
    assert.deepEqual(await clashes({ '/shop/api/one.py': one, '/shop/work/two.py': grouped }), [])
  })

  it('belongs to two programs where the packages differ', async () => {
    const files = { '/src/shop/one.py': registering('One.'), '/src/mill/two.py': registering('Two.') }
    assert.equal((await clashes(files)).length, 2)
    const packages = { '/src/shop/__init__.py': '', '/src/mill/__init__.py': '' }
    assert.deepEqual(await clashes({ ...packages, ...files }), [])
  })

  it('need not clash where it depends on more than an import', async () => {
    const one = { '/shop/api/one.py': registering('One.') }
    for (const [register, conf] of [
      ['if mode:\n    CONF.register_opts(opts)'],
      ['try:\n    CONF.register_opts(opts)\nexcept cfg.DuplicateOptError:\n    pass'],
      ['def register(conf):\n    conf.register_opts(opts)'],
      ['CONF.register_opts(opts)', 'CONF = cfg.ConfigOpts()'],
    ]) {
      assert.deepEqual(
        await clashes({ ...one, '/shop/work/two.py': registering('Two.', register, conf) }),
        [],
        register,
      )
    }
    assert.deepEqual(await clashes({ ...one, '/shop/cmd/two.py': registering('Two.') }), [], 'a program')
  })
})
