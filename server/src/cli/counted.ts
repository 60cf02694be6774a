/** `1 file`, `2 files`; `plural` where an s is not enough. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`
}

/** What is said of a reading that met no option, so that nobody takes it for a good word. */
export function noOptions(files: number): string {
  return `${counted(files, 'Python file')} and not one option.`
}
