/** What we use of js-yaml, which brings no types. */
declare module 'js-yaml' {
  /** The types of YAML 1.2: no dates. */
  export const CORE_SCHEMA: object
  export class YAMLException extends Error {
    readonly reason: string
    /** Where it is, lines from 0. */
    readonly mark?: { readonly line: number }
  }
  /** Throws a YAMLException. */
  export function load(text: string, options: { schema: object }): unknown
}
