import { readFileSync, readdirSync } from 'node:fs'
import { basename, dirname, join, sep } from 'node:path'
import { root } from '../protocol/testClient'
import type { Texts } from './operation'

/** The sample project, or another folder of Python files, as a workspace with nothing open and nothing set. */
export function treeOf(folder = join(__dirname, '..', '..', 'samples', 'stratus')): Texts {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(path => path.endsWith('.py'))
    .sort()
    .map(path => [path, readFileSync(join(folder, path), 'utf8')] as const)
  const package_ = basename(folder)
  const above = basename(dirname(folder))
  const prefix = package_ === 'conf' ? `${above}/conf` : package_
  return {
    files: Object.fromEntries(files.map(([path, text]) => [`${root}/${prefix}/${path.split(sep).join('/')}`, text])),
    open: [],
    settings: {},
    folders: [{ uri: root, name: 'project' }],
  }
}

/** A package that registers the options of a module which imports from it: what runs first depends on where one starts. */
export const circle: Readonly<Record<string, string>> = {
  [`${root}/ring/__init__.py`]: '',
  [`${root}/ring/conf/__init__.py`]:
    'from oslo_config import cfg\nCONF = cfg.CONF\nfrom ring.conf import compute\ncompute.register_opts(CONF)\n',
  [`${root}/ring/conf/compute.py`]: `from oslo_config import cfg
from ring.conf import CONF
opts = [cfg.StrOpt('ring_password')]


def register_opts(conf):
    conf.register_opts(opts, group='ring')


def list_opts():
    return {'listed': opts}
`,
}
