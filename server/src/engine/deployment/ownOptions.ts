import type { ValueType } from '../oslo/option'
import { absent, type Value } from '../python/value'
import type { DeclaredOption } from './declared'
import type { Declarations } from './declarations'
import { known, valueType } from './valueTypes'

/** What oslo.config itself registers in every program. */
export const ownOptions = ['config_file', 'config_dir', 'config_source']

/** Groups of the sample files that oslo.config's generator makes. */
export const sampleSources = ['sample_castellan_source', 'sample_remote_file_source']

/** Adds what oslo.config itself registers. */
export function addOwnOptions(declarations: Declarations): void {
  // Which files and folders are read without them depends on the program.
  for (const dest of ownOptions) declarations.add(option('DEFAULT', dest, unknown, unknown))
}

/** Adds what oslo.config's drivers of sources ask for: the one of `uri`, or Castellan's. */
export function addSource(group: string, declarations: Declarations): void {
  const texts = ['driver', 'uri', 'ca_path', 'client_cert', 'client_key', 'config_file', 'mapping_file']
  for (const dest of texts) declarations.add(option(group, dest, known(valueType('String', {})), absent))
  declarations.add(option(group, 'timeout', known(valueType('Integer', { min: known(0) })), known(60)))
}

const unknown = { kind: 'unknown', source: 'a class of its own' } as const

function option(group: string, dest: string, type: Value<ValueType>, usual: Value): DeclaredOption {
  return {
    group,
    name: dest,
    dest,
    multi: false,
    type,
    default: usual,
    secret: false,
    required: false,
    old: [],
    removal: undefined,
    help: undefined,
    origin: 'oslo.config',
  }
}
