import type { Counts, Progress } from '../../server/src/protocol'

/** `1 option`, `2 options`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

/** Findings by severity, the most severe first: `1 error`, `2 warnings`, `3 information`, `12 known`. */
export function countsInWords({ error, warning, information, hint, known }: Counts): string[] {
  return [
    ...(error > 0 ? [counted(error, 'error')] : []),
    ...(warning > 0 ? [counted(warning, 'warning')] : []),
    ...(information > 0 ? [`${information} information`] : []),
    ...(hint > 0 ? [counted(hint, 'hint')] : []),
    ...(known > 0 ? [`${known} known`] : []),
  ]
}

/** `12 of 60 reviewed`. */
export function progressInWords({ reviewed, of }: Progress): string {
  return `${reviewed} of ${of} reviewed`
}
