/**
 * Whether a text may have to do with oslo.config: a quick look that spares reading the others. A file that only reads
 * options (`CONF.compute.x`) does not count.
 */
export function mentionsOsloConfig(text: string): boolean {
  return /Opt\b|oslo[._]config|register_\w*(opts?|options)\b|list_opts|PrivContext\(|# *needs:/.test(text)
}
