import {
  CommentMode,
  CommentThreadCollapsibleState,
  Disposable,
  MarkdownString,
  Uri,
  comments,
  window,
  workspace,
  type Comment,
  type CommentController,
  type CommentReply,
  type CommentThread,
  type TextDocument,
} from 'vscode'
import * as protocol from '../../server/src/protocol'
import { label, notice } from '../../server/src/safe/text'
import { editorRange } from './inventoryItems'
import type { ReviewServer } from './languageClient'
import type { ReviewChanges } from './reviewChanges'
import { reviewerName } from './reviewer'

/** A note as the editor shows it, and whom it belongs to. */
export interface NoteComment extends Comment {
  readonly thread: { readonly uri: string; readonly position: protocol.Position }
  readonly note: protocol.ReviewThread['notes'][number]
}

/** A thread, and the answer that it shows. */
interface Shown {
  readonly thread: CommentThread
  readonly of: protocol.ReviewThread
}

/** The notes on options, as threads of comments at their declarations. */
export class ReviewNotes implements Disposable {
  private readonly controller: CommentController
  private readonly subscriptions: Disposable
  /** The threads of each file that has been on the screen, by what stands above them. */
  private readonly shown = new Map<string, ReadonlyMap<string, Shown>>()
  /** Where threads are to stand open when they come: below lines in which a note was written. */
  private readonly unfolded = new Set<string>()

  constructor(
    private readonly server: ReviewServer,
    private readonly reviews: ReviewChanges,
  ) {
    this.controller = comments.createCommentController('novaConfigReview', 'Notes on Options')
    this.controller.options = { prompt: 'Add a note on this option', placeHolder: 'What others should know of it' }
    this.controller.commentingRangeProvider = {
      provideCommentingRanges: async document =>
        (await this.optionsIn(document)).map(one => editorRange(one.declaration)),
    }
    this.subscriptions = Disposable.from(
      this.controller,
      server.onDidChangeInventory(() => void this.refresh()),
      window.onDidChangeVisibleTextEditors(() => void this.refresh()),
    )
  }

  dispose(): void {
    this.subscriptions.dispose()
  }

  /** Keeps what was typed below a declaration. */
  async save({ thread, text }: CommentReply): Promise<void> {
    const note = text.trim()
    const position = thread.range.start
    if (note === '') return
    const { line, character } = position
    const done = await this.reviews.say(
      { uri: thread.uri.toString(), position: { line, character } },
      { kind: 'note', note },
    )
    if (done === undefined) return
    // What was typed in a new thread stands in that of its option now.
    if (thread.comments.length === 0) {
      this.unfolded.add(lineKey(thread.uri.toString(), line))
      thread.dispose()
    }
    await this.refresh()
  }

  /** Takes a note back; that of somebody else stays. */
  async takeBack(comment: NoteComment): Promise<void> {
    const { date, note, reviewer } = comment.note
    if ((await reviewerName(Uri.parse(comment.thread.uri))) !== reviewer) {
      void window.showWarningMessage(notice(`This is a note of ${reviewer}: nobody else can take it back.`))
      return
    }
    await this.reviews.say(comment.thread, { kind: 'take back note', date, note })
    await this.refresh()
  }

  private async refresh(): Promise<void> {
    const documents = new Map(window.visibleTextEditors.map(({ document }) => [document.uri.toString(), document]))
    // Editors come and go while something is typed in a thread: it stays as long as its document.
    const open = new Set(workspace.textDocuments.map(({ uri }) => uri.toString()))
    for (const uri of this.shown.keys()) if (!open.has(uri)) this.show(uri, [])
    for (const [uri, document] of documents) {
      const options = await this.optionsIn(document)
      this.show(
        uri,
        options.filter(({ notes }) => notes.length > 0),
      )
    }
  }

  private async optionsIn({ uri, languageId }: TextDocument): Promise<protocol.ReviewThread[]> {
    // The server is not started for notes alone.
    if (this.server.state !== 'running' || protocol.kindOfLanguage(languageId) !== protocol.pythonFiles) return []
    const params: protocol.ReviewThreadsParams = { uri: uri.toString() }
    return (await this.server.request<protocol.ReviewThread[]>(protocol.reviewThreads, params)) ?? []
  }

  /** Threads stay as they are where nothing is new: in one of them somebody may be typing. */
  private show(uri: string, threads: readonly protocol.ReviewThread[]): void {
    const before = new Map<string, Shown>(this.shown.get(uri))
    const after = new Map<string, Shown>()
    for (const of of threads) {
      const old = before.get(of.title)
      before.delete(of.title)
      const thread = old?.thread ?? this.controller.createCommentThread(Uri.parse(uri), editorRange(of.range), [])
      if (JSON.stringify(old?.of) !== JSON.stringify(of)) fill(thread, of)
      if (old === undefined && this.isUnfolded(uri, of))
        thread.collapsibleState = CommentThreadCollapsibleState.Expanded
      after.set(of.title, { thread, of })
    }
    for (const { thread } of before.values()) thread.dispose()
    if (after.size === 0) this.shown.delete(uri)
    else this.shown.set(uri, after)
  }

  private isUnfolded(uri: string, { declaration: { start, end } }: protocol.ReviewThread): boolean {
    for (let line = start.line; line <= end.line; line++) if (this.unfolded.has(lineKey(uri, line))) return true
    return false
  }
}

function lineKey(uri: string, line: number): string {
  return `${uri}#${line}`
}

function fill(thread: CommentThread, { range, title, words, notes }: protocol.ReviewThread): void {
  const about = { uri: thread.uri.toString(), position: range.start }
  const isNew = thread.comments.length === 0
  thread.range = editorRange(range)
  thread.comments = notes.map(note => commentOf(note, about))
  thread.label = words === '' ? title : `${title}: ${words}`
  thread.canReply = true
  if (isNew) thread.collapsibleState = CommentThreadCollapsibleState.Collapsed
}

function commentOf(note: NoteComment['note'], thread: NoteComment['thread']): NoteComment {
  return {
    thread,
    note,
    // What others write is text, whatever it would be as Markdown.
    body: new MarkdownString().appendText(note.note),
    author: { name: label(note.reviewer, 40) },
    label: label(note.date.slice(0, 10)),
    mode: CommentMode.Preview,
    contextValue: 'note',
  }
}
