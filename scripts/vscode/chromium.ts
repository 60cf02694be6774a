import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium, type Browser } from 'playwright-core'
import { emptyFolder, installPackages, once, type Log } from './npm'

/** A Chromium that npm carries, with the libraries and fonts that a bare machine lacks; for Linux on x64 only. */
const release = '143.0.4'

const home = join(import.meta.dirname, '../../.vscode-test', `chromium-${release}`)
const unpacked = join(home, 'unpacked')
const fontsFile = join(home, 'fonts.conf')
const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', chromium.executablePath()]
const quiet = ['--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']

/** A browser that can be started. */
interface Executable {
  executablePath: string
  /** What it needs in its environment. */
  env?: Record<string, string>
}

/** Starts a Chromium without a visible window: see `findChromium`. */
export async function launchChromium(): Promise<Browser> {
  const { executablePath, env } = await findChromium(console.log)
  return chromium.launch({
    executablePath,
    env: { ...process.env, ...env },
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', ...quiet],
  })
}

/** Said where no Chromium is installed and npm carries none for the machine; undefined elsewhere. */
export function chromiumToInstall(): string | undefined {
  if (installed() !== undefined || npmCarriesOne()) return undefined
  return 'Chromium is missing: npx playwright-core install chromium'
}

/**
 * The Chromium that `CHROMIUM` names, else the system's, else Playwright's, else npm's, which is installed into
 * .vscode-test/ first.
 *
 * @throws Error that says how to get one
 */
export async function findChromium(log: Log): Promise<Executable> {
  const executablePath = installed()
  if (executablePath !== undefined) return { executablePath }
  if (!npmCarriesOne()) throw new Error(chromiumToInstall())
  await once(join(home, 'done'), `Chromium ${release} from npm, as this machine has none (70 MB)`, log, install)
  const env = { LD_LIBRARY_PATH: join(unpacked, 'al2023/lib'), FONTCONFIG_FILE: fontsFile }
  return { executablePath: join(unpacked, 'chromium'), env }
}

function installed(): string | undefined {
  return [process.env['CHROMIUM'] ?? '', ...places].find(existsSync)
}

function npmCarriesOne(): boolean {
  return process.platform === 'linux' && process.arch === 'x64'
}

/** The fonts that came with it and those of the system: its own file looks elsewhere, and without any font it crashes. */
const fonts = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(unpacked, 'fonts')}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${join(home, 'fonts-cache')}</cachedir>
</fontconfig>
`

/** The package unpacks itself into the folder for temporary files, and its libraries only where it sees a cloud's runtime. */
async function install(): Promise<void> {
  await emptyFolder(home)
  await installPackages(home, `@sparticuz/chromium@${release}`)
  await mkdir(unpacked)
  const script = "import('@sparticuz/chromium').then(({ default: chromium }) => chromium.executablePath())"
  const env = { ...process.env, TMPDIR: unpacked, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' }
  const { status, stderr } = spawnSync(process.execPath, ['-e', script], { cwd: home, env, encoding: 'utf8' })
  if (status !== 0) throw new Error(`The Chromium of npm was not unpacked: ${stderr}`)
  await writeFile(fontsFile, fonts)
}
