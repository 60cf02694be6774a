import assert from 'node:assert/strict'
import { Project, review } from '../../server/src/engine/index'
import { settingsOfFile } from '../../server/src/settings/folderSettings'
import { python } from '../engine/engine'
import { load, problems } from './load'

const withPolicies = (...policies: unknown[]): string => JSON.stringify({ policies })

/** The messages of one policy on declarations, with nothing else to be heard. */
async function said(policy: object, declarations: string, path = 'nova/conf/a.py'): Promise<string[]> {
  const { settings, problems: wrong } = await load(withPolicies({ name: 'mine', message: '{name}', ...policy }))
  assert.deepEqual(wrong, [])
  const project = new Project(await python())
  project.setText(path, `from oslo_config import cfg, types\n${declarations}\n`)
  project.complete = true
  const found = review(project, path, settingsOfFile(settings, path))
  return found.filter(({ rule }) => rule === 'policy/mine').map(({ message }) => message)
}

const registered = (option: string, group = 'api'): string => `cfg.CONF.register_opt(${option}, group='${group}')`

describe('A policy', () => {
  const cases: [string, object, string, string[]][] = [
    ['names', { when: { name: '*_key' } }, "cfg.StrOpt('a_key')\ncfg.StrOpt('key_a')", ['a_key']],
    ['several names', { when: { name: ['a*', '/b$/'] } }, "cfg.StrOpt('ab')\ncfg.StrOpt('c')", ['ab']],
    ['types and what they derive from', { when: { type: 'StrOpt' } }, "cfg.StrOpt('a')\ncfg.IntOpt('b')", ['a']],
    [
      'groups',
      { when: { group: 'api' } },
      `${registered("cfg.StrOpt('a')")}\n${registered("cfg.StrOpt('b')", 'x')}`,
      ['a'],
    ],
    ['groups, silent where they are not known', { when: { group: { not: 'api' } } }, "cfg.StrOpt('a')", []],
    ['files', { when: { file: 'nova/conf/**' } }, "cfg.StrOpt('a')", ['a']],
    ['other files', { when: { file: 'cinder/**' } }, "cfg.StrOpt('a')", []],
    ['categories', { when: { category: 'credential' } }, "cfg.StrOpt('password')\ncfg.StrOpt('colour')", ['password']],
    ['security', { when: { securityRelevant: false } }, "cfg.StrOpt('password')\ncfg.StrOpt('colour')", ['colour']],
    ['defaults', { when: { default: 'x*' } }, "cfg.StrOpt('a', default='xy')\ncfg.StrOpt('b')", ['a']],
    ['no default', { when: { default: null } }, "cfg.StrOpt('a', default='xy')\ncfg.StrOpt('b')", ['b']],
    [
      'switches that are on',
      { when: { default: true } },
      "cfg.BoolOpt('a', default=True)\ncfg.BoolOpt('b', default=False)",
      ['a'],
    ],
    ['numbers', { when: { default: { atLeast: 5 } } }, "cfg.IntOpt('a', default=5)\ncfg.IntOpt('b', default=4)", ['a']],
    [
      'no unknown default',
      { when: { default: { not: 'x' } } },
      "cfg.StrOpt('a', default=f())\ncfg.StrOpt('b', default='y')",
      ['b'],
    ],
    [
      'what is required',
      { require: { secret: true } },
      "cfg.StrOpt('a', secret=True)\ncfg.StrOpt('b')\ncfg.StrOpt('c', secret=f())",
      ['b'],
    ],
    [
      'bounds',
      { require: { min: { atLeast: 1 }, max: true } },
      "cfg.IntOpt('a', min=1, max=2)\ncfg.IntOpt('b', min=0, max=2)\ncfg.IntOpt('c', min=1)",
      ['b', 'c'],
    ],
    ['choices', { require: { choices: true } }, "cfg.StrOpt('a', choices=['x'])\ncfg.StrOpt('b')", ['b']],
    [
      'described choices',
      { require: { choiceDescriptions: true } },
      "cfg.StrOpt('a', choices=[('x', 'The x')])\ncfg.StrOpt('b', choices=['x'])",
      ['b'],
    ],
    [
      'help',
      { require: { help: '/seconds/' } },
      "cfg.IntOpt('a', help='In seconds.')\ncfg.IntOpt('b', help='In days.')\ncfg.IntOpt('c')",
      ['b', 'c'],
    ],
    [
      'reasons',
      { when: { deprecatedForRemoval: true }, require: { deprecatedReason: true } },
      "cfg.StrOpt('a', deprecated_for_removal=True)\ncfg.StrOpt('b')",
      ['a'],
    ],
    ['exceptions', { unless: { name: 'a' } }, "cfg.StrOpt('a')\ncfg.StrOpt('b')", ['b']],
    [
      'its message',
      { message: '{type} [{group}] {name} = {default}' },
      registered("cfg.StrOpt('a', default='x')"),
      ['StrOpt [api] a = x'],
    ],
  ]
  for (const [what, policy, declarations, expected] of cases) {
    it(`speaks of ${what}`, async () => {
      assert.deepEqual(await said(policy, declarations), expected)
    })
  }

  it('is settled and waived as a rule is', async () => {
    const { settings } = await load(
      JSON.stringify({
        rules: { 'policy/mine': 'warning' },
        paths: [{ files: 'b.py', rules: { 'policy/mine': 'off' } }],
        policies: [{ name: 'mine', message: '{name}', severity: 'hint' }],
      }),
    )
    const project = new Project(await python())
    const waiver = '# nova-review: ignore[policy/mine] -- it is a test'
    const text = `from oslo_config import cfg\ncfg.StrOpt('a')\ncfg.StrOpt('b')  ${waiver}\ncfg.StrOpt('c')  # nova-review: ignore[policy/other] -- why\n`
    for (const file of ['a.py', 'b.py']) project.setText(file, text)
    project.complete = true
    const found = (file: string) =>
      review(project, file, settingsOfFile(settings, file))
        .filter(({ rule }) => rule.startsWith('policy/') || rule.startsWith('suppression-'))
        .map(({ rule, severity, range }) => `${range.start.line} ${rule} ${severity}`)
    assert.deepEqual(found('a.py'), ['1 policy/mine warning', '3 policy/mine warning', '3 suppression-invalid warning'])
    assert.deepEqual(found('b.py'), ['3 suppression-invalid warning'])
  })

  const bad = { name: 'mine', message: 'm' }
  const mistakes: [string, unknown, RegExp[]][] = [
    [
      'a pattern that cannot be read',
      { ...bad, when: { name: ['a', '/(/'] } },
      [/^1:63 This pattern cannot be used: a "\(" is not closed\.$/],
    ],
    ['an unknown fact', { ...bad, when: { nmae: 'a' } }, [/"nmae" is not known here\. Did you mean "name"\?$/]],
    [
      'a condition of the wrong kind',
      { ...bad, when: { secret: 'yes' } },
      [/"yes" is not allowed here: it has to be true or false\.$/],
    ],
    ['a name that is no name', { ...bad, name: 'My Policy' }, [/A policy is named in small letters/]],
    ['no message', { name: 'mine' }, [/"message" is missing here\.$/]],
    [
      'a good example that it reports',
      { ...bad, examples: { good: ["cfg.StrOpt('a')"] } },
      [/should be good, but policy\/mine reports it\.$/],
    ],
    [
      'a bad example that it is silent on',
      { ...bad, when: { name: 'b' }, examples: { bad: ["cfg.StrOpt('b')", "cfg.StrOpt('a')"] } },
      [/should be bad, but policy\/mine is silent\.$/],
    ],
    ['an example without an option', { ...bad, examples: { good: ['x = 1'] } }, [/declares no option\.$/]],
  ]
  for (const [what, policy, expected] of mistakes) {
    it(`is told with its place, and not run, for ${what}`, async () => {
      const text = withPolicies(policy)
      const told = await problems(text)
      assert.equal(told.length, expected.length, told.join('\n'))
      expected.forEach((pattern, index) => assert.match(told[index] ?? '', pattern))
      assert.deepEqual((await load(text)).settings.policies, [])
    })
  }

  it('comes from a file of its own, whose mistakes are told there', async () => {
    const policy = { name: 'mine', message: 'm' }
    const files = {
      '.nova-config-review/policies/ours.json': JSON.stringify({ policies: [policy] }),
      'team.json': '{ "policies": [{ "name": "other", "message": "m",\n"sverity": "hint" }] }',
    }
    const config = withPolicies('policies/ours.json', '../team.json', policy)
    assert.deepEqual(await problems(config, files), [
      'team.json:2:1 "sverity" is not known here. Did you mean "severity"?',
      '1:58 There is another policy "mine".',
    ])
    assert.deepEqual(
      (await load(config, files)).settings.policies.map(({ name }) => name),
      ['policy/mine'],
    )
  })
})

describe("Nova's checklist", () => {
  it('is off unless named, and its examples hold', async () => {
    assert.deepEqual((await load('{}')).settings.policies, [])
    const { settings, problems: wrong } = await load(withPolicies('nova'))
    assert.deepEqual(wrong, [])
    assert.equal(settings.policies.length, 8)
  })

  it('finds options outside of nova/conf', async () => {
    const { settings } = await load(withPolicies('nova'))
    const project = new Project(await python())
    const paths = ['nova/conf/a.py', 'nova/virt/a.py', 'nova/tests/a.py', 'cinder/a.py']
    for (const path of paths) project.setText(path, "from oslo_config import cfg\ncfg.StrOpt('driver')\n")
    project.complete = true
    const outside = paths.filter(path =>
      review(project, path, settingsOfFile(settings, path)).some(({ rule }) => rule === 'policy/nova-conf-only'),
    )
    assert.deepEqual(outside, ['nova/virt/a.py'])
  })
})
