import assert from 'node:assert/strict'
import { asDay, expiryChoices } from '../../client/src/expiry'

describe('The last day of an accepted risk', () => {
  const days = (today: Date) => expiryChoices(today).map(({ day }) => day)

  it('is offered in some months, at the latest the last day of the month', () => {
    assert.deepEqual(days(new Date(2026, 10, 26)), ['2027-02-26', '2027-05-26', '2027-11-26'])
    assert.deepEqual(days(new Date(2026, 10, 30)), ['2027-02-28', '2027-05-30', '2027-11-30'])
    assert.deepEqual(days(new Date(2028, 1, 29)), ['2028-05-29', '2028-08-29', '2029-02-28'])
    assert.equal(expiryChoices(new Date(2026, 10, 26))[0]?.label, 'For 3 months, to 2027-02-26')
  })

  it('may be typed: a day that exists and is not over', () => {
    const today = new Date(2026, 10, 26, 23, 59)
    assert.deepEqual(asDay(' 2027-6-3 ', today), { day: '2027-06-03' })
    assert.deepEqual(asDay('2026-11-26', today), { day: '2026-11-26' })
    assert.deepEqual(asDay('2026-11-25', today), { wrong: 'That day is over.' })
    assert.deepEqual(asDay('2027-02-29', today), { wrong: 'There is no such day.' })
    assert.deepEqual(asDay('next year', today), { wrong: 'Please type a day such as 2027-06-30.' })
  })
})
