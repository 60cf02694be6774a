/**
 * What somebody waits for in the real window: `npm run bench:window -- FOLDER [FILE]` opens a copy of the folder, for
 * instance Nova's source, with the package that `npm run package` made. It tells the time from opening the window to a
 * complete Options view, the time from a key to its squiggle in that file (by default nova/conf/libvirt.py), both in
 * ms, and the most memory that the language server had. Run it on a quiet machine.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import type { Page } from 'playwright-core'
import { packagePath } from '../scripts/package'
import { CodeWindow } from '../scripts/vscode/codeWindow'
import { median, percentile } from './timing'

const rounds = 30

/** The beginning of an option that has a finding as soon as its name is a token. */
const before = "cfg.StrOpt('service_toke"
const after = "', help='What proves who asks.'),"

async function main([folder, file = 'nova/conf/libvirt.py']: string[]): Promise<void> {
  if (folder === undefined) throw new Error('Usage: npm run bench:window -- FOLDER [FILE]')
  const code = await CodeWindow.open({ folder: resolve(folder), vsix: packagePath() })
  try {
    const start = performance.now()
    await code.openOptions()
    await code.row('[').first().waitFor()
    const first = performance.now() - start
    await code.page.getByText('still reading files').waitFor({ state: 'hidden', timeout: 120_000 })
    console.log(`Options view: first rows ${first.toFixed()} ms, complete ${(performance.now() - start).toFixed()} ms`)
    const times = await keysToSquiggles(code, file)
    const told = [median(times), percentile(times, 0.95)].map(time => time.toFixed())
    console.log(`key to squiggle: median ${told[0]} ms, p95 ${told[1]} ms of ${times.length}`)
    for (const { pid, megabytes } of languageServers()) console.log(`language server ${pid}: ${megabytes} MB at most`)
  } finally {
    await code.close()
  }
}

/** Types the last letter of an option that has a finding then, again and again; how long each squiggle takes, in ms. */
async function keysToSquiggles(code: CodeWindow, file: string): Promise<number[]> {
  const { page } = code
  await page.keyboard.press('Control+P')
  await page.keyboard.type(file)
  await page
    .locator('.quick-input-list .monaco-list-row')
    .filter({ hasText: basename(file) })
    .first()
    .click()
  await page.getByRole('tab', { name: basename(file), selected: true }).waitFor()
  const lines = readFileSync(join(code.folder, file), 'utf8').split('\n')
  const line = 1 + lines.findIndex(text => /^\s+cfg\.\w+Opt\(/.test(text))
  await code.goTo(line, 1)
  await page.keyboard.press('Control+Shift+Enter')
  await page.keyboard.type(before + after)
  for (const _ of after) await page.keyboard.press('ArrowLeft')
  const times: number[] = []
  for (let i = 0; i < rounds; i++) {
    times.push(await afterKey(page, 'n', 1))
    await afterKey(page, 'Backspace', 0)
  }
  return times
}

/** Presses a key and waits until the option that is typed has so many warnings; returns how many ms that took. */
async function afterKey(page: Page, key: string, warnings: number): Promise<number> {
  const time = page.evaluate<number>(`new Promise(resolve => {
    let pressed = 0
    addEventListener('keydown', () => (pressed = performance.now()), { capture: true, once: true })
    const look = () => {
      const squiggles = [...document.querySelectorAll('.editor-instance .squiggly-warning')]
      const here = squiggles.filter(it => Math.abs(it.getBoundingClientRect().top - ${await cursorTop(page)}) < 12)
      if (pressed > 0 && here.length === ${warnings}) resolve(performance.now() - pressed)
      else requestAnimationFrame(look)
    }
    look()
  })`)
  // Another question is answered once that one waits for the key.
  await page.evaluate('0')
  await page.keyboard.press(key)
  return time
}

async function cursorTop(page: Page): Promise<number> {
  return (await page.locator('.editor-instance .cursor').first().boundingBox())?.y ?? NaN
}

/** The processes that run our server: their most memory, in megabytes, as Linux counts it. */
function languageServers(): { pid: string; megabytes: number }[] {
  return readdirSync('/proc').flatMap(pid => {
    try {
      if (!/nova-config-review[^\0]*server\.js/.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8'))) return []
      const kilobytes = /VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
      return [{ pid, megabytes: Math.round(Number(kilobytes) / 1024) }]
    } catch {
      return [] // No process, or one that has just ended.
    }
  })
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
