import { URI } from 'vscode-uri'

/** A `file:` URI that has but one spelling. */
const plain = /^file:\/\/(?:\/[\w.-]+)+$/

/**
 * One spelling for a file, whichever way a client writes its URI: what may be percent-encoded is, the letter of a drive is
 * small. What is no URI stays as it is.
 */
export function canonicalUri(uri: string): string {
  if (plain.test(uri) || !/^[a-z][\w+.-]*:/i.test(uri)) return uri
  try {
    return URI.parse(uri, true).toString()
  } catch {
    return uri
  }
}
