import { isObject, type Obj } from '../python/values/object'
import type { Site } from '../python/run/run'

/**
 * Whether importing the module runs a call on the one configuration that all modules of a program share, come what may:
 * it begins a line, so that nothing around it decides or catches an error.
 */
export function isOnImport({ module, node }: Site): boolean {
  if (node.start > 0 && module.text[node.start - 1] !== '\n') return false
  const conf = node.callee.kind === 'attribute' ? node.callee.object : undefined
  if (conf?.kind === 'attribute') return conf.name === 'CONF'
  const value = conf?.kind === 'name' && conf.id === 'CONF' ? module.scope.own('CONF') : undefined
  // Imported from the project's own module of configuration, or oslo.config's; not made on the spot.
  return value !== undefined && isObject(value) && (value.kind === 'lazy' || isShared(value))
}

function isShared(value: Obj): boolean {
  return isObject(value) && value.kind === 'external' && value.path.endsWith('.CONF')
}
