import { strict as assert } from 'node:assert'
import { ReadIndex } from '../../../server/src/engine/index'
import { projectOf, python } from '../engine'
import { declarations } from './usesOf'

const head = `import logging
import os
import nova.conf
from nova import utils
from oslo_concurrency import processutils
from oslo_utils import importutils
CONF = nova.conf.CONF
LOG = logging.getLogger(__name__)
`

/** What the reads in the lines behind `head` reach, as `kind line hops`, lines from 1. */
async function check(lines: string, expected: readonly string[], name = 'nova/x.py'): Promise<void> {
  const files = { 'nova/__init__.py': '', 'nova/conf/__init__.py': declarations, [name]: head + lines }
  const project = await projectOf(files)
  const index = new ReadIndex(project.moduleNames)
  for (const [file, text] of Object.entries(files)) index.setText(file, text, await python())
  index.declare(project.modules())
  const above = head.split('\n').length - 1
  const told = index
    .usesIn(name)
    .flatMap(({ sinks }) => sinks.map(({ kind, position, hops }) => `${kind} ${position.line + 1 - above} ${hops}`))
  assert.deepEqual(told, expected)
}

describe('The value of an option', () => {
  it('reaches what its own statement does with it', () =>
    check(
      "if not os.path.exists(CONF.state_path):\n    LOG.error('no %s', CONF.state_path)\nLOG.info(CONF.host.lower())\n",
      ['file 1 0', 'log 2 0', 'log 3 0'],
    ))

  it('goes through names, texts, containers, loops and attributes of its function', () =>
    check(
      `def f(self):
    path = os.path.join(CONF.state_path, 'x')
    args = ['cat']
    args.append(f'{path}/y')
    processutils.execute(*args)
    for each in args:
        open(each)
    params = {}
    params['cacert'] = path
    Client(**params)
    self.path = path
    os.stat(self.path)
`,
      ['command 5 1', 'file 7 1', 'tls 10 1', 'file 12 1'],
    ))

  it('reaches keys beside certificates, clients by address, and names of classes that are put together', () =>
    check(
      `def f(account):
    Proxy(listen_port=CONF.host, cert='x', key=CONF.state_path)
    sorted([], key=CONF.state_path)
    import swiftclient, rados
    swiftclient.Connection(authurl=CONF.host, retries=CONF.libvirt.cpu_ratio)
    rados.Rados(rados_id='x', conffile=CONF.state_path)
    name = '.'.join(['nova', CONF.host.capitalize()])
    importutils.import_object(name)
`,
      ['socket 2 0', 'tls 2 0', 'http 5 0', 'file 6 0', 'import 8 1'],
    ))

  it('stops at comparisons, tests, calls of others and names that are given something else', () =>
    check(
      `def f():
    host = CONF.host
    open('a' if host else 'b')
    LOG.info(host == 'x')
    open(utils.parse(host))
    host = 'other'
    open(host)
    if host:
        host = CONF.host
    open(host)
`,
      ['file 10 1'],
    ))

  it('reaches calls of libraries of every kind', () =>
    check(
      `import asyncio, hashlib, jinja2, sqlite3, stevedore.driver, tarfile
from keystoneauth1 import session
from lxml import etree
from OpenSSL import SSL
asyncio.create_subprocess_exec('cat', CONF.host)
tarfile.open(CONF.host)
stevedore.driver.DriverManager('space', CONF.host)
SSL.Context(CONF.host)
session.Session(auth=CONF.host)
asyncio.open_connection(CONF.host, 80)
sqlite3.connect(CONF.host)
etree.fromstring(CONF.host)
jinja2.Template(CONF.host)
hashlib.pbkdf2_hmac(CONF.host, b'', b'', 1)
hashlib.sha256(CONF.host)
`,
      [
        'command 5 0',
        'file 6 0',
        'import 7 0',
        'tls 8 0',
        'http 9 0',
        'socket 10 0',
        'sql 11 0',
        'template 12 0',
        'template 13 0',
        'crypto 14 0',
      ],
    ))

  it('matters as some arguments, and to methods of what a call has made', () =>
    check(
      `import requests, ssl
from glanceclient import Client
from oslo_vmware import api
importutils.import_object('driver', CONF.host)
importutils.import_class('driver')(CONF.host).run(CONF.host)
importutils.import_object(CONF.host)
Client('2', session=CONF.host)
Client('2', CONF.host)
requests.Session().get('x', verify=CONF.host)
ssl.create_default_context().load_cert_chain(CONF.host)
class Session(api.VMwareAPISession):
    def __init__(self):
        super().__init__(CONF.host, api_retry_count=CONF.host)
requests.get('x', cacert=CONF.host)
open(now.replace(minute=CONF.host))
`,
      ['import 6 0', 'http 8 0', 'tls 9 0', 'tls 10 0', 'http 13 0', 'tls 14 0'],
    ))

  it('is not followed in tests', () => check('open(CONF.host)\n', [], 'nova/tests/test_x.py'))
})
