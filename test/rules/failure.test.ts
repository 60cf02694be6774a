import assert from 'node:assert/strict'
import { Project, defaultReviewSettings, review } from '../../server/src/engine/index'
import { file, loadParser, preamble } from './engine'

/** A project whose index of names is broken, as one rule will notice. */
class BrokenProject extends Project {
  override optionsNamed(): never {
    throw new Error('the index is broken')
  }
}

describe('A rule that throws', () => {
  it('loses its own findings only, and the host hears of it', async () => {
    const project = new BrokenProject(await loadParser())
    const opts = "opts = [cfg.BoolOpt('use_ssl', default=False), cfg.StrOpt('a_password')]\n"
    project.setText(file, `${preamble}${opts}\n\ndef register_opts(conf):\n    conf.register_opts(opts, group='api')\n`)
    const failures: string[] = []
    const findings = review(project, file, defaultReviewSettings, (rule, error) =>
      failures.push(`${rule}: ${String(error)}`),
    )
    const rules = findings.map(({ rule }) => rule)
    assert.ok(rules.includes('secret-not-marked'))
    assert.ok(!rules.includes('tls-not-enforced-default'))
    assert.ok(failures.includes('tls-not-enforced-default: Error: the index is broken'))
  })
})
