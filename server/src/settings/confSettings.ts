/** How configuration files are to be judged. */
export interface ConfSettings {
  /** Globs of the files that Nova reads. */
  readonly files: readonly string[]
  /** The release of Nova to judge by: `26`, `zed`; empty for the workspace's own source, or else the newest. */
  readonly release: string
}

/** What holds where nobody has set anything; the manifest says the same. */
export const usualConfSettings: ConfSettings = {
  files: ['**/nova.conf', '**/nova-*.conf', '**/nova.conf.d/*.conf', '**/etc/nova/**/*.conf'],
  release: '',
}
