import { ReadIndex } from '../../../server/src/engine/index'
import { projectOf, python } from '../engine'

/** Options of a project that tests read. */
export const declarations = `from oslo_config import cfg
import itertools

opts = [cfg.StrOpt('virt_type'), cfg.StrOpt('images-type'), cfg.IntOpt('cpu_ratio'), cfg.IntOpt('ram_ratio')]
plain = [cfg.StrOpt('host'), cfg.StrOpt('state_path', default='/var/lib/$host'), cfg.FloatOpt('cpu_listen'),
         cfg.FloatOpt('ram_listen'), cfg.StrOpt('libvirt_like')]
group = cfg.OptGroup('libvirt')
CONF = cfg.CONF
CONF.register_opts(opts, group)
CONF.register_opts(plain)
`

/** Where the lines of `nova/x.py` behind `import nova.conf` and `CONF = nova.conf.CONF` use which option: `code: kind group.option`. */
export async function usesOf(
  text: string,
  files: Readonly<Record<string, string>> = {},
  name = 'nova/x.py',
): Promise<readonly string[]> {
  const all: Record<string, string> = {
    'nova/__init__.py': '',
    'nova/conf/__init__.py': declarations,
    [name]: text,
    ...files,
  }
  const project = await projectOf(all)
  const index = new ReadIndex(project.moduleNames)
  for (const [file, content] of Object.entries(all)) index.setText(file, content, await python())
  const lines = text.split('\n')
  index.declare(project.modules())
  return index
    .options()
    .flatMap(({ group, option, uses }) => uses.map(use => ({ ...use, group, option })))
    .filter(use => use.file === name)
    .sort((a, b) => a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character)
    .map(({ range: { start, end }, kind, group, option }) => {
      const line = lines[start.line] ?? ''
      const code = end.line === start.line ? line.slice(start.character, end.character) : line.slice(start.character)
      return `${code}: ${kind} ${group}.${option}`
    })
}
