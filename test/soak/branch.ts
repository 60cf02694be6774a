/** The text of a file that a branch brings: its options have other defaults on each branch. */
export function branchText(branch: string, at: number): string {
  if (at % 3 === 2) return `# Nothing to configure on ${branch}.\nWORKERS = ${at}\n`
  return [
    'from oslo_config import cfg',
    '',
    `opts = [cfg.StrOpt('endpoint_${at}', default='http://${branch}/${at}', help='Where to find number ${at}.'),`,
    `        cfg.StrOpt('password_${at % 5}', help='The password for ${branch}.')]`,
    '',
    '',
    'def register_opts(conf):',
    `    conf.register_opts(opts, group='branch_${at % 4}')`,
    '',
  ].join('\n')
}
