import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** A folder for one test, with the given files in it; their names may hold folders. */
export function makeFolder(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'nova-config-review-'))
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
  return folder
}

/** Runs `use` on such a folder and removes it afterwards. */
export async function inFolder<T>(
  files: Readonly<Record<string, string | Uint8Array>>,
  use: (folder: string) => T | Promise<T>,
): Promise<T> {
  const folder = makeFolder(files)
  try {
    return await use(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A module with one credential that is not marked secret, and one port that is as it should be. */
export const badModule = `from oslo_config import cfg

opts = [
    cfg.StrOpt('admin_password', help='The password of the administrator of the service.'),
    cfg.PortOpt('listen_port', default=8774, help='The port that the service listens on.'),
]


def register_opts(conf):
    conf.register_opts(opts, group='api')


def list_opts():
    return {'api': opts}
`

/** The same without anything to say about. */
export const goodModule = badModule.replace("'admin_password',", "'admin_password', secret=True,")
