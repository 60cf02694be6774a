import { window, type Disposable } from 'vscode'

/** The moving bar at the top of a view. */
export class ViewProgress implements Disposable {
  private finish: (() => void) | undefined

  constructor(private readonly viewId: string) {}

  /** Shows the bar as long as there is work. */
  show(isWorking: boolean): void {
    if (!isWorking) {
      this.finish?.()
      this.finish = undefined
    } else if (this.finish === undefined) {
      const work = new Promise<void>(resolve => (this.finish = resolve))
      void window.withProgress({ location: { viewId: this.viewId } }, () => work)
    }
  }

  dispose(): void {
    this.show(false)
  }
}
