import { deepStrictEqual, equal } from 'node:assert/strict'
import { countsInWords } from '../../client/src/counts'
import { viewMessage } from '../../client/src/viewMessage'

describe('The line above the rows of the Options view', () => {
  const all = {
    groupBy: 'group',
    findingsOnly: false,
    securityRelevantOnly: false,
    hideKnown: false,
    unreadOnly: false,
    changedOnly: false,
    notReviewedOnly: false,
  } as const

  const nothing = { known: 0, review: { reviewed: 0, of: 60 } }

  it('says how they are grouped', () => {
    equal(viewMessage(all, nothing, false), 'By configuration group')
    equal(viewMessage({ ...all, groupBy: 'file' }, nothing, false), 'By file')
  })

  it('names every filter, a baseline that is in force, how far the review is, and that not all is read', () => {
    const filtered = { ...all, findingsOnly: true, securityRelevantOnly: true, hideKnown: true, unreadOnly: true }
    equal(
      viewMessage(filtered, { ...nothing, known: 12 }, true),
      'By configuration group · only with findings · only security-relevant · only possibly never read · 12 known findings hidden · still reading files',
    )
    equal(
      viewMessage({ ...all, notReviewedOnly: true }, { known: 0, review: { reviewed: 12, of: 60 } }, false),
      'By configuration group · only not reviewed · 12 of 60 reviewed',
    )
    equal(viewMessage(all, { ...nothing, known: 1 }, false), 'By configuration group · 1 known finding shown')
  })
})

describe('Findings in words', () => {
  it('are counted by severity, the known ones apart, and none is not mentioned', () => {
    deepStrictEqual(countsInWords({ error: 1, warning: 2, information: 3, hint: 0, known: 12 }), [
      '1 error',
      '2 warnings',
      '3 information',
      '12 known',
    ])
  })
})
