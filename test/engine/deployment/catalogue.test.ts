import { deepStrictEqual, match, ok } from 'node:assert/strict'
import {
  Catalogue,
  Values,
  addNamedGroups,
  declarationsOfRelease,
  judgeConf,
  namedGroups,
  readConf,
} from '../../../server/src/engine/index'
import { catalogueData } from '../../cli/runCli'

/** What is wrong with a nova.conf where nobody has Nova's source, in short. */
function check(text: string, release?: string): string[] {
  const { declarations, catalogue } = declarationsOfRelease(new Catalogue(catalogueData()), 'nova', release)
  const files = [readConf('nova.conf', text)]
  addNamedGroups(catalogue, namedGroups(files), declarations)
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

  it('takes libraries to be as old as the release', () => {
    const text = '[DEFAULT]\nsql_max_retries = 5\nwatch_log_file = true\n[api_database]\nmysql_enable_ndb = true\n'
    const told = (release: string) => check(text, release)
    deepStrictEqual(told('zed'), [
      "deprecated-name [DEFAULT] sql_max_retries: 'sql_max_retries' in [DEFAULT] is an old name of 'max_retries' in [api_database] and of [database]",
      "deprecated-for-removal [DEFAULT] watch_log_file: 'watch_log_file' is deprecated for removal",
      "deprecated-for-removal [api_database] mysql_enable_ndb: 'mysql_enable_ndb' is deprecated for removal",
    ])
    deepStrictEqual(told('2026.1'), [
      'removed-option [DEFAULT] sql_max_retries: use [database] max_retries instead',
      "removed-option [DEFAULT] watch_log_file: 'watch_log_file' in [DEFAULT] is no more: oslo.log 8.0.0 came without it",
      "unknown-option [api_database] mysql_enable_ndb: Nothing reads 'mysql_enable_ndb' in [api_database]",
    ])
  })

  it('names nothing in the place of an option that is no more itself', () => {
    deepStrictEqual(check('[DEFAULT]\nconsole_xvp_log = x\n'), [
      "removed-option [DEFAULT] console_xvp_log: 'console_xvp_log' in [DEFAULT] is no more: nova 21.0.0 (Ussuri) came without it",
    ])
  })

  it('knows what comes with a later release', () => {
    const text = '[manila]\nshare_apply_policy_timeout = 5\n'
    deepStrictEqual(check(text), [])
    match(
      check(text, 'zed')[0]!,
      /^unknown-option .* in \[manila\] yet: it comes with nova 31\.0\.0 \(2025\.1 Epoxy\)$/,
    )
  })

  it('knows what oslo.config itself reads, and the groups that files name', () => {
    const text = `[DEFAULT]
config_dir = /etc/nova/nova.conf.d
config_source = remote, sealed
[remote]
driver = remote_file
uri = https://conf.example.org/nova.conf
[sealed]
driver = castellan
mapping_file = /etc/nova/mapping.conf
[sample_remote_file_source]
client_key = /etc/key.pem
[neutron]
auth_section = shared
[shared]
auth_url = https://id.example.org
`
    deepStrictEqual(check(text), [])
    deepStrictEqual(
      check(text.replace('config_source = remote,', 'config_source =')).map(each => each.split(':')[0]),
      ['unknown-section [remote] driver'],
    )
  })

  it('takes what stands below a header that nobody knows for what it would be elsewhere', () => {
    match(check('[GLOBAL]\ndebug = true\ncompute_driver = x\n')[0]!, /did you mean \[DEFAULT\]\?$/)
  })
})
