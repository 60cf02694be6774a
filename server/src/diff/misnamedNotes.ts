import { type Change, misnamedIn, type Misnaming, type ReleaseNote } from '../engine/index'
import type { NoteProblem } from './releaseNotes'
import type { Tree } from './tree'
import type { TwoSides } from './twoSides'

/**
 * Names in release notes that no source of either side declares, where a changed option is most likely meant. What only looks so,
 * for few files are read, is looked for in all of them.
 */
export async function misnamedNotes(
  notes: readonly ReleaseNote[],
  changes: readonly Change[],
  sides: TwoSides,
  trees: readonly Tree[],
): Promise<NoteProblem[]> {
  const found = misnamedIn(notes, changes, [...sides.base, ...sides.head])
  if (found.length === 0) return []
  const spellings = found.flatMap(({ name }) => [name.replaceAll('-', '_'), name.replaceAll('_', '-')])
  const declared = new Set<Misnaming>()
  for (const tree of trees) {
    const texts = await tree.read([...(await tree.holding(spellings))].filter(file => tree.files.has(file)))
    for (const [file, { text }] of texts)
      for (const one of found)
        // Where it is an option of another group, what was read has told so.
        if (!(one.isElsewhere && sides.looked.has(file)) && isQuotedIn(text, one.name)) declared.add(one)
  }
  return found
    .filter(one => !declared.has(one))
    .map(({ path, group, name, meant }) => ({
      file: path,
      reason: `names [${group}] ${name}, which nothing declares: ${meant} has changed`,
    }))
}

function isQuotedIn(text: string, name: string): boolean {
  return [name.replaceAll('-', '_'), name.replaceAll('_', '-')].some(
    one => text.includes(`'${one}'`) || text.includes(`"${one}"`),
  )
}
