import type { OptionName } from './optionName'
import { passes, type PostureCheck } from './postureCheck'
import type { PostureView } from './postureView'

const remote = 'https://docs.openstack.org/nova/latest/admin/remote-console-access.html'
const choose = 'https://docs.openstack.org/security-guide/compute/how-to-select-virtual-consoles.html'

function listensEverywhere(view: PostureView, name: OptionName): boolean {
  return ['0.0.0.0', '::'].includes(view.text(name))
}

/** How people reach the screens of their guests. */
export const consoleChecks: readonly PostureCheck[] = [
  {
    id: 'vnc-vencrypt',
    title: 'The way from the console proxy to the hypervisors is encrypted with VeNCrypt',
    about: 'vnc/auth_schemes',
    evidence: [remote, choose],
    safer: 'auth_schemes = vencrypt',
    judge: view => {
      if (!view.isTrue('vnc/enabled')) return 'not-applicable'
      const schemes = view.texts('vnc/auth_schemes')
      return passes(schemes.includes('vencrypt') && !schemes.includes('none'))
    },
  },
  {
    id: 'vnc-server-listen',
    title: 'Guests offer their screens on one address',
    about: 'vnc/server_listen',
    evidence: [remote, choose],
    safer: 'server_listen = $my_ip',
    judge: view =>
      view.isTrue('vnc/enabled') ? passes(!listensEverywhere(view, 'vnc/server_listen')) : 'not-applicable',
  },
  {
    id: 'novncproxy-host',
    title: 'The console proxy listens on one address',
    about: 'vnc/novncproxy_host',
    evidence: [choose, remote],
    safer: 'novncproxy_host = $my_ip',
    judge: view =>
      view.isTrue('vnc/enabled') ? passes(!listensEverywhere(view, 'vnc/novncproxy_host')) : 'not-applicable',
  },
  {
    id: 'console-ssl-only',
    title: 'Console proxies take connections with TLS alone, with a certificate of their own',
    about: 'DEFAULT/ssl_only',
    evidence: [remote, choose],
    safer: 'ssl_only = true',
    judge: view => {
      const isOn = ['vnc', 'spice', 'serial_console'].some(group => view.isTrue(`${group}/enabled`))
      if (!isOn) return 'not-applicable'
      if (!view.isTrue('DEFAULT/ssl_only')) return 'fail'
      return passes(!['', 'self.pem'].includes(view.text('DEFAULT/cert')))
    },
  },
  {
    id: 'novncproxy-base-url',
    title: 'People reach their consoles by https',
    about: 'vnc/novncproxy_base_url',
    evidence: [remote],
    judge: view =>
      view.isTrue('vnc/enabled')
        ? passes(view.text('vnc/novncproxy_base_url').startsWith('https://'))
        : 'not-applicable',
  },
  {
    id: 'spice-tls',
    title: 'People reach SPICE consoles by https',
    about: 'spice/html5proxy_base_url',
    evidence: [remote, choose],
    judge: view =>
      view.isTrue('spice/enabled')
        ? passes(view.text('spice/html5proxy_base_url').startsWith('https://'))
        : 'not-applicable',
  },
  {
    id: 'spice-server-listen',
    title: 'SPICE servers listen on one address',
    about: 'spice/server_listen',
    evidence: [remote],
    safer: 'server_listen = $my_ip',
    judge: view =>
      view.isTrue('spice/enabled') ? passes(!listensEverywhere(view, 'spice/server_listen')) : 'not-applicable',
  },
  {
    id: 'serial-console-tls',
    title: 'Serial consoles are reached by wss',
    about: 'serial_console/base_url',
    evidence: [remote],
    judge: view =>
      view.isTrue('serial_console/enabled')
        ? passes(view.text('serial_console/base_url').startsWith('wss://'))
        : 'not-applicable',
  },
]
