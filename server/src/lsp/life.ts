import { ErrorCodes, ResponseError } from 'vscode-languageserver'

interface Part {
  dispose(): void
}

/** What the server may be asked at each time of its life. */
export class Life {
  private stage: 'new' | 'starting' | 'serving' | 'over' = 'new'
  private parts: readonly Part[] = []

  /** It is being initialized. Throws the refusal where that is done already, or under way. */
  begin(): void {
    if (this.stage !== 'new') throw new ResponseError(ErrorCodes.InvalidRequest, 'The server is initialized only once')
    this.stage = 'starting'
  }

  /** It could not be initialized: the client may try again. */
  failed(): void {
    this.stage = 'new'
  }

  /** From now on it serves, with these parts, until its end. */
  serves(...parts: readonly Part[]): void {
    this.stage = 'serving'
    this.parts = parts
  }

  /** It was asked to shut down. Throws the refusal where there is nothing to shut down. */
  end(): void {
    const refusal = this.refusal()
    if (refusal !== undefined) throw refusal
    this.stage = 'over'
    for (const part of this.parts) part.dispose()
  }

  /** Why no request is answered now; undefined while it serves. */
  refusal(): ResponseError | undefined {
    const { InvalidRequest, ServerNotInitialized } = ErrorCodes
    if (this.stage === 'serving') return undefined
    if (this.stage === 'over') return new ResponseError(InvalidRequest, 'The server has been shut down')
    return new ResponseError(ServerNotInitialized, 'The server has not been initialized')
  }
}
