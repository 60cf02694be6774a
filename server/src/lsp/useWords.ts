import type { Sink, Use } from '../engine/index'

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
const sinkKinds = Object.keys(sinkWords) as SinkKind[]

/** Of kinds of sinks in one line. */
const most = 2

export function isRead({ kind }: Use): boolean {
  return kind !== 'write' && kind !== 'import'
}

/** The kinds of what a use's value reaches, each once, from what matters most. */
export function reachedBy(use: Use): readonly SinkKind[] {
  return sinkKinds.filter(kind => use.sinks.some(sink => sink.kind === kind))
}

export function sinkInWords(kind: SinkKind): string {
  return sinkWords[kind]
}

/** `12 reads · 2 reach a command`: the reads of an option outside of tests, and the worst of what they reach. */
export function usesInWords(uses: readonly Use[]): string {
  const reads = uses.filter(use => isRead(use) && !use.isTest)
  const reached = sinkKinds.flatMap(kind => {
    const reaching = reads.filter(use => use.sinks.some(sink => sink.kind === kind)).length
    return reaching === 0 ? [] : [`${String(reaching)} ${reaching === 1 ? 'reaches' : 'reach'} ${sinkWords[kind]}`]
  })
  if (reads.length > 0) return [counted(reads.length, 'read'), ...reached.slice(0, most)].join(' · ')
  return uses.some(isRead) ? 'read in tests only' : 'no reads found'
}

function counted(count: number, one: string): string {
  return `${String(count)} ${one}${count === 1 ? '' : 's'}`
}
