import { MarkdownString, type Hover, type TextDocument, type Uri } from 'vscode'
import type { Middleware } from 'vscode-languageclient'
import { withCommandLinks } from './pages/rulePages'

/** Documents that show a past or foreign state of a file: reviewing them would report everything twice. */
const pastSchemes = new Set(['git', 'gitfs', 'gitlens', 'pr', 'review', 'svn', 'hg', 'vscode-local-history'])

function isPast(document: TextDocument | Uri): boolean {
  return pastSchemes.has('uri' in document ? document.uri.scheme : document.scheme)
}

/** Keeps documents of the past from the server, and makes the links of its Markdown work inside VS Code. */
export const middleware: Middleware = {
  didOpen: async (document, next) => {
    if (!isPast(document)) await next(document)
  },
  didChange: async (change, next) => {
    if (!isPast(change.document)) await next(change)
  },
  didSave: async (document, next) => {
    if (!isPast(document)) await next(document)
  },
  didClose: async (document, next) => {
    if (!isPast(document)) await next(document)
  },
  provideDiagnostics: (document, previousResultId, token, next) =>
    isPast(document) ? undefined : next(document, previousResultId, token),
  provideCodeActions: (document, range, context, token, next) =>
    isPast(document) ? undefined : next(document, range, context, token),
  provideCodeLenses: (document, token, next) => (isPast(document) ? undefined : next(document, token)),
  provideDocumentSymbols: (document, token, next) => (isPast(document) ? undefined : next(document, token)),
  provideHover: async (document, position, token, next) => {
    if (isPast(document)) return undefined
    return linked(await next(document, position, token))
  },
}

function linked(hover: Hover | null | undefined): Hover | null | undefined {
  for (const part of hover?.contents ?? []) {
    if (part instanceof MarkdownString) part.value = withCommandLinks(part.value)
  }
  return hover
}
