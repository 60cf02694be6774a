/** Settles as `answer` does, but rejects when that takes longer than `patience` milliseconds. */
export async function inTime<T>(answer: Promise<T>, patience: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new NoAnswer(`The client has not answered in ${String(patience / 1000)} s`))
    }, patience)
  })
  try {
    return await Promise.race([answer, late])
  } finally {
    clearTimeout(timer)
  }
}

/** Somebody did not answer in time; the answer may still come. */
export class NoAnswer extends Error {}
