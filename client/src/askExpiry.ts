import { window } from 'vscode'
import { asDay, expiryChoices } from './expiry'

const another = 'Another day...'

/** Asks to when a risk is accepted; undefined when the person thinks better of it. */
export async function askExpiry(): Promise<string | undefined> {
  const today = new Date()
  const title = 'Accept the Risk'
  const choices = expiryChoices(today)
  const chosen = await window.showQuickPick([...choices, { label: another }], {
    title,
    placeHolder: 'To when? After that day, the option is to be looked at again.',
    ignoreFocusOut: true,
  })
  if (chosen === undefined || 'day' in chosen) return chosen?.day
  const typed = await window.showInputBox({
    title,
    prompt: 'The last day on which the risk is accepted, such as 2027-06-30',
    ignoreFocusOut: true,
    validateInput: text => {
      const day = asDay(text, today)
      return 'wrong' in day ? day.wrong : undefined
    },
  })
  const day = asDay(typed ?? '', today)
  return 'day' in day ? day.day : undefined
}
