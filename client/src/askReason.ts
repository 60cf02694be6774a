import { window, type Memento, type QuickPickItem } from 'vscode'
import { asReason, remembered } from './reason'

/** What is asked, and where the last answers to it are kept. */
export interface Question {
  readonly title: string
  readonly prompt: string
  readonly key: string
}

/** Asks for a reason, and offers the last answers; undefined when the person thinks better of it. */
export async function askReason({ title, prompt, key }: Question, memento: Memento): Promise<string | undefined> {
  const recent = memento.get<string[]>(key, [])
  const reason = await pick(title, prompt, recent)
  if (reason !== undefined) await memento.update(key, remembered(reason, recent))
  return reason
}

/** A list of answers with what is typed as the first of them. */
function pick(title: string, prompt: string, recent: readonly string[]): Promise<string | undefined> {
  const box = window.createQuickPick()
  const others = recent.map((label): QuickPickItem => ({ label }))
  box.title = title
  box.placeholder = prompt
  box.items = others
  box.ignoreFocusOut = true
  box.onDidChangeValue(typed => {
    const label = asReason(typed)
    box.items = label === undefined ? others : [{ label, description: 'as typed', alwaysShow: true }, ...others]
  })
  return new Promise(resolve => {
    box.onDidAccept(() => {
      // The row of what is typed may be some keys behind: what stands in the box counts.
      const chosen = box.activeItems.find(item => others.includes(item))
      const reason = chosen?.label ?? asReason(box.value)
      if (reason === undefined) return
      resolve(reason)
      box.hide()
    })
    box.onDidHide(() => {
      resolve(undefined)
      box.dispose()
    })
    box.show()
  })
}
