import type { Sink, Use, UseKind } from '../engine/index'

type SinkKind = Sink['kind']

/** What a value may reach, from what matters most; as people say it behind "reaches". */
const sinkWords: Readonly<Record<SinkKind, string>> = {
  command: 'a command',
  import: 'code to load',
  sql: 'SQL',
  http: 'an HTTP client',
  tls: 'TLS',
  socket: 'a socket',
  crypto: 'cryptography',
  file: 'a file',
  template: 'a template',
  log: 'a log',
}
export const sinkKinds = Object.keys(sinkWords) as SinkKind[]

const useWords: Readonly<Record<UseKind, string>> = {
  read: 'read',
  dynamic: 'read by a computed name',
  write: 'write',
  interpolation: 'read in a default',
  import: 'imported by name',
}

/** Of kinds of sinks in one line. */
const most = 2

/** Whether the value of the option goes somewhere there. */
export function isRead({ kind }: Use): boolean {
  return kind !== 'write' && kind !== 'import'
}

export function useInWords({ kind }: Use): string {
  return useWords[kind]
}

/** The kinds of what a use's value reaches, each once, from what matters most. */
export function reachedBy({ sinks }: Use): readonly SinkKind[] {
  return sinkKinds.filter(kind => sinks.some(sink => sink.kind === kind))
}

export function sinkInWords(kind: SinkKind): string {
  return sinkWords[kind]
}

/** `12 reads · 2 reach a command`: how often an option is read or else used, and the worst of what that reaches. */
export function usesInWords(uses: readonly Use[]): string {
  const reads = uses.filter(isRead)
  if (reads.length === 0) return counted(uses.length, 'write')
  const reached = sinkKinds.flatMap(kind => {
    const count = reads.filter(({ sinks }) => sinks.some(sink => sink.kind === kind)).length
    return count === 0 ? [] : [`${String(count)} ${count === 1 ? 'reaches' : 'reach'} ${sinkWords[kind]}`]
  })
  return [counted(reads.length, 'read'), ...reached.slice(0, most)].join(' · ')
}

export function counted(count: number, one: string): string {
  return `${String(count)} ${one}${count === 1 ? '' : 's'}`
}
