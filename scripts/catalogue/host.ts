import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { CliHost } from '../../server/src/cli/host'

/** A world in which reading says nothing. */
export function quiet(cwd: string): CliHost {
  const nothing = (): void => undefined
  return {
    cwd,
    out: nothing,
    err: nothing,
    colors: false,
    environment: {},
  today: () => '',
    loadParser: () => Promise.reject(new Error('it is loaded')),
    readCatalogue: () => {
      throw new Error('it is being made')
    },
    readRulePage: () => undefined,
  }
}

/** A file of an installed package. */
export function bytesOf(name: string): Uint8Array {
  return readFileSync(createRequire(import.meta.url).resolve(name))
}
