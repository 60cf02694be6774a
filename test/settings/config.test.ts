import assert from 'node:assert/strict'
import { settingsOfFile } from '../../server/src/settings/folderSettings'
import { besideFile } from '../../server/src/settings/relativeFile'
import { load, personal, problems } from './load'

describe('The settings file', () => {
  it('wins over what a person set, key by key and rule by rule', async () => {
    const { settings, problems: wrong } = await load(`{
      // The team's word.
      "rules": { "secret-not-marked": "warning", "needs-marker": "hint" },
      "exclude": [],
    }`)
    assert.deepEqual(wrong, [])
    assert.deepEqual(settings.rules, { 'secret-not-marked': 'warning', 'needs-marker': 'hint' })
    assert.deepEqual(settings.exclude, [])
    assert.equal(settings.minimumSeverity, 'information')
    assert.deepEqual(settings.include, personal.include)
  })

  it('need not be there', async () => {
    const { settings, problems: wrong } = await load(undefined)
    assert.deepEqual(wrong, [])
    assert.deepEqual(settings.rules, personal.rules)
    assert.equal(settings.baselineFile, '.nova-config-review/baseline.json')
  })

  it('gives some files other severities, the last entry that names a rule counting', async () => {
    const { settings } = await load(
      JSON.stringify({
        rules: { 'secret-not-marked': 'information' },
        paths: [
          { files: 'nova/**', rules: { 'secret-not-marked': 'hint', 'redos-prone-regex': 'off' } },
          { files: ['nova/conf/*.py', 'x'], rules: { 'secret-not-marked': 'warning' } },
        ],
      }),
    )
    const of = (path: string) => settingsOfFile(settings, path).rules
    assert.equal(of('cinder/a.py')['secret-not-marked'], 'information')
    assert.equal(of('nova/a.py')['secret-not-marked'], 'hint')
    assert.deepEqual(of('nova/conf/a.py'), {
      'needs-marker': 'off',
      'secret-not-marked': 'warning',
      'redos-prone-regex': 'off',
    })
  })

  const mistakes: [string, string[]][] = [
    ['{ "rulse": {} }', ['1:3 "rulse" is not known here. Did you mean "rules"?']],
    ['{ "frobnicate": {} }', ['1:3 "frobnicate" is not known here.']],
    [
      '{\n  "rules": { "secrets-not-marked": "off" }\n}',
      ['2:14 "secrets-not-marked" is not known here. Did you mean "secret-not-marked"?'],
    ],
    [
      '{ "rules": { "secret-not-marked": "loud" } }',
      ['1:35 "loud" is not allowed here: it has to be "error", "warning", "information", "hint" or "off".'],
    ],
    ['{ "rules": { "policy/mine": "off" } }', ['1:14 "policy/mine" is not known here.']],
    [
      '{ "sinks": [{ "call": "run", "kind": "shell" }] }',
      [
        '1:23 This has to be the dotted path of a function, class or method: "mycloud.shell.run".',
        '1:38 "shell" is not allowed here: it has to be "command", "file", "tls", "http", "socket", "log", "template", "sql", "import" or "crypto".',
      ],
    ],
    [
      '{ "sinks": [{ "call": "a.run", "kind": "log", "argument": -1 }] }',
      ['1:59 This has to be the place of an argument from 0, or its name.'],
    ],
    ['{ "rules": [] }', ['1:12 [] is not allowed here: it has to be an object.']],
    [
      '{ "minimumSeverity": 1 }',
      ['1:22 1 is not allowed here: it has to be "error", "warning", "information" or "hint".'],
    ],
    ['{ "include": ["a", ""] }', ['1:20 "" is not allowed here: it has to be a text that is not empty.']],
    ['{ "paths": [{ "files": "a" }] }', ['1:13 "rules" is missing here.']],
    ['{ "paths": [{ "files": 5, "rules": {} }] }', ['1:24 This has to be a glob or a list of globs.']],
    ['{ "baseline": 5 }', ['1:15 This has to be true, false or the path of a file.']],
    ...['../../x.json', '../x.json', '/x.json', 'x', 'config.json', 'a/../config.json', '..\\\\x.json', 'sub/'].map(
      (path): [string, string[]] => [
        `{ "baseline": "${path}" }`,
        ['1:15 This has to be the path of another .json file in the folder of this one.'],
      ],
    ),
    ['{ "policies": ["mine.json"] }', ['1:16 There is no file "mine.json" in this folder.']],
    ['{ "policies": [5] }', ['1:16 This has to be a policy, the path of a file of policies, or "nova".']],
    ['[]', ['1:1 [] is not allowed here: it has to be an object.']],
    ['', ['1:1 The file is empty.']],
    ['{ "rules": }', ['1:12 This is no JSON: value expected.']],
    ['{ "__proto__": { "rules": 5 } }', ['1:3 "__proto__" is not known here.']],
    ['['.repeat(100_000), ['1:101 This is no JSON: it is nested too deep.']],
    [
      '{ "rules": { "a": "b" }, "x": 1,\n "minimumSeverity": "all" }',
      [
        '1:14 "a" is not known here.',
        '1:26 "x" is not known here.',
        '2:21 "all" is not allowed here: it has to be "error", "warning", "information" or "hint".',
      ],
    ],
  ]
  for (const [text, expected] of mistakes) {
    it(`names what is wrong with its place: ${text.slice(0, 60)}`, async () => {
      assert.deepEqual(await problems(text), expected)
    })
  }

  it('holds as far as it is right', async () => {
    const { settings } = await load(`{
      "rules": { "secret-not-marked": "warning", "redos-prone-regex": "loud", "nonsense": "off" },
      "paths": [{ "files": 5, "rules": {} }, { "files": ["a", 7], "rules": { "needs-marker": "hint" } }],
      "minimumSeverity": "hint", "include": ["a.py", 5]
    }`)
    assert.deepEqual(settings.rules, { 'secret-not-marked': 'warning', 'needs-marker': 'off' })
    assert.equal(settings.paths.length, 0)
    assert.equal(settings.minimumSeverity, 'hint')
    assert.deepEqual(settings.include, ['a.py'])
  })

  it('never makes us fail, whatever is in it', async () => {
    for (const text of [
      'null',
      '"x"',
      '{"policies":[null,{}]}',
      '{"paths":{}}',
      '\u0000',
      '{"a"',
      '{"rules":{"a":{"b":[]}}}',
    ]) {
      assert.ok((await problems(text)).length > 0, text)
    }
  })
})

describe('The baseline that settings name', () => {
  it('lies in their folder', async () => {
    for (const place of ['known.json', 'a/b.json', './../.nova-config-review/known.json']) {
      const { settings, problems: wrong } = await load(JSON.stringify({ baseline: place }))
      assert.deepEqual(wrong, [])
      assert.match(settings.baselineFile ?? '', /^\.nova-config-review\/(known|a\/b)\.json$/)
    }
  })

  it('is off where it may not lie', async () => {
    const { settings } = await load('{ "baseline": "../x.json" }', { 'x.json': '{ "version": 1, "known": [] }' })
    assert.equal(settings.baselineFile, undefined)
  })
})

describe('A file named in the settings', () => {
  it('lies beside them, and in the folder that they are for', () => {
    const at = (name: string) => besideFile('.nova-config-review/config.json', name)
    assert.equal(at('a/b.json'), '.nova-config-review/a/b.json')
    assert.equal(at('./a.json'), '.nova-config-review/a.json')
    assert.equal(at('../team/a.json'), 'team/a.json')
    for (const name of ['../../a.json', '/etc/passwd', 'C:\\a', 'file:///a', '\\\\host\\a', '..\\..\\a.json'])
      assert.equal(at(name), undefined)
  })
})
