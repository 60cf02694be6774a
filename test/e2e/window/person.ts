import type { Locator, Page } from 'playwright-core'

/** Somebody who works with a window, and how much work it is. */
export class Person {
  /** How often a mouse button was pressed. */
  clicks = 0
  /** How many keys were pressed, each combination (`Control+S`) counted once. */
  keys = 0

  constructor(private readonly page: Page) {}

  async click(on: Locator): Promise<void> {
    this.clicks += 1
    await on.click()
  }

  /** Presses keys or combinations, one after the other. */
  async press(...keys: string[]): Promise<void> {
    for (const key of keys) {
      this.keys += 1
      await this.page.keyboard.press(key)
    }
  }

  async type(text: string): Promise<void> {
    this.keys += text.length
    await this.page.keyboard.type(text)
  }
}
