import { equal } from 'node:assert/strict'
import { teamSeverity, withSeverity } from '../../client/src/teamSeverity'

describe("A rule's severity in the file of a team", () => {
  const text = '{\n  // Agreed on in May.\n  "rules": { "a": "off", },\n}\n'

  it('is changed where it stands, and nothing else is', () => {
    equal(withSeverity(text, 'a', 'hint'), text.replace('"off"', '"hint"'))
    equal(teamSeverity(withSeverity(text, 'b', 'error') ?? '', 'b'), 'error')
    equal(teamSeverity(text, 'b'), undefined)
  })

  it('makes the file where there is none', () => {
    equal(withSeverity(null, 'a', 'off'), '{\n  "rules": {\n    "a": "off"\n  }\n}\n')
    equal(teamSeverity(null, 'a'), undefined)
  })

  it('is left alone in a file that is broken', () => {
    for (const broken of ['', '[]', '{ "rules": ', '<<<<<<< HEAD']) {
      equal(withSeverity(broken, 'a', 'off'), undefined)
      equal(teamSeverity(broken, 'a'), undefined)
    }
  })
})
