import { deepStrictEqual, ok } from 'node:assert/strict'
import { Catalogue, Declarations, Values, judgeConf, readConf } from '../../../server/src/engine/index'
import { catalogueData } from '../../cli/runCli'

/** What is wrong with a nova.conf where nobody has Nova's source, in short. */
function check(text: string, release?: string): string[] {
  const catalogue = new Catalogue(catalogueData())
  const declarations = new Declarations()
  catalogue.addService('nova', declarations, release)
  catalogue.addLibraries(declarations)
  catalogue.completeGroups(declarations)
  const files = [readConf('nova.conf', text)]
  const found = judgeConf(files, new Values(declarations, files), { declarations, history: catalogue })
  return found.map(
    ({ rule, group, option, message }) => `${rule} [${group!}] ${option!}: ${message.split('; ').at(-1)!}`,
  )
}

describe('The catalogue', () => {
  it('knows what libraries read in nova.conf', () => {
    const text = `[DEFAULT]
debug = true
transport_url = rabbit://mq
[keystone_authtoken]
username = nova
service_token_roles_required = true
[neutron]
auth_url = https://id
project_domain_name = Default
region_name = One
[service_user]
password = words
cafile = /etc/ssl/ca.pem
[oslo_messaging_rabbit]
ssl = true
[database]
connection = mysql://
[os_vif_ovs]
ovsdb_connection = tcp:127.0.0.1:6640
[vault]
vault_url = https://vault
[nova_sys_admin]
helper_command = sudo
`
    deepStrictEqual(check(text), [])
  })

  it('knows what is no more, since when and what took its place', () => {
    const told = check(
      '[DEFAULT]\nrpc_backend = rabbit\n[vnc]\nvncserver_proxyclient_address = ::1\n[libvirt]\nuse_usb_tablet = 1\n',
    )
    deepStrictEqual(told, [
      'removed-option [DEFAULT] rpc_backend: use [DEFAULT] transport_url instead',
      'removed-option [vnc] vncserver_proxyclient_address: use [vnc] server_proxyclient_address instead',
      'removed-option [libvirt] use_usb_tablet: use [DEFAULT] pointer_model instead',
    ])
  })

  it('still finds what stands in the wrong place', () => {
    const [told] = check('[service_user]\nvalid_interfaces = internal\n')
    ok(told?.startsWith('wrong-section [service_user] valid_interfaces'))
  })

  it('checks values by their types', () => {
    deepStrictEqual(
      check('[vnc]\nenabled = perhaps\nnovncproxy_port = 70000\n').map(each => each.split(':')[0]),
      ['invalid-value [vnc] enabled', 'invalid-value [vnc] novncproxy_port'],
    )
  })

  it('knows each release', () => {
    const text = '[hyperv]\nvswitch_name = one\n'
    deepStrictEqual(check(text, '28.1.0'), [])
    deepStrictEqual(check(text, 'Caracal').length, 1)
  })
})
