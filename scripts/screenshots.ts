/** Pictures of the samples in the window, in each kind of theme: `npm run screenshots` writes them to out/screenshots/. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { packagePath } from './package'
import { CodeWindow } from './vscode/codeWindow'

const themes = { light: 'Default Light Modern', dark: 'Default Dark Modern', contrast: 'Default High Contrast' }

async function picture(name: string, theme: string): Promise<void> {
  const code = await CodeWindow.open({
    folder: join(import.meta.dirname, '../samples'),
    vsix: packagePath(),
    prepareFolder: folder => {
      mkdirSync(join(folder, '.vscode'))
      const settings = { 'workbench.colorTheme': theme, 'security.workspace.trust.banner': 'never' }
      writeFileSync(join(folder, '.vscode/settings.json'), JSON.stringify(settings))
    },
  })
  try {
    await code.openOptions()
    await code.row('[console]').click()
    await code.row('[database]').click()
    await code.row('[database] connection').click()
    await code.squiggles('warning').first().waitFor()
    await code.screenshot(`${name}-view`)
    await code.code('connection').hover()
    await code.page.locator('.monaco-hover:visible').getByText('[database]').first().waitFor()
    await code.screenshot(`${name}-hover`)
  } finally {
    await code.close()
  }
}

async function main(): Promise<void> {
  for (const [name, theme] of Object.entries(themes)) await picture(name, theme)
}

main().catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
