import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { type Server, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fromPackageIndex } from './pypi'
import { inFolder } from '../cli/folder'

const projects = [{ name: 'placement', debianPackages: ['python3-placement'], pythonPackages: ['placement'] }]
const versions = new Map([['python3-placement', '1:8.0.0~rc1-2+deb12u1']])

describe('The corpus from a package index', () => {
  it('asks for the upstream version by its name there, and unpacks the Python packages of its source archive', () =>
    supplied({}, async (index, folder) => {
      assert.deepEqual(await fromPackageIndex(index)(projects, versions, folder), { from: 'PyPI', otherVersions: [] })
      assert.equal(readFileSync(join(folder, 'placement', '__init__.py'), 'utf8'), 'x = 1\n')
      assert.ok(!existsSync(join(folder, 'doc')))
    }))

  it('refuses an archive that is not the one that the index promised', () =>
    supplied({ sha256: '0'.repeat(64) }, async (index, folder) => {
      await assert.rejects(fromPackageIndex(index)(projects, versions, folder), /PyPI: .* is damaged/)
    }))

  it('says which page it could not get', () =>
    supplied({}, async (index, folder) => {
      const wrong = new Map([['python3-placement', '9-1']])
      await assert.rejects(fromPackageIndex(index)(projects, wrong, folder), /PyPI: .*\/9\/json answers 404/)
    }))
})

/** Serves one release of openstack-placement from this machine, and gives an empty folder to unpack into. */
async function supplied(
  lie: { sha256?: string },
  use: (index: string, folder: string) => Promise<void>,
): Promise<void> {
  const files = {
    'openstack_placement-8.0.0~rc1/placement/__init__.py': 'x = 1\n',
    'openstack_placement-8.0.0~rc1/doc/conf.py': '',
  }
  await inFolder(files, async source => {
    const archive = join(source, 'sdist.tar.gz')
    execFileSync('tar', ['-czf', archive, '-C', source, 'openstack_placement-8.0.0~rc1'])
    const bytes = readFileSync(archive)
    const sha256 = lie.sha256 ?? createHash('sha256').update(bytes).digest('hex')
    const server = createServer(({ url }, response) => {
      const index = addressOf(server)
      const release = { urls: [{ packagetype: 'sdist', url: `${index}/sdist.tar.gz`, digests: { sha256 } }] }
      if (url === '/pypi/openstack-placement/8.0.0~rc1/json') response.end(JSON.stringify(release))
      else if (url === '/sdist.tar.gz') response.end(bytes)
      else response.writeHead(404).end()
    })
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    const folder = mkdtempSync(join(tmpdir(), 'unpacked-'))
    try {
      await use(addressOf(server), folder)
    } finally {
      server.closeAllConnections()
      server.close()
      rmSync(folder, { recursive: true })
    }
  })
}

function addressOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
