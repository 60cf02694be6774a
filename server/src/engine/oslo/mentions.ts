/**
 * `cfg.StrOpt(`, `BoolOptCallback(`, `class Own(cfg.StrOpt)`, but no `Option(` and no `Opts(`. Repetitions are bounded, for
 * a text may well be nothing but them.
 */
const declares = /Opt(?!ion|im|s\b)\w{0,80}\s*\(|\bcfg\.[A-Z]\w{0,80}Opt\b|\bimport\b[^#\n]{0,300}\b[A-Z]\w{0,80}Opt\b/
const registers =
  /\bregister_(cli_)?opts?\s*\(|\bregister_\w+_(opts|options)\s*\(|\bdef list_\w*opts\b|\bPrivContext\s*\(|\bset_defaults\s*\(/
const handles = /register_(cli_)?opts?\b|list_\w*opts\b|set_default|set_override|_opts\b/

/**
 * Whether a text declares, registers or lists options: a quick look that spares reading the others. A file that only
 * reads options (`CONF.compute.x`) does not count.
 */
export function mentionsOsloConfig(text: string): boolean {
  return declares.test(text) || registers.test(text) || /# *needs:/.test(text)
}

/** Where a text declares, registers, lists or changes options: offsets in ascending order. */
export function marksOfOptions(text: string): number[] {
  const marks = [declares, registers, handles].flatMap(pattern =>
    [...text.matchAll(new RegExp(pattern, 'g'))].map(({ index }) => index),
  )
  return marks.sort((a, b) => a - b)
}

/** Whether a module of this name is, or belongs to, oslo.config. */
export function isOsloConfig(module: string): boolean {
  return /^oslo[._]config\b/.test(module)
}

/** Whether a text declares options: what tests only register or override says nothing of the product's options. */
export function declaresOptions(text: string): boolean {
  return declares.test(text)
}

/** Whether a function or class of this text makes, registers, lists or changes options. */
export function handlesOptions(text: string): boolean {
  return declares.test(text) || handles.test(text)
}
