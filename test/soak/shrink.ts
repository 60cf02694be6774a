import type { Past } from './compare'

/**
 * The shortest past found that still fails: operations and files are left out as long as it does, within so many tries.
 */
export async function shrink(past: Past, fails: (past: Past) => Promise<boolean>, tries: number): Promise<Past> {
  let [best, left] = [past, tries]
  const attempt = async (smaller: Past): Promise<boolean> => {
    if (left === 0) return false
    left -= 1
    if (!(await fails(smaller))) return false
    best = smaller
    return true
  }
  await leaveOut(past.operations, operations => attempt({ ...best, operations }))
  await leaveOut(best.texts.open, open => attempt({ ...best, texts: { ...best.texts, open } }))
  await leaveOut(Object.entries(best.texts.files), files =>
    attempt({ ...best, texts: { ...best.texts, files: Object.fromEntries(files) } }),
  )
  await leaveOut(best.operations, operations => attempt({ ...best, operations }))
  return best
}

/** Leaves out stretches of a list, then shorter ones, whenever what is left will do. */
async function leaveOut<T>(list: readonly T[], willDo: (list: readonly T[]) => Promise<boolean>): Promise<void> {
  let kept = list
  for (let size = Math.ceil(list.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < kept.length;) {
      const fewer = [...kept.slice(0, at), ...kept.slice(at + size)]
      if (await willDo(fewer)) kept = fewer
      else at += size
    }
  }
}
