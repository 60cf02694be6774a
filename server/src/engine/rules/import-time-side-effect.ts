import { openstackDocs } from '../knowledge/references'
import { encloses } from '../text'
import { isProgram } from './places'
import { defineRule } from './rule'

export const importTimeSideEffect = defineRule({
  name: 'import-time-side-effect',
  summary: 'Importing the configuration reaches outside it',
  severity: 'information',
  category: 'other',
  cwe: [],
  references: [openstackDocs('oslo.config/latest/reference/defining', 'oslo.config: sample_default')],
  messages: {
    effect: "'{source}' reaches the {reaches} whenever the module is imported",
  },
  consequences: {
    effect: 'It runs in every process that imports the module, tools and the sample generator included.',
  },
  *checkModule(module) {
    if (module.options.length === 0 || isProgram(module.file)) return
    const told = new Set<string>()
    for (const { source, range, reaches, callee } of module.importEffects) {
      const option = module.options.find(one => encloses(one.range, range))
      // A sample value keeps what is found here out of the sample file.
      if (told.has(callee) || (option !== undefined && option.sampleDefault.kind !== 'absent')) continue
      told.add(callee)
      yield { at: range, message: 'effect', args: { source: shown(source), reaches }, ...(option && { option }) }
    }
  },
})

/** Enough of a call to know it by. */
function shown(source: string): string {
  return source.length <= 32 ? source : `${source.slice(0, 31).replace(/[\ud800-\udbff]$/, '')}…`
}
