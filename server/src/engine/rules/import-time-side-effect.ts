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
    effect:
      "'{source}' runs when the module is imported and reaches the {reaches}: in every process, tools and the sample file included.",
  },
  *checkModule(module) {
    if (module.options.length === 0 || isProgram(module.file)) return
    for (const { source, range, reaches } of module.importEffects) {
      const option = module.options.find(one => encloses(one.range, range))
      yield { at: range, message: 'effect', args: { source, reaches }, ...(option && { option }) }
    }
  },
})
