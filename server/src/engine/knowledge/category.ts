/** What a finding or an option is about, for filters and icons. */
export const categories = [
  'credential',
  'authentication',
  'authorization',
  'transport-security',
  'network-exposure',
  'cryptography',
  'data-at-rest',
  'isolation',
  'resource-limit',
  'code-execution',
  'file-path',
  'information-disclosure',
  'audit',
  'availability',
  'other',
] as const
export type Category = (typeof categories)[number]
