import { setTimeout } from 'node:timers/promises'

/**
 * Waits for a condition: tries a check again and again until it throws no more.
 *
 * @param check throws as long as the condition does not hold
 * @param limit in milliseconds; past it, the check's last error is thrown
 */
export async function until<Result>(check: () => Result | Promise<Result>, limit = 15_000): Promise<Result> {
  const end = performance.now() + limit
  for (;;) {
    try {
      return await check()
    } catch (error) {
      if (performance.now() > end) throw error
      await setTimeout(20)
    }
  }
}
