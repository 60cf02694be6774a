import { DidChangeWorkspaceFoldersNotification, DocumentDiagnosticReportKind } from 'vscode-languageserver'
import type {
  CancellationToken,
  CodeAction,
  CodeLens,
  Connection,
  Disposable,
  DocumentDiagnosticReport,
} from 'vscode-languageserver'
import * as protocol from '../protocol'
import { canonicalUri } from './canonicalUri'
import { restoreName } from './changes/restoreName'
import { codeActions } from './features/codeActions'
import type { ActionPlace } from './features/codeActions'
import { codeLenses, resolveLens } from './features/codeLens'
import { completion } from './features/completion'
import { confLine } from './features/confLine'
import { definition } from './features/definition'
import { describeOption } from './features/describeOption'
import { pullDiagnostics } from './features/diagnostics'
import { documentHighlights } from './features/documentHighlights'
import { documentSymbols } from './features/documentSymbols'
import { findingActions } from './features/findingActions'
import { inlayHints } from './features/inlayHints'
import { hover } from './features/hover'
import { ignoreEdit } from './features/ignoreEdit'
import { emptySummary, inventory } from './features/inventory'
import { nextUnreviewed } from './features/nextUnreviewed'
import { optionUses } from './features/optionUses'
import { references } from './features/references'
import { refuseRename } from './features/rename'
import { reviewThreads } from './features/reviewThreads'
import { workspaceSymbols } from './features/workspaceSymbols'
import { guard, guardEvent } from './guard'
import type { Handler } from './guard'
import type { Log } from './host'
import { optionOfRow } from './rows'
import type { Session } from './session'

