import type { Passed } from '../../python/values/object'
import { closestTo } from '../../closestName'
import { optClasses, typeClasses } from '../classes'
import type { CallFault } from '../objects'
import type { OptClassName, TypeClassName } from '../option'

interface Signature {
  readonly positional: readonly string[]
  /** What it takes by name only. */
  readonly keywords: readonly string[]
  readonly required: readonly string[]
  /** What the class itself passes on: a caller's would be the second. */
  readonly own: readonly string[]
}

/** What is wrong with the arguments of an option's call, given the newest oslo.config; undefined where nothing is. */
export function optionCallFault(name: OptClassName, passed: Passed): CallFault | undefined {
  // The options --config-file and --config-dir are oslo.config's own.
  return name.startsWith('_') ? undefined : callFault(optionSignature(name), passed)
}

/** The same for a class of `oslo_config.types`. */
export function typeCallFault(name: Exclude<TypeClassName, 'other'>, passed: Passed): CallFault | undefined {
  return callFault({ positional: typeClasses[name], keywords: [], required: [], own: [] }, passed)
}

function optionSignature(name: OptClassName): Signature {
  const { positional, values } = optClasses[name]
  const required = name === 'MultiOpt' ? ['name', 'item_type'] : ['name']
  if (name === 'Opt' || name === 'SubCommandOpt') return { positional, keywords: [], required, own: [] }
  const own = values === 'MultiString' ? ['type', 'item_type'] : ['type']
  const common = optClasses.Opt.positional.filter(each => !own.includes(each) && !positional.includes(each))
  // What is shown instead of a limit that depends on the host, since 10.7.
  const keywords = positional.includes('max') ? [...common, 'sample_min', 'sample_max'] : common
  return { positional, keywords, required, own }
}

function callFault(signature: Signature, passed: Passed): CallFault | undefined {
  const { positional, keywords } = signature
  if (!passed.open && passed.positional.length > positional.length)
    return {
      parameter: undefined,
      reason: `it takes ${positional.length} positional arguments, not ${passed.positional.length}`,
    }
  const taken = passed.open ? [] : positional.slice(0, passed.positional.length)
  for (const name of passed.keywords.keys()) {
    if (taken.includes(name)) return { parameter: name, reason: `${name} is given twice` }
    if (signature.own.includes(name)) return { parameter: name, reason: `its class sets ${name} itself` }
    if (positional.includes(name) || keywords.includes(name)) continue
    const meant = closestTo(name, [...positional, ...keywords])
    return { parameter: name, reason: `it takes no ${name}${meant === undefined ? '' : ` (did you mean ${meant}?)`}` }
  }
  if (passed.open) return undefined
  const missing = signature.required.find(name => !taken.includes(name) && !passed.keywords.has(name))
  return missing === undefined ? undefined : { parameter: undefined, reason: `${missing} is missing` }
}
