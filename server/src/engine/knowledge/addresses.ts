import type { Option } from '../oslo/option'
import { helpHeadline, nameWords } from './words'

/** Schemes that carry what they carry in clear text. */
const clearSchemes = new Set('http ws ldap ftp telnet tcp amqp'.split(' '))

export interface ClearUrl {
  readonly scheme: string
  /** Empty where the URL names none. */
  readonly host: string
}

/** The scheme and host of a URL in clear text; undefined for every other text. */
export function clearTextUrl(text: string): ClearUrl | undefined {
  const parts = /^([a-z][a-z0-9+.-]*):\/\/(?:[^\s/@]*@)?(\[[^\]]*\]|[^\s/:?#]*)/i.exec(text.trim())
  const scheme = parts?.[1]?.toLowerCase() ?? ''
  return clearSchemes.has(scheme) ? { scheme, host: (parts?.[2] ?? '').toLowerCase() } : undefined
}

export function isClearScheme(scheme: string): boolean {
  return clearSchemes.has(scheme.toLowerCase())
}

/** Whether a host is this machine itself, its hypervisor's metadata service, or is left to a substitution. */
export function staysLocal(host: string): boolean {
  if (/^(169\.254(\.\d+){2}|metadata\..+|metadata)$/.test(host)) return true
  return host === '' || /^(localhost|127(\.\d+){1,3}|\[?::1\]?|0\.0\.0\.0|\[::\])$/.test(host) || /[$%{<]/.test(host)
}

/** Whether an address, with or without a port, means every address of the machine. */
export function isEveryAddress(text: string): boolean {
  return /^(0\.0\.0\.0|::|\[::\]|\*)$/.test(text.trim()) || /^(0\.0\.0\.0|\[::\]|\*):\d{1,5}$/.test(text.trim())
}

/** What looks like a URL and is only compared: namespaces, schemas, origins of pages, names of issuers. Nothing goes there. */
export function isOnlyCompared(option: Option): boolean {
  return nameWords(option).some(word => comparedWords.has(word)) || comparedThings.test(helpHeadline(option))
}

const comparedWords = new Set('namespace xmlns schema draft origin origins issuer audience realm'.split(' '))
const comparedThings = /\bnamespaces?\b|\b(json|xml) ?schema|\borigins?\b|\bentity ?id\b|unique identifier/
