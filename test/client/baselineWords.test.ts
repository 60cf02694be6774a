import { equal } from 'node:assert/strict'
import { baselineQuestion, baselineWritten } from '../../client/src/baselineWords'

describe('Before a baseline is written, a person is asked', () => {
  const counts = { error: 1, warning: 2, information: 0, hint: 3, known: 4 }
  const file = { uri: 'file:///p/b.json', text: '', former: null, folder: 'file:///p', counts, unread: 0 }
  const ask = (...files: (typeof file)[]) => baselineQuestion(files, () => 'b.json')

  it('how many findings of which severity become known', () => {
    const { message, detail } = ask(file)
    equal(message, 'Record 6 findings as known?')
    equal(detail.split('\n')[0], 'b.json: 1 error, 2 warnings, 3 hints; 4 known already.')
  })

  it('with what stays, and whether there is anything new', () => {
    const nothing = { ...counts, error: 0, warning: 0, hint: 0 }
    const { message, detail } = ask({ ...file, counts: nothing, unread: 1 })
    equal(message, 'Nothing new was found. Write the baseline?')
    equal(
      detail.split('\n')[0],
      'b.json: nothing new; 4 known already; what it says of 1 file that could not be read stays.',
    )
  })

  it('and is told afterwards how many are known', () => {
    equal(baselineWritten(file, 'b.json'), 'Recorded 10 findings in b.json.')
  })
})
