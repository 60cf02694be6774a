/** For how many months a risk may be accepted, as they are offered. */
const offered = [3, 6, 12]

export interface ExpiryChoice {
  readonly label: string
  /** `2027-02-26`. */
  readonly day: string
}

/** The days to choose from when a risk is accepted today. */
export function expiryChoices(today: Date): ExpiryChoice[] {
  return offered.map(months => {
    const day = dayText(monthsLater(today, months))
    return { label: `For ${months} months, to ${day}`, day }
  })
}

/** A day as it is typed, if there is such a day and it is not over; else what is wrong with it. */
export function asDay(typed: string, today: Date): { day: string } | { wrong: string } {
  const found = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})\s*$/.exec(typed)
  if (found === null) return { wrong: 'Please type a day such as 2027-06-30.' }
  const [year = 0, month = 0, day = 0] = found.slice(1).map(Number)
  const date = new Date(year, month - 1, day)
  if (date.getMonth() !== month - 1 || date.getDate() !== day) return { wrong: 'There is no such day.' }
  return dayText(date) < dayText(today) ? { wrong: 'That day is over.' } : { day: dayText(date) }
}

/** The same day of a later month, or its last day. */
function monthsLater(date: Date, months: number): Date {
  const last = new Date(date.getFullYear(), date.getMonth() + months + 1, 0).getDate()
  return new Date(date.getFullYear(), date.getMonth() + months, Math.min(date.getDate(), last))
}

function dayText(date: Date): string {
  const two = (number: number): string => String(number).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}