/** Ties each method of the protocol to the feature that answers it, until the result is disposed of. */
export function registerFeatures(connection: Connection, log: Log, session: Session): Disposable {
  const { facts, documents, publisher, uses, conf } = session
  const parts: Disposable[] = []
  /** Answers from facts that know what was typed until now. */
  const answer = <P, R>(method: string, handler: (params: P) => R | Promise<R>, empty: () => R) => {
    const fresh: Handler<P, R> = params => {
      session.flush()
      return handler(withCanonicalUris(params))
    }
    return guard(log, method, fresh, empty)
  }
  const none = (): never[] => []
  const nothing = (): null => null
  const placeOf = (uri: string): ActionPlace | undefined => {
    const document = documents.get(uri)
    return document && { facts, document, client: session.client }
  }

  parts.push(
    connection.onHover(
      answer(
        'hover',
        ({ textDocument: { uri }, position }) =>
          conf.has(uri) ? conf.hover(uri, position) : hover(facts, uses, uri, position),
        nothing,
      ),
    ),
  )
  parts.push(
    connection.onDefinition(
      answer(
        'definition',
        ({ textDocument: { uri }, position }) =>
          conf.has(uri) ? conf.definition(uri, position) : definition(uses, uri, position),
        none,
      ),
    ),
  )
  parts.push(
    connection.onReferences(
      answer(
        'references',
        p => references(facts, uses, conf, p.textDocument.uri, p.position, p.context.includeDeclaration),
        none,
      ),
    ),
  )
  parts.push(
    connection.onDocumentHighlight(
      answer('highlights', p => documentHighlights(facts, uses, p.textDocument.uri, p.position), none),
    ),
  )
  parts.push(
    connection.languages.inlayHint.on(
      answer('inlay hints', p => (session.hints ? inlayHints(uses, p.textDocument.uri, p.range) : []), none),
    ),
  )
  parts.push(
    connection.onPrepareRename(
      // What is answered by a refusal is no failure.
      answer('rename', p => refuseRename(facts, uses, p.textDocument.uri, p.position) as null, nothing),
    ),
  )
  parts.push(connection.onRenameRequest(answer('rename', nothing, nothing)))
  parts.push(
    connection.onCompletion(
      answer(
        'completion',
        ({ textDocument: { uri }, position }) =>
          conf.has(uri) ? conf.completion(uri, position) : completion(facts, uses, documents.get(uri), position),
        none,
      ),
    ),
  )
  parts.push(
    connection.onCodeAction(
      answer(
        'code actions',
        p => {
          const { uri } = p.textDocument
          if (conf.has(uri)) return conf.codeActions(uri, p)
          const place = placeOf(uri)
          return place === undefined ? [] : codeActions(place, p)
        },
        none,
      ),
    ),
  )
  parts.push(
    connection.onCodeLens(
      answer('code lenses', p => codeLenses(facts, uses, session.lenses, p.textDocument.uri), none),
    ),
  )
  parts.push(
    connection.onCodeLensResolve((lens, token) => {
      const resolve = answer<CodeLens, CodeLens>(
        'code lens',
        seen => resolveLens(facts, uses, session.client, seen),
        () => lens,
      )
      return resolve(lens, token)
    }),
  )
  parts.push(
    connection.onDocumentSymbol(
      answer(
        'document symbols',
        ({ textDocument: { uri } }) => (conf.has(uri) ? conf.symbols(uri) : documentSymbols(facts, uri)),
        none,
      ),
    ),
  )
  parts.push(connection.onFoldingRanges(answer('folding', p => conf.folding(p.textDocument.uri), none)))
  parts.push(connection.onWorkspaceSymbol(answer('workspace symbols', p => workspaceSymbols(facts, p.query), none)))
  if (session.client.pullsDiagnostics) {
    parts.push(
      connection.languages.diagnostics.on(
        answer(
          'diagnostics',
          ({ textDocument: { uri }, previousResultId }) => {
            if (conf.has(uri)) return conf.pull(uri, previousResultId)
            const report = pullDiagnostics(facts, documents.get(uri), previousResultId)
            publisher.pulled(uri)
            return report
          },
          (): DocumentDiagnosticReport => ({ kind: DocumentDiagnosticReportKind.Full, items: [] }),
        ),
      ),
    )
  }

  parts.push(
    connection.onRequest(
      protocol.inventory,
      answer<protocol.InventoryParams, protocol.InventoryResult>(
        'inventory',
        params => inventory(facts, uses, params),
        () => ({
          indexing: facts.indexing,
          sections: [],
          summary: emptySummary(),
        }),
      ),
    ),
  )
  parts.push(
    connection.onRequest(
      protocol.describeOption,
      answer<protocol.OptionParams, protocol.DescribeOptionResult>('describe', p => describeOption(facts, p), nothing),
    ),
  )
  parts.push(
    connection.onRequest(
      protocol.optionUses,
      answer<protocol.OptionParams, protocol.OptionUsesResult>('uses', p => optionUses(facts, uses, p), none),
    ),
  )
  parts.push(
    connection.onRequest(
      protocol.confLine,
      answer<protocol.OptionParams, protocol.ConfLineResult>(
        'conf line',
        p => confLine(optionOfRow(facts, p)),
        nothing,
      ),
    ),
  )
  parts.push(
    connection.onRequest(
      protocol.findingActions,
      answer<protocol.FindingParams, CodeAction[] | null>(
        'finding actions',
        p => {
          const place = placeOf(p.uri)
          return place === undefined ? null : findingActions(place, p)
        },
        nothing,
      ),
    ),
  )
  parts.push(
    connection.onRequest(
      protocol.ignoreEdit,
      answer<protocol.IgnoreEditParams, protocol.IgnoreEditResult>(
        'ignore edit',
        p => ignoreEdit(facts, documents.get(p.uri), p),
        nothing,
      ),
    ),
  )
  parts.push(
    connection.onRequest(protocol.deployments, (...args: unknown[]) =>
      answer<null, protocol.DeploymentsResult>(
        'deployments',
        () => conf.deployments(),
        () => ({ indexing: facts.indexing, deployments: [] }),
      )(null, args.at(-1) as CancellationToken),
    ),
  )
  parts.push(
    connection.onRequest(
      protocol.report,
      answer<protocol.ReportParams, protocol.ReportResult>(
        'report',
        params => session.makeReport(params),
        () => ({ state: 'failed' }),
      ),
    ),
  )
  parts.push(
    connection.onRequest(
      protocol.changes,
      answer<protocol.ChangesParams, protocol.ChangesResult>(
        'changes',
        params => session.comparisons.compare(params),
        () => ({ state: 'failed', reason: 'the log says why' }),
      ),
    ),
  )
  parts.push(
    connection.onNotification(
      protocol.cancelChanges,
      guardEvent(log, 'cancelling changes', () => {
        session.comparisons.cancel()
      }),
    ),
  )
  parts.push(
    connection.onRequest(
      protocol.restoreName,
      answer<protocol.RestoreNameParams, CodeAction[] | null>(
        'restore name',
        p => {
          const place = placeOf(p.uri)
          return place === undefined ? null : restoreName(place, p)
        },
        nothing,
      ),
    ),
  )
  const refresh = guard(log, 'refresh', () => session.index().then(nothing), nothing)
  // Without parameters the token is the only argument; with some, the last.
  parts.push(
    connection.onRequest(protocol.refresh, (...args: unknown[]) => refresh(null, args.at(-1) as CancellationToken)),
  )
  const makeBaseline = answer<null, protocol.MakeBaselineResult>(
    'baseline',
    () => session.makeBaseline(),
    () => ({ state: 'failed' }),
  )
  parts.push(
    connection.onRequest(protocol.makeBaseline, (...args: unknown[]) =>
      makeBaseline(null, args.at(-1) as CancellationToken),
    ),
  )
  parts.push(
    connection.onRequest(
      protocol.forgetFinding,
      answer<protocol.FindingParams, protocol.MakeBaselineResult>(
        'forget finding',
        params => session.forgetFinding(params),
        () => ({ state: 'failed' }),
      ),
    ),
  )
  parts.push(
    connection.onRequest(
      protocol.changeReviews,
      answer<protocol.ChangeReviewsParams, protocol.ChangeReviewsResult>(
        'reviews',
        params => session.changeReviews(params),
        () => ({ state: 'failed' }),
      ),
    ),
  )
  parts.push(
    connection.onRequest(
      protocol.nextUnreviewed,
      answer<protocol.NextUnreviewedParams, protocol.NextUnreviewedResult>(
        'next unreviewed',
        p => nextUnreviewed(facts, p),
        nothing,
      ),
    ),
  )
  parts.push(
    connection.onRequest(
      protocol.reviewThreads,
      answer<protocol.ReviewThreadsParams, protocol.ReviewThread[]>(
        'review threads',
        p => reviewThreads(facts, p),
        none,
      ),
    ),
  )
  const reviewsWritten = guard(log, 'written reviews', () => session.takeSettingsFiles().then(nothing), nothing)
  parts.push(
    connection.onRequest(protocol.reviewsWritten, (...args: unknown[]) =>
      reviewsWritten(null, args.at(-1) as CancellationToken),
    ),
  )
  parts.push(
    connection.onNotification(
      protocol.settingsFilesChanged,
      guardEvent(log, 'settings files', () => session.takeSettingsFiles()),
    ),
  )
  parts.push(
    connection.onNotification(
      protocol.filesChanged,
      guardEvent(log, 'changed files', (params: protocol.FilesChangedParams) => session.takeFiles(params)),
    ),
  )
  if (session.client.workspaceFolders) {
    // Not `connection.workspace.onDidChangeWorkspaceFolders`: before the answer to `initialize` it would send a request.
    parts.push(
      connection.onNotification(
        DidChangeWorkspaceFoldersNotification.type,
        guardEvent(log, 'folders', ({ event }) => session.takeFolders(event.added, event.removed)),
      ),
    )
  }
  parts.push(
    connection.onDidChangeConfiguration(guardEvent(log, 'settings', params => session.takeSettings(params.settings))),
  )
  return {
    dispose: () => {
      for (const part of parts) part.dispose()
    },
  }
}

/** The same parameters with the one spelling of the file that they speak of. */
function withCanonicalUris<P>(params: P): P {
  const { uri, textDocument } = (params ?? {}) as { uri?: unknown; textDocument?: { uri?: unknown } }
  if (typeof uri === 'string') return { ...params, uri: canonicalUri(uri) }
  if (typeof textDocument?.uri !== 'string') return params
  return { ...params, textDocument: { ...textDocument, uri: canonicalUri(textDocument.uri) } }
}
