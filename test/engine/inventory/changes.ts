import { diffInventories, type Change, type Option } from '../../../server/src/engine/index'
import { projectOf } from '../engine'

type Files = Readonly<Record<string, string>> | string

/** The changes between two projects, or two texts of one file. */
export async function changesBetween(base: Files, head: Files): Promise<readonly Change[]> {
  return diffInventories(await allOptions(base), await allOptions(head))
}

async function allOptions(files: Files): Promise<readonly Option[]> {
  return [...(await projectOf(files)).modules()].flatMap(module => module.options)
}

/** `impact kind [group] option from -> to`, without what is null on both sides. */
export function told({ impact, kind, group, option, from, to }: Change): string {
  const values = from === null && to === null ? '' : ` ${JSON.stringify(from)} -> ${JSON.stringify(to)}`
  return `${impact} ${kind} [${group ?? '?'}] ${option}${values}`
}

/** A module that registers some declarations, written as the arguments behind `cfg.`, in a group. */
export function declaring(group: string, ...declarations: readonly string[]): string {
  const options = declarations.map(one => `    cfg.${one},\n`).join('')
  return `opts = [\n${options}]\n\ndef register_opts(conf):\n    conf.register_opts(opts, group='${group}')\n\ndef list_opts():\n    return {'${group}': opts}\n`
}
