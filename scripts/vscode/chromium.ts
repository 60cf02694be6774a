import { existsSync } from 'node:fs'
import { chromium, type Browser } from 'playwright-core'

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', chromium.executablePath()]
const quiet = ['--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']

/**
 * Starts a Chromium without a visible window: the one that `CHROMIUM` names, else Debian's, else Playwright's.
 *
 * @throws Error that says how to get one
 */
export async function launchChromium(): Promise<Browser> {
  const executablePath = [process.env['CHROMIUM'] ?? '', ...places].find(existsSync)
  if (!executablePath) {
    throw new Error('Chromium is missing: apt-get install chromium, or npx playwright-core install chromium')
  }
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-quic', ...quiet] })
}
